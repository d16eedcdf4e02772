import type { Sums } from "../tally/sums.ts";
import { effectiveSampleSize } from "./effective-sample-size.ts";

/** What inference on one mean needs. Variances are of the mean, not of the answers. */
export interface MeanWithVariance {
  readonly mean: number;
  readonly variance: number;
  readonly n: number;
  readonly weightedBase: number;
  readonly effectiveN: number;
  /** Of the variance: effectiveN − 1. */
  readonly degreesOfFreedom: number;
}

/** Answers below this number leave a variance undefined. */
export const answersForVariance = 2;

/** Effective answers, rounded to whole ones, below two: one answer carries the mean, and nothing says how sure it is. */
export function isTooFewForVariance(effectiveN: number): boolean {
  return effectiveN < answersForVariance - 0.5;
}

/**
 * Mean and the variance of it: s²/n without weights; with case weights n_eff/(n_eff − 1) Σu², u = w(x − mean)/Σw and n_eff
 * Kish's. The usual n/(n − 1) leaves Σu² too small in small samples, where a few heavy answers carry the mean; with n_eff in its
 * place, and t on n_eff − 1 degrees of freedom, equal weights give what no weights give.
 * @returns null with fewer than two answers, or two effective ones (rounded to whole ones)
 */
export function meanWithVariance(sums: Sums): MeanWithVariance | null {
  if (sums.n < answersForVariance) return null;
  const effectiveN = effectiveSampleSize(sums.weight, sums.squaredWeight);
  if (isTooFewForVariance(effectiveN)) return null;
  const degreesOfFreedom = effectiveN - 1;
  return {
    mean: sums.centre + sums.x / sums.weight,
    variance:
      sums.weighting === "none" ? simpleVariance(sums) : (effectiveN / degreesOfFreedom) * sumOfSquaredInfluences(sums),
    n: sums.n,
    weightedBase: sums.weight,
    effectiveN,
    degreesOfFreedom,
  };
}

function simpleVariance(sums: Sums): number {
  return Math.max(0, sums.xx - (sums.x * sums.x) / sums.n) / (sums.n - 1) / sums.n;
}

/** Σu², u = w(x − mean)/Σw: the variance of a mean before any factor for small samples. */
export function sumOfSquaredInfluences(sums: Sums): number {
  const shift = sums.x / sums.weight;
  const squares = sums.squaredWeightXX - 2 * shift * sums.squaredWeightX + shift * shift * sums.squaredWeight;
  return Math.max(0, squares) / (sums.weight * sums.weight);
}
