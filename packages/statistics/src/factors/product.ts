import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";

/** A B of any fitting sizes. */
export function product(a: Matrix, b: Matrix): Matrix {
  if (a.columns !== b.rows) throw new RangeError(`${a.columns} columns do not meet ${b.rows} rows`);
  const result = zeroMatrix(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.columns; k++) {
      const factor = a.values[i * a.columns + k];
      for (let j = 0; j < b.columns; j++) result.values[i * b.columns + j] += factor * b.values[k * b.columns + j];
    }
  }
  return result;
}

export function transposed(a: Matrix): Matrix {
  const result = zeroMatrix(a.columns, a.rows);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < a.columns; j++) result.values[j * a.rows + i] = a.values[i * a.columns + j];
  }
  return result;
}

export function identity(size: number): Matrix {
  const result = zeroMatrix(size, size);
  for (let i = 0; i < size; i++) result.values[i * size + i] = 1;
  return result;
}
