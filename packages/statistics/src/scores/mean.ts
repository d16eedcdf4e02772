import type { Estimate } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { normalInterval, requireConfidence, studentInterval } from "../estimate/interval.ts";
import type { Sums } from "../tally/sums.ts";
import { answersForVariance, meanWithVariance } from "./mean-variance.ts";

/**
 * Mean of a numeric variable, in the variable's own unit.
 *
 * Without weights: s/√n and a t interval on n − 1 degrees of freedom. With case weights: the linearised standard error
 * and a normal interval. If all answers are equal the standard error is 0 and the interval's method is "no-variation".
 * @returns too-few-answers below two answers
 * @throws RangeError unless 0 < confidence < 1
 * Golden values: golden/example/expected/synth_public_scores.json (mean_t_lo, osat_mean_se)
 */
export function meanEstimate(sums: Sums, confidence: number): Estimate {
  requireConfidence(confidence);
  const found = meanWithVariance(sums);
  if (found === null) return tooFewAnswers(sums.n, answersForVariance);
  const { mean, variance, n, weightedBase, effectiveN } = found;
  const standardError = Math.sqrt(variance);
  const base = { kind: "estimated", value: mean, standardError, n, weightedBase, effectiveN } as const;
  return sums.weighting === "none"
    ? { ...base, interval: studentInterval(mean, standardError, n - 1, confidence, "t"), method: "mean/t" }
    : { ...base, interval: normalInterval(mean, standardError, confidence, "linearised"), method: "mean/linearised" };
}
