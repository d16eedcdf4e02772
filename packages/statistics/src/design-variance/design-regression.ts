/**
 * Regression for answers from a design. Coefficients are those of the weighted fit; their errors come from the influences of the
 * rows, u = w r A⁻¹ x, so they hold whether or not the model's own assumptions on the residuals do. Predictors are centred and
 * scaled before the normal equations, so an offset or a unit costs no digits.
 * Source: Binder 1983, International Statistical Review 51; R's `survey::svyglm`. Golden values: api_survey (svyglm_*)
 */
import { studentTwoSided } from "../distribution/student-t.ts";
import type { Coefficient } from "../drivers/linear-regression.ts";
import type { Interval } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence, studentInterval } from "../estimate/interval.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { covarianceOfInfluences, type LonelyStrata } from "./design-covariance.ts";
import { type FittedModel, fitLinear } from "./design-fit.ts";
import type { Domain } from "./domain.ts";
import { answeredRows, countOf, degreesOfFreedomOf } from "./domain.ts";
import { fitLogit } from "./logit-fit.ts";
import type { ConstantOutcome, NoDesignRegression, SeparatedOutcome } from "./regression-problem.ts";
import { type StandardisedPredictors, standardisedPredictors } from "./standardised-predictors.ts";
import type { SurveyDesign } from "./survey-design.ts";

export interface Predictors {
  readonly names: readonly string[];
  /** One column a name, NaN = no answer; without the intercept, which is always there. */
  readonly columns: readonly Float64Array[];
}

export interface DesignCoefficient extends Coefficient {
  readonly interval: Interval;
}

export interface DesignRegression {
  readonly kind: "estimated";
  /** The intercept first. */
  readonly coefficients: readonly DesignCoefficient[];
  /** Of the coefficients, in their order. */
  readonly covariance: Matrix;
  /** PSUs − strata + 1 − coefficients, counted over the complete rows. */
  readonly degreesOfFreedom: number;
  readonly n: number;
  readonly weightedBase: number;
  readonly converged: boolean;
  /** Newton steps; 1 for the linear model. */
  readonly iterations: number;
  readonly method: "regression/design-linearised" | "logit/design-linearised";
}

/**
 * Weighted least squares of an outcome on predictors, over the rows that answered everything.
 * @throws RangeError if lengths or names do not fit, a value is infinite, or confidence is outside (0, 1)
 */
export function designLinearRegression(
  design: SurveyDesign,
  outcome: Float64Array,
  predictors: Predictors,
  confidence: number,
  domain: Domain = null,
): DesignRegression | NoDesignRegression {
  const sample = sampleOf(design, outcome, predictors, confidence, domain);
  if (sample.kind !== "sample") return sample;
  const fit = fitLinear(design.weights, outcome, sample.standardised);
  return fit.kind === "fitted" ? regressionOf(design, sample, fit, confidence, "regression/design-linearised") : fit;
}

/**
 * Logit of an outcome of 0 and 1, by Newton's method.
 * @returns separated or no-variation where the coefficients would be infinite
 * @throws RangeError as the linear model, and if an outcome is neither 0 nor 1
 */
export function designLogit(
  design: SurveyDesign,
  outcome: Float64Array,
  predictors: Predictors,
  confidence: number,
  domain: Domain = null,
): DesignRegression | NoDesignRegression | SeparatedOutcome | ConstantOutcome {
  const odd = outcome.find((value) => !(value === 0 || value === 1 || Number.isNaN(value)));
  if (odd !== undefined) throw new RangeError(`an outcome is 0 or 1, got ${odd}`);
  const sample = sampleOf(design, outcome, predictors, confidence, domain);
  if (sample.kind !== "sample") return sample;
  const fit = fitLogit(design.weights, outcome, sample.standardised, predictors.names);
  return fit.kind === "fitted" ? regressionOf(design, sample, fit, confidence, "logit/design-linearised") : fit;
}

interface RegressionSample {
  readonly kind: "sample";
  readonly names: readonly string[];
  readonly standardised: StandardisedPredictors;
  readonly degreesOfFreedom: number;
}

function sampleOf(
  design: SurveyDesign,
  outcome: Float64Array,
  { names, columns }: Predictors,
  confidence: number,
  domain: Domain,
): RegressionSample | NoDesignRegression {
  requireConfidence(confidence);
  if (names.length !== columns.length) throw new RangeError("one name for each predictor is needed");
  const isComplete = answeredRows(design, [outcome, ...columns], domain);
  const n = countOf(isComplete);
  const required = names.length + 2;
  if (n < required) return tooFewAnswers(n, required);
  const degreesOfFreedom = degreesOfFreedomOf(design, isComplete, names.length);
  if (typeof degreesOfFreedom !== "number") return degreesOfFreedom;
  const standardised = standardisedPredictors(design.weights, columns, isComplete);
  if (standardised.kind === "no-weight") return standardised;
  if (standardised.kind === "singular") {
    return { kind: "singular", variables: standardised.dependent.map((column) => names[column]) };
  }
  return { kind: "sample", names: ["(Intercept)", ...names], standardised, degreesOfFreedom };
}

function regressionOf(
  design: SurveyDesign,
  { names, standardised, degreesOfFreedom }: RegressionSample,
  fit: FittedModel,
  confidence: number,
  method: DesignRegression["method"],
): DesignRegression | LonelyStrata {
  const { rows, weight } = standardised;
  const values = standardised.toOwnUnits(fit.coefficients);
  const size = names.length;
  // Rows of A⁻¹ turned into the predictors' own units, one a coefficient.
  const influenceOf = standardised.rowsToOwnUnits(fit.inverse);
  const found = covarianceOfInfluences(design, size, (column, into) => {
    const own = influenceOf.values.subarray(column * size, (column + 1) * size);
    rows.forEach((row, place) => {
      let sum = own[0];
      for (let j = 1; j < size; j++) sum += own[j] * standardised.columns[j - 1][place];
      into[row] = design.weights[row] * fit.residuals[place] * sum;
    });
  });
  if (found.kind !== "estimated") return found;
  const coefficients = names.map((variable, j): DesignCoefficient => {
    const value = values[j];
    const standardError = Math.sqrt(Math.max(0, found.matrix.values[j * size + j]));
    const interval = studentInterval(value, standardError, degreesOfFreedom, confidence, "linearised-t");
    if (!(standardError > 0)) return { variable, value, standardError, interval, statistic: null, pValue: null };
    const statistic = value / standardError;
    const pValue = studentTwoSided(statistic, degreesOfFreedom);
    return { variable, value, standardError, interval, statistic, pValue };
  });
  const { converged, iterations } = fit;
  const base = { n: rows.length, weightedBase: weight, degreesOfFreedom, converged, iterations };
  return { kind: "estimated", coefficients, covariance: found.matrix, ...base, method };
}
