import { chiSquareUpper } from "../distribution/chi-square.ts";
import { normalTwoSided } from "../distribution/normal.ts";
import type { Estimated, Interval } from "../estimate/estimate.ts";
import { normalInterval, requireConfidence } from "../estimate/interval.ts";
import type { TooFewWaves } from "./trend-of-estimates.ts";

export interface TrendWithKnownErrors {
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
  readonly method: "trend-with-known-errors/z";
}

/**
 * Line through independent waves weighted by 1/SE², with errors taken as known and z: what R's `lm` with weights gives, for comparison
 * with it. Errors are estimated, and in a wave that happens to vary little both the error and the weight say too much: with ten
 * answers a wave a nominal 5 % is 8 to 15 %. `trendOfEstimates` is the default.
 * @param times of the waves, in any unit and at any distances
 * @param estimates one a time; those with a standard error of 0 are left out
 * @returns too-few-waves with fewer than two different times
 * @throws RangeError if lengths differ, a time is not finite or confidence is outside (0, 1)
 * Source: weighted least squares with known variances. Golden values: golden/second/expected/survey_trend_spc.json (trend_of_means)
 */
export function trendWithKnownErrors(
  times: readonly number[],
  estimates: readonly Pick<Estimated, "value" | "standardError">[],
  confidence: number,
): TrendWithKnownErrors | TooFewWaves {
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
    method: "trend-with-known-errors/z",
  };
}
