import { cholesky } from "../linear-algebra/cholesky.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { zeroMatrix } from "../linear-algebra/matrix.ts";
import type { NoWeight } from "./domain.ts";

/** Predictors of the complete rows, about their weighted means in units of their weighted spread. */
export interface StandardisedPredictors {
  readonly kind: "standardised";
  /** Places of the complete rows in the design. */
  readonly rows: Int32Array;
  /** One a predictor, one number a complete row. */
  readonly columns: readonly Float64Array[];
  /** Σw over the complete rows. */
  readonly weight: number;
  /** Coefficients of intercept and standardised predictors → of intercept and predictors. */
  readonly toOwnUnits: (coefficients: Float64Array) => Float64Array;
  /** The same for each column of a square matrix. */
  readonly rowsToOwnUnits: (matrix: Matrix) => Matrix;
}

export interface DependentPredictors {
  readonly kind: "singular";
  /** Places of the predictors that are constant or a linear combination of those before them. */
  readonly dependent: readonly number[];
}

/** Spread below this share of the mean is rounding. */
const relativeSpread = 1e-13;

export function standardisedPredictors(
  weights: Float64Array,
  predictors: readonly Float64Array[],
  isComplete: Uint8Array,
): StandardisedPredictors | DependentPredictors | NoWeight {
  const rows = Int32Array.from(isComplete.keys()).filter((row) => isComplete[row] === 1);
  const weight = rows.reduce((sum, row) => sum + weights[row], 0);
  if (!(weight > 0)) return { kind: "no-weight", weightedBase: weight };
  const means = predictors.map(
    (column) =>
      column[rows[0]] + rows.reduce((sum, row) => sum + weights[row] * (column[row] - column[rows[0]]), 0) / weight,
  );
  const spreads = predictors.map((column, j) =>
    Math.sqrt(rows.reduce((sum, row) => sum + Math.abs(weights[row]) * (column[row] - means[j]) ** 2, 0) / weight),
  );
  const constant = Array.from(spreads.keys()).filter((j) => !(spreads[j] > relativeSpread * Math.abs(means[j])));
  if (constant.length > 0) return { kind: "singular", dependent: constant };
  const columns = predictors.map((column, j) =>
    Float64Array.from(rows, (row) => (column[row] - means[j]) / spreads[j]),
  );
  const factor = cholesky(weightedProducts(columns, rows, weights));
  if (factor.kind === "singular") return factor;
  const toOwnUnits = (coefficients: Float64Array) => {
    const own = Float64Array.from(coefficients, (value, j) => (j === 0 ? value : value / spreads[j - 1]));
    for (let j = 1; j < own.length; j++) own[0] -= own[j] * means[j - 1];
    return own;
  };
  const rowsToOwnUnits = (matrix: Matrix) => {
    const turned = zeroMatrix(matrix.rows, matrix.columns);
    for (let column = 0; column < matrix.columns; column++) {
      const own = toOwnUnits(
        Float64Array.from({ length: matrix.rows }, (_, row) => matrix.values[row * matrix.columns + column]),
      );
      own.forEach((value, row) => {
        turned.values[row * matrix.columns + column] = value;
      });
    }
    return turned;
  };
  return { kind: "standardised", rows, columns, weight, toOwnUnits, rowsToOwnUnits };
}

/** Σ w x x′. */
function weightedProducts(columns: readonly Float64Array[], rows: Int32Array, weights: Float64Array): Matrix {
  const size = columns.length;
  const products = zeroMatrix(size, size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < rows.length; k++) sum += weights[rows[k]] * columns[i][k] * columns[j][k];
      products.values[i * size + j] = sum;
      products.values[j * size + i] = sum;
    }
  }
  return products;
}
