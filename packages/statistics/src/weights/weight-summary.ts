import type { TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { effectiveSampleSize, weightingDesignEffect } from "../scores/effective-sample-size.ts";

/** What a set of weights costs. */
export interface WeightSummary {
  readonly kind: "summarised";
  /** Rows with a weight other than 0. */
  readonly n: number;
  readonly sum: number;
  /** null where weights are so large that numbers do not hold it. */
  readonly sumOfSquares: number | null;
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

/** Why there is no summary. */
export type NoWeightSummary = TooFewAnswers | { readonly kind: "no-weight"; readonly weightedBase: number };

/**
 * @param weights one for each row; 0 = not in the sample
 * @returns too-few-answers without a weight, no-weight where they add up to 0 or less
 * @throws RangeError if a weight or the sum of all is not finite
 * Source: Kish 1965, Survey Sampling, 11.7. Golden values: synth_public_weighting (raked)
 */
export function weightSummary(weights: Float64Array): WeightSummary | NoWeightSummary {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  // Of weights around 1, so that no square passes what numbers can hold; a power of 2 changes no digit of ordinary weights.
  const unit = largest > 1e100 || (largest > 0 && largest < 1e-100) ? 2 ** Math.floor(Math.log2(largest)) : 1;
  let n = 0;
  let sum = 0;
  let sumOfSquares = 0;
  let minimum = Number.POSITIVE_INFINITY;
  let maximum = Number.NEGATIVE_INFINITY;
  for (const weight of weights) {
    if (!Number.isFinite(weight)) throw new RangeError(`weight ${weight}`);
    if (weight === 0) continue;
    n += 1;
    const scaled = weight / unit;
    sum += scaled;
    sumOfSquares += scaled * scaled;
    minimum = Math.min(minimum, weight);
    maximum = Math.max(maximum, weight);
  }
  if (n === 0) return tooFewAnswers(0, 1);
  if (!Number.isFinite(sum * unit)) throw new RangeError("the sum of the weights is no finite number");
  const designEffect = weightingDesignEffect(n, sum, sumOfSquares);
  if (!(sum > 0) || designEffect === null) return { kind: "no-weight", weightedBase: sum * unit };
  return {
    kind: "summarised",
    n,
    sum: sum * unit,
    sumOfSquares: finiteOrNull(sumOfSquares * unit * unit),
    mean: (sum / n) * unit,
    minimum,
    maximum,
    coefficientOfVariation: Math.sqrt(Math.max(0, designEffect - 1)),
    designEffect,
    effectiveN: effectiveSampleSize(sum, sumOfSquares),
  };
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
