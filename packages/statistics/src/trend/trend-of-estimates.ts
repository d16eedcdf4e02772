import { chiSquareUpper } from "../distribution/chi-square.ts";
import { normalTwoSided } from "../distribution/normal.ts";
import type { Estimated, Interval } from "../estimate/estimate.ts";
import { normalInterval, requireConfidence } from "../estimate/interval.ts";

export interface TrendOfEstimates {
  readonly kind: "estimated";
  /** Change a unit of time. */
  readonly value: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly statistic: number;
  readonly pValue: number;
  /** χ² of the distances from the line, and its p-value: small where a straight line does not describe the waves. Null with
   *  two waves, which always lie on a line. */
  readonly departure: { readonly statistic: number; readonly degreesOfFreedom: number; readonly pValue: number } | null;
  readonly waves: number;
  readonly method: "trend-of-estimates/z";
}

export interface TooFewWaves {
  readonly kind: "too-few-waves";
  /** Different times with an estimate that has a standard error. */
  readonly waves: number;
  readonly required: number;
}

/**
 * Trend of an index or a score over independent waves, each with its own standard error: the line is weighted by 1/SE², so a
 * small wave counts little, and weights, clusters and the index's own formula are in those errors already.
 * @param times of the waves, in any unit and at any distances
 * @param estimates one a time; those with a standard error of 0 are left out
 * @returns too-few-waves with fewer than two different times
 * @throws RangeError if lengths differ, a time is not finite or confidence is outside (0, 1)
 * Source: weighted least squares with known variances. Golden values: golden/second/expected/survey_trend_spc.json
 */
export function trendOfEstimates(
  times: readonly number[],
  estimates: readonly Pick<Estimated, "value" | "standardError">[],
  confidence: number,
): TrendOfEstimates | TooFewWaves {
  requireConfidence(confidence);
  if (times.length !== estimates.length) throw new RangeError("one estimate for each time is needed");
  if (!times.every(Number.isFinite)) throw new RangeError("times must be finite");
  const points = estimates
    .map(({ value, standardError }, index) => ({ time: times[index], value, precision: standardError ** -2 }))
    .filter(({ precision }) => Number.isFinite(precision));
  const waves = new Set(points.map(({ time }) => time)).size;
  if (waves < 2) return { kind: "too-few-waves", waves, required: 2 };
  const total = points.reduce((sum, { precision }) => sum + precision, 0);
  const middle = points.reduce((sum, { precision, time }) => sum + (precision / total) * time, 0);
  const mean = points.reduce((sum, { precision, value }) => sum + (precision / total) * value, 0);
  const spread = points.reduce((sum, { precision, time }) => sum + precision * (time - middle) ** 2, 0);
  const slope =
    points.reduce((sum, { precision, time, value }) => sum + precision * (time - middle) * (value - mean), 0) / spread;
  const residual = points.reduce(
    (sum, { precision, time, value }) => sum + precision * (value - mean - slope * (time - middle)) ** 2,
    0,
  );
  const standardError = 1 / Math.sqrt(spread);
  const degreesOfFreedom = points.length - 2;
  const departure = { statistic: residual, degreesOfFreedom, pValue: 0 };
  return {
    kind: "estimated",
    value: slope,
    standardError,
    interval: normalInterval(slope, standardError, confidence, "wald"),
    statistic: slope / standardError,
    pValue: normalTwoSided(slope / standardError),
    departure: degreesOfFreedom > 0 ? { ...departure, pValue: chiSquareUpper(residual, degreesOfFreedom) } : null,
    waves,
    method: "trend-of-estimates/z",
  };
}
