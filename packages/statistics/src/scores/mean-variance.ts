import type { Sums } from "../tally/sums.ts";
import { effectiveSampleSize } from "./effective-sample-size.ts";

/** What inference on one mean needs. Variances are of the mean, not of the answers. */
export interface MeanWithVariance {
  readonly mean: number;
  readonly variance: number;
  readonly n: number;
  readonly weightedBase: number;
  readonly effectiveN: number;
}

/** Answers below this number leave a variance undefined. */
export const answersForVariance = 2;

/**
 * Mean and the variance of it: s²/n without weights, Taylor-linearised with case weights.
 * @returns null with fewer than two answers
 */
export function meanWithVariance(sums: Sums): MeanWithVariance | null {
  if (sums.n < answersForVariance) return null;
  const shift = sums.x / sums.weight;
  return {
    mean: sums.centre + shift,
    variance: sums.weighting === "none" ? simpleVariance(sums) : linearisedVariance(sums, shift),
    n: sums.n,
    weightedBase: sums.weight,
    effectiveN: effectiveSampleSize(sums.weight, sums.squaredWeight),
  };
}

function simpleVariance(sums: Sums): number {
  return Math.max(0, sums.xx - (sums.x * sums.x) / sums.n) / (sums.n - 1) / sums.n;
}

/**
 * V = n/(n − 1) Σu², u = w(x − mean)/Σw, n the rows of the whole design. Source: Lumley 2010, Complex Surveys, 2.2; the
 * same as `survey::svymean` with ids = ~1.
 */
function linearisedVariance(sums: Sums, shift: number): number {
  const squares = sums.squaredWeightXX - 2 * shift * sums.squaredWeightX + shift * shift * sums.squaredWeight;
  return ((sums.designN / (sums.designN - 1)) * Math.max(0, squares)) / (sums.weight * sums.weight);
}
