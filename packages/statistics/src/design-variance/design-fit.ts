import { cholesky, choleskyInverse, choleskySolve } from "../linear-algebra/cholesky.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { zeroMatrix } from "../linear-algebra/matrix.ts";
import type { SingularPredictors } from "./regression-problem.ts";
import type { StandardisedPredictors } from "./standardised-predictors.ts";

export interface FittedModel {
  readonly kind: "fitted";
  /** Intercept and standardised predictors. */
  readonly coefficients: Float64Array;
  /** A⁻¹, A = Σ w v x x′ with v the variance function. */
  readonly inverse: Matrix;
  /** Observed minus expected, one a complete row. */
  readonly residuals: Float64Array;
  readonly converged: boolean;
  readonly iterations: number;
}

export function fitLinear(
  weights: Float64Array,
  outcome: Float64Array,
  predictors: StandardisedPredictors,
): FittedModel | SingularPredictors {
  const { rows } = predictors;
  const centre = outcome[rows[0]];
  const ones = new Float64Array(rows.length).fill(1);
  const deviations = Float64Array.from(rows, (row) => outcome[row] - centre);
  const step = newtonStep(weights, ones, deviations, predictors);
  if (step === null) return { kind: "singular", variables: [] };
  const fitted = linearPredictor(step.change, predictors);
  const scale = deviations.reduce((highest, value) => Math.max(highest, Math.abs(value)), Math.abs(centre));
  // What is left of an exact fit is rounding.
  const residuals = deviations.map((value, k) => (Math.abs(value - fitted[k]) > 1e-13 * scale ? value - fitted[k] : 0));
  const coefficients = Float64Array.from(step.change, (value, j) => (j === 0 ? value + centre : value));
  return { kind: "fitted", coefficients, inverse: step.inverse, residuals, converged: true, iterations: 1 };
}

/** A⁻¹ Σ w r x and A⁻¹; null where A is singular. */
function newtonStep(
  weights: Float64Array,
  variances: Float64Array,
  residuals: Float64Array,
  { rows, columns }: StandardisedPredictors,
): { readonly change: Float64Array; readonly inverse: Matrix } | null {
  const size = columns.length + 1;
  const information = zeroMatrix(size, size);
  const score = new Float64Array(size);
  const x = new Float64Array(size).fill(1);
  rows.forEach((row, k) => {
    for (let j = 1; j < size; j++) x[j] = columns[j - 1][k];
    for (let a = 0; a < size; a++) {
      score[a] += weights[row] * residuals[k] * x[a];
      const weighted = weights[row] * variances[k] * x[a];
      for (let b = 0; b <= a; b++) information.values[a * size + b] += weighted * x[b];
    }
  });
  for (let a = 0; a < size; a++)
    for (let b = 0; b < a; b++) information.values[b * size + a] = information.values[a * size + b];
  const factor = cholesky(information, 1e-13);
  return factor.kind === "singular" ? null : { change: choleskySolve(factor, score), inverse: choleskyInverse(factor) };
}

function linearPredictor(coefficients: Float64Array, { rows, columns }: StandardisedPredictors): Float64Array {
  const predictor = new Float64Array(rows.length).fill(coefficients[0]);
  columns.forEach((column, j) => {
    for (let k = 0; k < predictor.length; k++) predictor[k] += coefficients[j + 1] * column[k];
  });
  return predictor;
}
