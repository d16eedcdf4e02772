import type { Estimate } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence, studentInterval } from "../estimate/interval.ts";
import type { Sums } from "../tally/sums.ts";
import { answersForVariance, meanWithVariance } from "./mean-variance.ts";

/**
 * Mean of a numeric variable, in the variable's own unit.
 *
 * Without weights: s/√n and a t interval on n − 1 degrees of freedom. With case weights: the linearised standard error with
 * Kish's n_eff in its factor, and t on n_eff − 1; R's form is `linearisedMean`. If all answers are equal the standard error is 0
 * and the interval's method is "no-variation".
 * @returns too-few-answers below two answers, with weights below two effective ones
 * @throws RangeError unless 0 < confidence < 1
 * Golden values: golden/example/expected/synth_public_scores.json (mean_t_lo, osat_mean)
 */
export function meanEstimate(sums: Sums, confidence: number): Estimate {
  requireConfidence(confidence);
  const found = meanWithVariance(sums);
  if (found === null) return tooFewAnswers(sums.n, answersForVariance);
  const { mean, variance, n, weightedBase, effectiveN, degreesOfFreedom } = found;
  const standardError = Math.sqrt(variance);
  const isWeighted = sums.weighting !== "none";
  const intervalMethod = isWeighted ? "linearised-t" : "t";
  return {
    kind: "estimated",
    value: mean,
    standardError,
    n,
    weightedBase,
    effectiveN,
    interval: studentInterval(mean, standardError, degreesOfFreedom, confidence, intervalMethod),
    method: isWeighted ? "mean/linearised-t" : "mean/t",
  };
}
