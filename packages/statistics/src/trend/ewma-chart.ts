import { meanMovingRange, movingRangeFactor, type NoChart, type TooFewPoints } from "./p-chart.ts";
import { beyondLimits, type Limits } from "./run-rules.ts";
import { meanOf, requireFinite } from "./xmr-chart.ts";

export interface EwmaChart {
  readonly kind: "estimated";
  /** The moving average after each point. */
  readonly averages: Float64Array;
  readonly limits: readonly Limits[];
  readonly centre: number;
  /** Standard deviation of a single point. */
  readonly sigma: number;
  /** Places, from 0, of the averages beyond their limits. */
  readonly out: readonly number[];
  readonly points: number;
  readonly method: "ewma/moving-range";
}

export interface EwmaSettings {
  /** λ, 0–1: how much the latest point counts. Small ones find small lasting shifts. */
  readonly share: number;
  /** L: limits in standard deviations. */
  readonly width: number;
  /** d₂: what the mean moving range is divided by; books round it to 1.128. */
  readonly divisor: number;
}

export const usualEwma: EwmaSettings = { share: 0.2, width: 3, divisor: movingRangeFactor };

/**
 * Exponentially weighted moving average, started at the mean of all points: finds small lasting shifts that no single point shows.
 * @param values in the order of time, without gaps: finite numbers
 * @returns too-few-points below two; no-variation where all values are equal
 * @throws RangeError if a value is not finite, share is outside (0, 1], or width or divisor is not positive
 * Source: Roberts 1959; Montgomery, 9.2: limits centre ± L σ √(λ/(2 − λ) (1 − (1 − λ)²ᵗ)).
 * Golden values: golden/second/expected/survey_trend_spc.json
 */
export function ewmaChart(
  values: ArrayLike<number>,
  { share, width, divisor }: EwmaSettings = usualEwma,
): EwmaChart | NoChart | TooFewPoints {
  if (!(share > 0 && share <= 1)) throw new RangeError(`share must lie in (0, 1], got ${share}`);
  if (!(width > 0 && divisor > 0)) throw new RangeError(`width ${width} and divisor ${divisor} must be positive`);
  requireFinite(values);
  const points = values.length;
  if (points < 2) return { kind: "too-few-points", points, required: 2 };
  const centre = meanOf(values);
  const sigma = meanMovingRange(values) / divisor;
  if (!(sigma > 0)) return { kind: "no-variation" };
  let average = centre;
  const averages = Float64Array.from(values, (value) => {
    average = share * value + (1 - share) * average;
    return average;
  });
  const limits = Array.from(averages, (_, place): Limits => {
    const growth = 1 - (1 - share) ** (2 * (place + 1));
    const half = width * sigma * Math.sqrt((share / (2 - share)) * growth);
    return { lower: centre - half, upper: centre + half };
  });
  const out = beyondLimits(averages, limits);
  return { kind: "estimated", averages, limits, centre, sigma, out, points, method: "ewma/moving-range" };
}
