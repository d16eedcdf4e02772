/**
 * Standard errors of regression coefficients for answers with case weights. `lm(weights =)` takes weights for precisions;
 * sampling weights are not: the spread must come from the weighted residuals themselves.
 */
import { studentTwoSided } from "../distribution/student-t.ts";
import { choleskyInverse } from "../linear-algebra/cholesky.ts";
import type { Moments } from "../moments/moments.ts";
import { driverProblem, type NoDrivers } from "./driver-problem.ts";
import type { DriverSample } from "./driver-sample.ts";
import type { LinearRegression } from "./linear-regression.ts";

export interface DesignBasedErrors {
  readonly kind: "estimated";
  /** In the order of the regression's coefficients, without the intercept. */
  readonly standardErrors: Float64Array;
  /** Two-sided, Student's t with n − predictors − 1; null where a standard error is 0. */
  readonly pValues: readonly (number | null)[];
}

/**
 * Linearised (sandwich) errors S⁻¹ (Σ ω² e² x x′) S⁻¹ · n/(n − 1), x about its weighted mean.
 * @param sample the complete cases that `moments` and `regression` were computed from, weighted
 * @param designN rows of the whole sample; missing answers do not reduce it
 * @throws RangeError if the sample has no weights
 * Source: Binder 1983; agrees with R's `survey::svyglm` (ids = ~1). Golden values: golden/example/expected/weighted_drivers.json
 */
export function designBasedErrors(
  sample: DriverSample,
  moments: Moments,
  regression: LinearRegression,
  designN: number,
): DesignBasedErrors | NoDrivers {
  const { caseWeights } = sample;
  if (caseWeights === null) throw new RangeError("errors of the design need case weights");
  const problem = driverProblem(moments, sample.target);
  if (problem.kind !== "problem") return problem;
  const { predictors, factor, degreesOfFreedom } = problem;
  const size = moments.variables.length;
  const p = predictors.length;
  const spread = predictors.map((index) => Math.sqrt(moments.crossProducts[index * size + index]));
  const meat = weightedResidualProducts(sample, caseWeights, moments, regression, predictors, spread);
  const inverse = choleskyInverse(factor).values;
  const standardErrors = Float64Array.from(predictors, (_, j) => {
    let variance = 0;
    for (let a = 0; a < p; a++) {
      for (let b = 0; b < p; b++) variance += inverse[j * p + a] * meat[a * p + b] * inverse[b * p + j];
    }
    return Math.sqrt((Math.max(0, variance) * designN) / (designN - 1)) / spread[j];
  });
  const pValues = regression.coefficients.map(({ value }, j) =>
    standardErrors[j] > 0 ? studentTwoSided(value / standardErrors[j], degreesOfFreedom) : null,
  );
  return { kind: "estimated", standardErrors, pValues };
}

/** Σ ω² e² z z′, z the predictors about their means in units of their spread. */
function weightedResidualProducts(
  sample: DriverSample,
  caseWeights: Float64Array,
  moments: Moments,
  regression: LinearRegression,
  predictors: readonly number[],
  spread: readonly number[],
): Float64Array {
  const p = predictors.length;
  const products = new Float64Array(p * p);
  const z = new Float64Array(p);
  const slopes = regression.coefficients.map(({ value }) => value);
  for (let row = 0; row < caseWeights.length; row++) {
    let residual = sample.columns[sample.target][row] - moments.means[sample.target];
    for (let j = 0; j < p; j++) {
      const deviation = sample.columns[predictors[j]][row] - moments.means[predictors[j]];
      residual -= slopes[j] * deviation;
      z[j] = deviation / spread[j];
    }
    const squared = (caseWeights[row] * residual) ** 2;
    for (let a = 0; a < p; a++) for (let b = 0; b < p; b++) products[a * p + b] += squared * z[a] * z[b];
  }
  return products;
}
