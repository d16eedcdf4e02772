/**
 * Cholesky factors in buffers that are used again: a bootstrap solves some hundred thousand systems of two to five unknowns, and
 * allocating them would take longer than solving them. Otherwise as `linear-algebra/cholesky.ts`.
 */

/** A pivot below this is zero. The systems are correlations, so a pivot is 1 − R² on the variables before it. */
const smallestPivot = 1e-10;

/**
 * Replaces the lower triangle of the correlations at `offset` (size × size, row by row) by L with L Lᵀ = A.
 * @returns false where a variable follows from those before it; the buffer then holds nothing of use
 */
export function factorInPlace(values: Float64Array, offset: number, size: number): boolean {
  for (let row = 0; row < size; row++) {
    const atRow = offset + row * size;
    for (let column = 0; column <= row; column++) {
      const atColumn = offset + column * size;
      let sum = values[atRow + column];
      for (let k = 0; k < column; k++) sum -= values[atRow + k] * values[atColumn + k];
      if (column < row) values[atRow + column] = sum / values[atColumn + column];
      else if (sum > smallestPivot) values[atRow + row] = Math.sqrt(sum);
      else return false;
    }
  }
  return true;
}

/** Replaces the right-hand side at `place` by the solution. */
export function solveInPlace(
  factor: Float64Array,
  offset: number,
  size: number,
  right: Float64Array,
  place: number,
): void {
  for (let row = 0; row < size; row++) {
    let sum = right[place + row];
    for (let k = 0; k < row; k++) sum -= factor[offset + row * size + k] * right[place + k];
    right[place + row] = sum / factor[offset + row * size + row];
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = right[place + row];
    for (let k = row + 1; k < size; k++) sum -= factor[offset + k * size + row] * right[place + k];
    right[place + row] = sum / factor[offset + row * size + row];
  }
}
