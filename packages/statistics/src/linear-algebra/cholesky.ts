import type { Matrix } from "./matrix.ts";
import { zeroMatrix } from "./matrix.ts";

export interface Cholesky {
  readonly kind: "factored";
  /** Lower triangle L with L Lᵀ = A. */
  readonly lower: Matrix;
}

export interface Singular {
  readonly kind: "singular";
  /** Rows that are linear combinations of the rows before them. */
  readonly dependent: readonly number[];
}

/**
 * Cholesky factor of a symmetric matrix, usually of correlations.
 * @param tolerance a pivot below tolerance × its diagonal element counts as zero. For correlations the pivot of a
 *   variable is 1 − R² on the variables before it, so 1e-10 stands for a variance inflation of 10¹⁰
 * @returns singular with every dependent row, not only the first
 */
export function cholesky(matrix: Matrix, tolerance = 1e-10): Cholesky | Singular {
  const size = matrix.rows;
  const lower = zeroMatrix(size, size);
  const dependent: number[] = [];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix.values[row * size + column];
      for (let k = 0; k < column; k++) sum -= lower.values[row * size + k] * lower.values[column * size + k];
      const pivot = lower.values[column * size + column];
      if (column < row) lower.values[row * size + column] = pivot === 0 ? 0 : sum / pivot;
      else if (sum > tolerance * matrix.values[row * size + row]) lower.values[row * size + row] = Math.sqrt(sum);
      else dependent.push(row);
    }
  }
  return dependent.length > 0 ? { kind: "singular", dependent } : { kind: "factored", lower };
}

/** Solution x of A x = `right`. */
export function choleskySolve({ lower }: Cholesky, right: ArrayLike<number>): Float64Array {
  const size = lower.rows;
  const x = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < row; k++) x[row] -= lower.values[row * size + k] * x[k];
    x[row] /= lower.values[row * size + row];
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let k = row + 1; k < size; k++) x[row] -= lower.values[k * size + row] * x[k];
    x[row] /= lower.values[row * size + row];
  }
  return x;
}

/** A⁻¹, symmetric. */
export function choleskyInverse(factor: Cholesky): Matrix {
  const size = factor.lower.rows;
  const inverse = zeroMatrix(size, size);
  const unit = new Float64Array(size);
  for (let column = 0; column < size; column++) {
    unit.fill(0);
    unit[column] = 1;
    inverse.values.set(choleskySolve(factor, unit), column * size);
  }
  return inverse;
}
