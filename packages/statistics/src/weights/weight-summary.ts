import type { TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { effectiveSampleSize, weightingDesignEffect } from "../scores/effective-sample-size.ts";

/** What a set of weights costs. */
export interface WeightSummary {
  readonly kind: "summarised";
  /** Rows with a weight other than 0. */
  readonly n: number;
  readonly sum: number;
  readonly sumOfSquares: number;
  readonly mean: number;
  readonly minimum: number;
  readonly maximum: number;
  /** Standard deviation over mean, with n below the root: deff = 1 + cv². */
  readonly coefficientOfVariation: number;
  /** Kish's n Σw²/(Σw)²: by what factor weighting alone raises a variance. */
  readonly designEffect: number;
  /** Kish's (Σw)²/Σw² = n / designEffect. */
  readonly effectiveN: number;
}

/**
 * @param weights one for each row; 0 = not in the sample
 * @returns too-few-answers without a weight, no-weight where they add up to 0 or less
 * @throws RangeError if a weight is not finite
 * Source: Kish 1965, Survey Sampling, 11.7. Golden values: synth_public_weighting (raked)
 */
export function weightSummary(
  weights: Float64Array,
): WeightSummary | TooFewAnswers | { readonly kind: "no-weight"; readonly weightedBase: number } {
  let n = 0;
  let sum = 0;
  let sumOfSquares = 0;
  let minimum = Number.POSITIVE_INFINITY;
  let maximum = Number.NEGATIVE_INFINITY;
  for (const weight of weights) {
    if (!Number.isFinite(weight)) throw new RangeError(`weight ${weight}`);
    if (weight === 0) continue;
    n += 1;
    sum += weight;
    sumOfSquares += weight * weight;
    minimum = Math.min(minimum, weight);
    maximum = Math.max(maximum, weight);
  }
  if (n === 0) return tooFewAnswers(0, 1);
  const designEffect = weightingDesignEffect(n, sum, sumOfSquares);
  if (!(sum > 0) || designEffect === null) return { kind: "no-weight", weightedBase: sum };
  return {
    kind: "summarised",
    n,
    sum,
    sumOfSquares,
    mean: sum / n,
    minimum,
    maximum,
    coefficientOfVariation: Math.sqrt(Math.max(0, designEffect - 1)),
    designEffect,
    effectiveN: effectiveSampleSize(sum, sumOfSquares),
  };
}
