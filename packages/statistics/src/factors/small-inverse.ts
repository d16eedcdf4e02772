import { Matrix as DenseMatrix, inverse as denseInverse } from "ml-matrix";
import type { Matrix } from "../linear-algebra/matrix.ts";

/** Inverse of a small square matrix that need not be symmetric (a rotation); null where it has none. */
export function smallInverse(matrix: Matrix): Matrix | null {
  const dense = DenseMatrix.from1DArray(matrix.rows, matrix.columns, Array.from(matrix.values));
  try {
    const values = Float64Array.from(denseInverse(dense).to1DArray());
    return values.every((value) => Number.isFinite(value)) ? { ...matrix, values } : null;
  } catch {
    // ml-matrix throws where a pivot is exactly 0.
    return null;
  }
}
