/** A dense matrix, row by row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** rows × columns numbers; element (i, j) is at i · columns + j. */
  readonly values: Float64Array;
}

/** A matrix of zeros. @throws RangeError unless both sizes are non-negative integers */
export function zeroMatrix(rows: number, columns: number): Matrix {
  if (!(Number.isInteger(rows) && Number.isInteger(columns) && rows >= 0 && columns >= 0)) {
    throw new RangeError(`a matrix cannot have ${rows} × ${columns} elements`);
  }
  return { rows, columns, values: new Float64Array(rows * columns) };
}

/** @throws RangeError if rows differ in length */
export function matrixOfRows(rows: readonly (readonly number[])[]): Matrix {
  const columns = rows.length === 0 ? 0 : rows[0].length;
  if (rows.some((row) => row.length !== columns)) throw new RangeError("rows differ in length");
  return { rows: rows.length, columns, values: Float64Array.from(rows.flat()) };
}

/** Rows and columns `indices` of a square matrix, in that order. */
export function submatrix(matrix: Matrix, indices: readonly number[]): Matrix {
  const part = zeroMatrix(indices.length, indices.length);
  indices.forEach((row, i) => {
    indices.forEach((column, j) => {
      part.values[i * indices.length + j] = matrix.values[row * matrix.columns + column];
    });
  });
  return part;
}
