/** Σ a b of vectors of one length. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
}

/** Symmetric matrix, row by row, times a vector. */
export function multiply(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  const result = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < size; k++) result[row] += matrix[row * size + k] * vector[k];
  }
  return result;
}
