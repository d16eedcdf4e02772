import { fUpper } from "../distribution/f.ts";
import { studentTwoSided } from "../distribution/student-t.ts";
import type { Estimated, Interval } from "../estimate/estimate.ts";
import { requireConfidence, studentInterval } from "../estimate/interval.ts";
import type { NoTrend } from "./linear-trend.ts";

/** What a wave says: `degreesOfFreedom` of its standard error where they are not effective answers − 1, as with clusters. */
export interface WaveEstimate extends Pick<Estimated, "value" | "standardError" | "n" | "weightedBase" | "effectiveN"> {
  readonly degreesOfFreedom?: number;
}

export interface TrendOfEstimates {
  readonly kind: "estimated";
  /** Change a unit of time. */
  readonly value: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly statistic: number;
  /** Satterthwaite's, from those of the waves. */
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** Null with two waves, which always lie on a line, or where the error of one is not known. */
  readonly departure: DepartureFromLine | null;
  /** Different times. */
  readonly waves: number;
  /** Of all waves together. */
  readonly n: number;
  readonly weightedBase: number;
  readonly effectiveN: number;
  readonly method: "trend-of-estimates/satterthwaite-t";
}

/** F of the distances from the line; a small p-value where a straight line does not describe the waves. */
export interface DepartureFromLine {
  readonly statistic: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly pValue: number;
}

export interface TooFewWaves {
  readonly kind: "too-few-waves";
  /** Different times with an estimate. */
  readonly waves: number;
  readonly required: number;
}

/**
 * Trend of an index or a score over independent waves, each with its own standard error. The line is weighted by effective answers,
 * so a small wave counts little; weights by 1/SE² would follow chance where a wave happens to vary little. Its error is put together
 * from those of the waves, whatever their spread, and t has Satterthwaite's degrees of freedom: what Welch's test is for two waves.
 * A wave whose answers all agree, with a standard error of 0, is taken to spread as all waves do on average.
 * @param times of the waves, in any unit and at any distances
 * @param estimates one a time; those without effective answers are left out
 * @returns too-few-waves with fewer than two different times; no-variation where all waves have a standard error of 0
 * @throws RangeError if lengths differ, a time or an estimate is not finite, a standard error is negative, given degrees of freedom are
 *   not positive, or confidence is outside (0, 1)
 * Source: Welch 1947 and Satterthwaite 1946 for a linear contrast of means; departure: Johansen 1980, Biometrika 67. Golden values:
 * golden/second/expected/survey_trend_spc.json (trend_of_means_satterthwaite). R's form is `trendWithKnownErrors`.
 */
export function trendOfEstimates(
  times: readonly number[],
  estimates: readonly WaveEstimate[],
  confidence: number,
): TrendOfEstimates | TooFewWaves | NoTrend {
  requireConfidence(confidence);
  const points = wavePoints(times, estimates);
  const waves = new Set(points.map(({ time }) => time)).size;
  if (waves < 2) return { kind: "too-few-waves", waves, required: 2 };
  const line = lineThrough(points.map((point) => ({ ...point, weight: point.effectiveN })));
  const parts = line.contrast.map((c, index) => c * c * points[index].variance);
  const variance = parts.reduce((sum, part) => sum + part, 0);
  if (!(variance > 0)) return { kind: "no-variation" };
  const degreesOfFreedom =
    1 / parts.reduce((sum, part, index) => sum + (part / variance) ** 2 / points[index].degreesOfFreedom, 0);
  const standardError = Math.sqrt(variance);
  const statistic = line.slope / standardError;
  const total = (pick: (point: WavePoint) => number) => points.reduce((sum, point) => sum + pick(point), 0);
  return {
    kind: "estimated",
    value: line.slope,
    standardError,
    interval: studentInterval(line.slope, standardError, degreesOfFreedom, confidence, "welch-t"),
    statistic,
    degreesOfFreedom,
    pValue: studentTwoSided(statistic, degreesOfFreedom),
    departure: points.length > 2 ? departureFromLine(points) : null,
    waves,
    n: total(({ n }) => n),
    weightedBase: total(({ weightedBase }) => weightedBase),
    effectiveN: total(({ effectiveN }) => effectiveN),
    method: "trend-of-estimates/satterthwaite-t",
  };
}

