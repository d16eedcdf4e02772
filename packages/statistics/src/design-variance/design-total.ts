import { requireConfidence, studentInterval } from "../estimate/interval.ts";
import { covarianceOfInfluences } from "./design-covariance.ts";
import type { DesignEstimate } from "./design-mean.ts";
import { meanOfDesign } from "./design-mean.ts";
import type { Domain, NoDesignEstimate } from "./domain.ts";
import { answeredRows } from "./domain.ts";
import type { SurveyDesign } from "./survey-design.ts";

/**
 * Weighted total of a domain, Σ w y, with its linearised standard error and a t interval. It answers "how many customers in all"
 * only where the weights add up to the population.
 * @param values one for each row, in any unit, or 1 and 0 to count; NaN = no answer and adds nothing, so a total of a question
 *   that some skipped is too low
 * @returns as `designMean`; the design effect and effective n are those of the total: variance over (Σw)² s²/n
 * @throws RangeError if lengths differ, a value is infinite, or confidence is outside (0, 1)
 * Source: R's `survey::svytotal`. Golden values: api_survey (total_enroll), synth_public_complexdesign (total_t2)
 */
export function designTotal(
  design: SurveyDesign,
  values: Float64Array,
  confidence: number,
  domain: Domain = null,
): DesignEstimate | NoDesignEstimate {
  requireConfidence(confidence);
  const mean = meanOfDesign(design, values, domain);
  if (mean.kind !== "found") return mean;
  const isAnswered = answeredRows(design, [values], domain);
  const found = covarianceOfInfluences(design, 1, (_, into) => {
    for (let row = 0; row < design.rows; row++) {
      if (isAnswered[row] === 1) into[row] = design.weights[row] * values[row];
    }
  });
  if (found.kind !== "estimated") return found;
  const { base, degreesOfFreedom } = mean;
  const value = mean.mean * base.weightedBase;
  const simple = (base.weightedBase ** 2 * mean.spread) / base.n;
  const variance = found.matrix.values[0] > 1e-24 * value * value ? found.matrix.values[0] : 0;
  const standardError = Math.sqrt(variance);
  return {
    kind: "estimated",
    value,
    standardError,
    interval: studentInterval(value, standardError, degreesOfFreedom, confidence, "linearised-t"),
    ...base,
    effectiveN: variance > 0 && simple > 0 ? (base.n * simple) / variance : base.effectiveN,
    designEffect: simple > 0 ? variance / simple : null,
    method: "total/design-linearised",
  };
}
