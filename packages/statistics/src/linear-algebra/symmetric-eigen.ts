import { Matrix as DenseMatrix, EigenvalueDecomposition } from "ml-matrix";
import type { Matrix } from "./matrix.ts";
import { zeroMatrix } from "./matrix.ts";

export interface SymmetricEigen {
  /** Ascending. */
  readonly values: Float64Array;
  /** Column j is the unit eigenvector of value j. */
  readonly vectors: Matrix;
}

/**
 * Eigenvalues and vectors of a symmetric matrix (Householder tridiagonalisation, then QL).
 * @throws RangeError if the matrix is not square
 */
export function symmetricEigen(matrix: Matrix): SymmetricEigen {
  if (matrix.rows !== matrix.columns) throw new RangeError("an eigendecomposition needs a square matrix");
  const size = matrix.rows;
  const dense = DenseMatrix.from1DArray(size, size, Array.from(matrix.values));
  const found = new EigenvalueDecomposition(dense, { assumeSymmetric: true });
  const order = found.realEigenvalues.map((_, index) => index);
  order.sort((a, b) => found.realEigenvalues[a] - found.realEigenvalues[b]);
  const vectors = zeroMatrix(size, size);
  for (let row = 0; row < size; row++) {
    order.forEach((source, column) => {
      vectors.values[row * size + column] = found.eigenvectorMatrix.get(row, source);
    });
  }
  return { values: Float64Array.from(order, (index) => found.realEigenvalues[index]), vectors };
}