interface WavePoint extends Pick<WaveEstimate, "value" | "n" | "weightedBase" | "effectiveN"> {
  readonly time: number;
  readonly variance: number;
  readonly degreesOfFreedom: number;
}

function wavePoints(times: readonly number[], estimates: readonly WaveEstimate[]): readonly WavePoint[] {
  if (times.length !== estimates.length) throw new RangeError("one estimate for each time is needed");
  if (!times.every(Number.isFinite)) throw new RangeError("times must be finite");
  const found = estimates.flatMap((estimate, index) => {
    const { value, standardError, n, weightedBase, effectiveN } = estimate;
    if (!(Number.isFinite(value) && standardError >= 0 && standardError < Number.POSITIVE_INFINITY))
      throw new RangeError(`an estimate of ${value} with a standard error of ${standardError}`);
    const own = estimate.degreesOfFreedom ?? Math.max(0, effectiveN - 1);
    if (estimate.degreesOfFreedom !== undefined && !(own > 0 && Number.isFinite(own)))
      throw new RangeError(`${own} degrees of freedom`);
    const base = { value, n, weightedBase, effectiveN };
    return effectiveN > 0 ? [{ ...base, time: times[index], variance: standardError ** 2, own }] : [];
  });
  // Variance of a single answer, over all waves; nothing is known of it where no wave has two effective answers.
  const known = found.reduce((sum, { own }) => sum + own, 0);
  const spread = found.reduce((sum, each) => sum + (each.own / known) * each.variance * each.effectiveN, 0);
  return found.map(({ own, ...each }) => ({
    ...each,
    variance: each.variance > 0 || known === 0 ? each.variance : spread / each.effectiveN,
    degreesOfFreedom: Math.max(1, own),
  }));
}

interface Line {
  readonly slope: number;
  /** The slope is the sum of these times the values. */
  readonly contrast: readonly number[];
  /** Leverage of each point. */
  readonly leverage: readonly number[];
  /** Σ weight · distance² from the line. */
  readonly residual: number;
}

function lineThrough(points: readonly (WavePoint & { readonly weight: number })[]): Line {
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  const middle = points.reduce((sum, { weight, time }) => sum + (weight / total) * time, 0);
  const mean = points.reduce((sum, { weight, value }) => sum + (weight / total) * value, 0);
  const spread = points.reduce((sum, { weight, time }) => sum + weight * (time - middle) ** 2, 0);
  const contrast = points.map(({ weight, time }) => (weight * (time - middle)) / spread);
  const slope = points.reduce((sum, { value }, index) => sum + contrast[index] * (value - mean), 0);
  const leverage = points.map(({ weight, time }) => weight / total + (weight * (time - middle) ** 2) / spread);
  const residual = points.reduce(
    (sum, { weight, time, value }) => sum + weight * (value - mean - slope * (time - middle)) ** 2,
    0,
  );
  return { slope, contrast, leverage, residual };
}

/** Johansen's F: χ² of the distances in units of the estimated errors, corrected for what is not known of these. */
function departureFromLine(points: readonly WavePoint[]): DepartureFromLine | null {
  if (!points.every(({ variance }) => variance > 0)) return null;
  const { residual, leverage } = lineThrough(points.map((point) => ({ ...point, weight: 1 / point.variance })));
  const numerator = points.length - 2;
  const unknown = points.reduce((sum, each, index) => sum + (1 - leverage[index]) ** 2 / each.degreesOfFreedom, 0);
  const divisor = numerator + 2 * unknown - (6 * unknown) / (numerator + 2);
  const denominator = (numerator * (numerator + 2)) / (3 * unknown);
  const statistic = residual / divisor;
  return { statistic, numerator, denominator, pValue: fUpper(statistic, numerator, denominator) };
}
