import type { Estimate } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { normalInterval, requireConfidence } from "../estimate/interval.ts";
import type { Sums } from "../tally/sums.ts";
import { effectiveSampleSize } from "./effective-sample-size.ts";
import { answersForVariance, sumOfSquaredInfluences } from "./mean-variance.ts";

/**
 * A weighted mean as R's survey package has it, for comparison with it: the linearised variance with the factor of the whole
 * design, and a normal interval. In small samples that interval is too short; `meanEstimate` is the default.
 * @returns too-few-answers below two answers
 * @throws RangeError unless 0 < confidence < 1
 * Source: Lumley 2010, Complex Surveys, 2.2; `survey::svymean` with ids = ~1, and `confint` of it.
 * Golden values: golden/example/expected/synth_public_scores.json (osat_mean_se, nps_se_linearised)
 */
export function linearisedMean(sums: Sums, confidence: number): Estimate {
  requireConfidence(confidence);
  if (sums.n < answersForVariance) return tooFewAnswers(sums.n, answersForVariance);
  const value = sums.centre + sums.x / sums.weight;
  const standardError = Math.sqrt(linearisedVariance(sums));
  return {
    kind: "estimated",
    value,
    standardError,
    interval: normalInterval(value, standardError, confidence, "linearised"),
    n: sums.n,
    weightedBase: sums.weight,
    effectiveN: effectiveSampleSize(sums.weight, sums.squaredWeight),
    method: "mean/linearised",
  };
}

/** V = n/(n − 1) Σu², u = w(x − mean)/Σw, n the rows of the whole design; from two answers. */
export function linearisedVariance(sums: Sums): number {
  return (sums.designN / (sums.designN - 1)) * sumOfSquaredInfluences(sums);
}
