import { type Cholesky, cholesky, choleskyInverse, choleskySolve } from "../linear-algebra/cholesky.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { zeroMatrix } from "../linear-algebra/matrix.ts";

export interface LeastSquares {
  readonly kind: "fitted";
  readonly coefficients: Float64Array;
  readonly residuals: Float64Array;
  /** (X′X)⁻¹ */
  readonly unscaledCovariance: Matrix;
}

/** Columns that are combinations of those before them. */
export interface SingularDesign {
  readonly kind: "singular";
  readonly columns: readonly number[];
}

/**
 * Least squares for a few columns, solved in units of each column's length.
 * @param design one row a point
 * @param outcome one a row
 * @returns singular where columns depend on one another
 */
export function leastSquares(design: Matrix, outcome: Float64Array): LeastSquares | SingularDesign {
  const { rows: n, columns: k, values: x } = design;
  const products = zeroMatrix(k, k);
  const right = new Float64Array(k);
  for (let row = 0; row < n; row++) {
    for (let i = 0; i < k; i++) {
      right[i] += x[row * k + i] * outcome[row];
      for (let j = 0; j < k; j++) products.values[i * k + j] += x[row * k + i] * x[row * k + j];
    }
  }
  const lengths = Float64Array.from({ length: k }, (_, i) => Math.sqrt(products.values[i * k + i]) || 1);
  const scaled = zeroMatrix(k, k);
  products.values.forEach((product, cell) => {
    scaled.values[cell] = product / (lengths[Math.floor(cell / k)] * lengths[cell % k]);
  });
  const factor = cholesky(scaled);
  if (factor.kind === "singular") return { kind: "singular", columns: factor.dependent };
  const solve = (side: Float64Array) =>
    choleskySolve(
      factor,
      side.map((value, i) => value / lengths[i]),
    ).map((value, i) => value / lengths[i]);
  let coefficients = solve(right);
  let residuals = residualsOf(design, outcome, coefficients);
  // One step of refinement gives back the digits that the products cost.
  const correction = solve(productsWith(design, residuals));
  coefficients = coefficients.map((value, i) => value + correction[i]);
  residuals = residualsOf(design, outcome, coefficients);
  return { kind: "fitted", coefficients, residuals, unscaledCovariance: unscaled(factor, lengths) };
}

function residualsOf(
  { columns: k, values: x }: Matrix,
  outcome: Float64Array,
  coefficients: Float64Array,
): Float64Array {
  return outcome.map((value, row) => coefficients.reduce((rest, each, i) => rest - each * x[row * k + i], value));
}

function productsWith({ columns: k, values: x }: Matrix, outcome: Float64Array): Float64Array {
  const products = new Float64Array(k);
  outcome.forEach((value, row) => {
    for (let i = 0; i < k; i++) products[i] += x[row * k + i] * value;
  });
  return products;
}

function unscaled(factor: Cholesky, lengths: Float64Array): Matrix {
  const inverse = choleskyInverse(factor);
  const k = lengths.length;
  inverse.values.forEach((value, cell) => {
    inverse.values[cell] = value / (lengths[Math.floor(cell / k)] * lengths[cell % k]);
  });
  return inverse;
}
