import {
  covarianceOfInfluences,
  type DesignCovariance,
  type LonelyStrata,
} from "../design-variance/design-covariance.ts";
import type { Domain, NoDesignEstimate } from "../design-variance/domain.ts";
import { degreesOfFreedomOf } from "../design-variance/domain.ts";
import type { ConstantOutcome, SeparatedOutcome } from "../design-variance/regression-problem.ts";
import type { SurveyDesign } from "../design-variance/survey-design.ts";
import { requireConfidence } from "../estimate/interval.ts";
import { cumulativeScores, fitCumulative } from "./cumulative-fit.ts";
import { logitLink } from "./cumulative-link.ts";
import { type ModelCoefficient, mappedCovariance, studentCoefficients } from "./model-coefficients.ts";
import { type NoModel, sampleOfDesign } from "./model-sample.ts";
import { inOwnUnits, noOrdinalMaximum, ordinalSample, thresholdNames } from "./ordinal-sample.ts";
import type { Term } from "./terms.ts";

export interface DesignOrdinal {
  readonly kind: "estimated";
  readonly thresholds: readonly ModelCoefficient[];
  readonly coefficients: readonly ModelCoefficient[];
  readonly levels: readonly number[];
  /** PSUs − strata − predictors, counted over the complete rows. */
  readonly degreesOfFreedom: number;
  readonly n: number;
  readonly weightedBase: number;
  readonly converged: boolean;
  readonly iterations: number;
  readonly method: "ordinal-logit/design-linearised";
}

export type DesignOrdinalResult = DesignOrdinal | NoModel | NoDesignEstimate | SeparatedOutcome | ConstantOutcome;

/**
 * Proportional odds model for weighted answers: coefficients maximise the weighted likelihood, errors come from the influences of the
 * rows over the design. There is no likelihood of weighted people, so no AIC and no likelihood ratio test.
 * @throws RangeError if there is no predictor, lengths differ, a value is infinite, or confidence is outside (0, 1)
 * Source: Binder 1983; Lumley 2010, 6; R's `survey::svyolr`. Golden values: golden/second/expected/survey_regression.json
 */
export function designOrdinalLogit(
  design: SurveyDesign,
  outcome: Float64Array,
  terms: readonly Term[],
  confidence: number,
  domain: Domain = null,
): DesignOrdinalResult {
  requireConfidence(confidence);
  const sample = sampleOfDesign(design, domain, outcome, terms, 2);
  if (sample.kind !== "sample") return sample;
  const ordinal = ordinalSample(outcome, sample);
  if (ordinal.kind !== "ordinal") return ordinal;
  const { rows, weight } = sample.standardised;
  const isComplete = new Uint8Array(design.rows);
  for (const row of rows) isComplete[row] = 1;
  const degreesOfFreedom = degreesOfFreedomOf(design, isComplete, sample.columns.length);
  if (typeof degreesOfFreedom !== "number") return degreesOfFreedom;
  const fit = fitCumulative(ordinal.problem, logitLink);
  if (fit.kind !== "fitted") return noOrdinalMaximum(fit, ordinal);
  const covariance = linearised(
    design,
    rows,
    fit.inverse.values,
    cumulativeScores(ordinal.problem, logitLink, fit.parameters),
  );
  if (covariance.kind !== "estimated") return covariance;
  const toOwnUnits = inOwnUnits(ordinal);
  const all = studentCoefficients(
    [...thresholdNames(ordinal.levels), ...sample.columns],
    toOwnUnits(fit.parameters),
    mappedCovariance(covariance.matrix, toOwnUnits),
    degreesOfFreedom,
    confidence,
    "linearised-t",
  );
  return {
    kind: "estimated",
    thresholds: all.slice(0, ordinal.levels.length - 1),
    coefficients: all.slice(ordinal.levels.length - 1),
    levels: ordinal.levels,
    degreesOfFreedom,
    n: rows.length,
    weightedBase: weight,
    converged: fit.converged,
    iterations: fit.iterations,
    method: "ordinal-logit/design-linearised",
  };
}

/** Covariance of A⁻¹ Σ w s, s the score of a row. */
function linearised(
  design: SurveyDesign,
  rows: Int32Array,
  inverse: Float64Array,
  scores: readonly Float64Array[],
): DesignCovariance | LonelyStrata {
  const size = Math.sqrt(inverse.length);
  return covarianceOfInfluences(design, size, (column, into) => {
    rows.forEach((row, k) => {
      let sum = 0;
      for (let j = 0; j < size; j++) sum += inverse[column * size + j] * scores[k][j];
      into[row] = design.weights[row] * sum;
    });
  });
}
