/** Product of two square matrices, row by row. */
export function multiplied(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      for (let j = 0; j < size; j++) result[i * size + j] += a[i * size + k] * b[k * size + j];
    }
  }
  return result;
}
