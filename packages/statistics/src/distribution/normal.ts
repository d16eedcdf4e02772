/**
 * Standard normal distribution. Each tail has its own function: 1 − lower tail loses every digit beyond z ≈ 8, while
 * `normalUpper(30)` is still correct to fifteen digits.
 */
import erfc from "@stdlib/math-base-special-erfc";
import erfcinv from "@stdlib/math-base-special-erfcinv";

/** P(Z ≤ z) for any finite z. Source: Φ(z) = erfc(−z/√2)/2. */
export function normalLower(z: number): number {
  return erfc(-z / Math.SQRT2) / 2;
}

/** P(Z > z) for any finite z. */
export function normalUpper(z: number): number {
  return erfc(z / Math.SQRT2) / 2;
}

/** P(|Z| > |z|), the two-sided p-value of a z statistic, 0–1. */
export function normalTwoSided(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}

/**
 * The z with P(Z ≤ z) = `probability`.
 * @throws RangeError unless 0 < probability < 1
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`probability must lie in (0, 1), got ${probability}`);
  return -Math.SQRT2 * erfcinv(2 * probability);
}
