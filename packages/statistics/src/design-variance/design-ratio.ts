import { requireConfidence, studentInterval } from "../estimate/interval.ts";
import { covarianceOfInfluences } from "./design-covariance.ts";
import type { DesignEstimate } from "./design-mean.ts";
import { meanOfDesign } from "./design-mean.ts";
import type { Domain, NoDesignEstimate } from "./domain.ts";
import { answeredRows } from "./domain.ts";
import type { SurveyDesign } from "./survey-design.ts";

/** The denominators add up to 0: there is no ratio. */
export interface NoDenominator {
  readonly kind: "no-denominator";
  readonly n: number;
}

/**
 * Ratio of two weighted totals, Σ w y / Σ w x (satisfaction per expectation, complaints per order), with its linearised standard
 * error and a t interval, over the rows that answered both.
 * @param numerator, denominator one for each row, NaN = no answer
 * @returns as `designMean`, or no-denominator; the design effect is that of the mean of y − R x
 * @throws RangeError if lengths differ, a value is infinite, or confidence is outside (0, 1)
 * Source: R's `survey::svyratio`. Golden values: api_survey (ratio_apistu_enroll), synth_public_complexdesign (ratio)
 */
export function designRatio(
  design: SurveyDesign,
  numerator: Float64Array,
  denominator: Float64Array,
  confidence: number,
  domain: Domain = null,
): DesignEstimate | NoDesignEstimate | NoDenominator {
  requireConfidence(confidence);
  const isAnswered = answeredRows(design, [numerator, denominator], domain);
  const totals = { numerator: 0, denominator: 0, size: 0 };
  for (let row = 0; row < design.rows; row++) {
    if (isAnswered[row] === 0) continue;
    totals.numerator += design.weights[row] * numerator[row];
    totals.denominator += design.weights[row] * denominator[row];
    totals.size += Math.abs(design.weights[row] * denominator[row]);
  }
  const value = totals.numerator / totals.denominator;
  const residuals = numerator.map((y, row) => (isAnswered[row] === 1 ? y - value * denominator[row] : Number.NaN));
  const hasRatio = Math.abs(totals.denominator) > 1e-13 * totals.size && Number.isFinite(value);
  const mean = meanOfDesign(design, hasRatio ? residuals : numerator, hasRatio ? domain : isAnswered);
  if (mean.kind !== "found") return mean;
  if (!hasRatio) return { kind: "no-denominator", n: mean.base.n };
  const found = covarianceOfInfluences(design, 1, (_, into) => {
    for (let row = 0; row < design.rows; row++) {
      if (isAnswered[row] === 1) into[row] = (design.weights[row] * residuals[row]) / totals.denominator;
    }
  });
  if (found.kind !== "estimated") return found;
  const standardError = Math.sqrt(found.matrix.values[0] > (1e-14 * value) ** 2 ? found.matrix.values[0] : 0);
  return {
    kind: "estimated",
    value,
    standardError,
    interval: studentInterval(value, standardError, mean.degreesOfFreedom, confidence, "linearised-t"),
    ...mean.base,
    method: "ratio/design-linearised",
  };
}
