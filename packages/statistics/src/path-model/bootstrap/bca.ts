import { normalLower, normalQuantile } from "../../distribution/normal.ts";
import type { Interval } from "../../estimate/estimate.ts";
import { quantileType7 } from "../../quantile/quantiles.ts";

/** A statistic with each distinct row left out once. */
export interface AccelerationReplicates {
  readonly values: Float64Array;
  /** Rows for which each of them stands. */
  readonly multiplicities: Uint32Array;
}

export type BcaInterval =
  | {
      readonly kind: "estimated";
      readonly interval: Interval;
      /** z₀: how far the replicates' median lies from the estimate, in standard errors. */
      readonly biasCorrection: number;
      /** a: how fast the standard error grows with what is estimated. */
      readonly acceleration: number;
    }
  | {
      readonly kind: "no-interval";
      /** "one-sided": all replicates above, or all below the estimate. "leave-one-out": without some row there is no solution, or
       *  none of them makes a difference. "not-asked": no rows were left out. */
      readonly reason: "no-variation" | "one-sided" | "leave-one-out" | "not-asked";
    };

/**
 * Bias-corrected and accelerated interval: percentiles that are moved by the replicates' bias and skewness.
 * @param sorted replicates, ascending, at least two
 * @param acceleration null where none was asked for
 * Source: Efron 1987; the acceleration is the jackknife's, Efron & Tibshirani 1993, 14.15
 */
export function acceleratedInterval(
  value: number,
  sorted: Float64Array,
  acceleration: AccelerationReplicates | null,
  confidence: number,
): BcaInterval {
  if (acceleration === null) return { kind: "no-interval", reason: "not-asked" };
  const below = firstNotBelow(sorted, value);
  if (below === 0 || below === sorted.length) return { kind: "no-interval", reason: "one-sided" };
  const a = accelerationOf(acceleration);
  if (a === null) return { kind: "no-interval", reason: "leave-one-out" };
  const z0 = normalQuantile(below / sorted.length);
  const limit = (probability: number) => {
    const shifted = z0 + normalQuantile(probability);
    const stretch = 1 - a * shifted;
    // |a| ≤ 1/6: only some six standard errors away, where the limit has passed every replicate.
    if (stretch <= 0) return shifted > 0 ? sorted[sorted.length - 1] : sorted[0];
    return quantileType7(sorted, normalLower(z0 + shifted / stretch));
  };
  const tail = (1 - confidence) / 2;
  const interval: Interval = { lower: limit(tail), upper: limit(1 - tail), confidence, method: "bootstrap-bca" };
  return { kind: "estimated", interval, biasCorrection: z0, acceleration: a };
}

/** Σ (θ̄ − θᵢ)³ / 6 (Σ (θ̄ − θᵢ)²)^1.5; null where there are no values, or they do not differ. */
function accelerationOf({ values, multiplicities }: AccelerationReplicates): number | null {
  let count = 0;
  let sum = 0;
  for (let row = 0; row < values.length; row++) {
    count += multiplicities[row];
    sum += multiplicities[row] * values[row];
  }
  const mean = sum / count;
  let squares = 0;
  let cubes = 0;
  for (let row = 0; row < values.length; row++) {
    const difference = mean - values[row];
    squares += multiplicities[row] * difference ** 2;
    cubes += multiplicities[row] * difference ** 3;
  }
  return squares > 0 ? cubes / (6 * squares ** 1.5) : null;
}

/** How many are smaller than the value. */
function firstNotBelow(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
