/** @throws RangeError unless both are integers with 0 ≤ successes ≤ n and n ≥ 1 */
export function requireCounts(successes: number, n: number): void {
  if (!(Number.isInteger(n) && n >= 1)) throw new RangeError(`n must be a positive integer, got ${n}`);
  if (!(Number.isInteger(successes) && successes >= 0 && successes <= n)) {
    throw new RangeError(`successes must be an integer in 0–${n}, got ${successes}`);
  }
}
