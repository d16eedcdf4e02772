/** Beta distribution on [0, 1] with positive shape parameters. */
import betainc from "@stdlib/math-base-special-betainc";
import betaQuantilePair from "@stdlib/math-base-special-kernel-betaincinv";

/** P(X ≤ x). @throws RangeError if x is outside [0, 1] or a shape is not positive */
export function betaLower(x: number, alpha: number, beta: number): number {
  requireArguments(x, alpha, beta);
  return betainc(x, alpha, beta, true, false);
}

/** P(X > x). @throws RangeError if x is outside [0, 1] or a shape is not positive */
export function betaUpper(x: number, alpha: number, beta: number): number {
  requireArguments(x, alpha, beta);
  return betainc(x, alpha, beta, true, true);
}

/**
 * The x with P(X ≤ x) = `probability`. With a second shape below 1 the answer may lie closer to 1 than numbers can, and
 * the probability at the x returned then differs; shapes of 1 and more, as in a Clopper–Pearson interval, are exact.
 * @throws RangeError if probability is outside [0, 1] or a shape is not positive
 */
export function betaQuantile(probability: number, alpha: number, beta: number): number {
  requireArguments(probability, alpha, beta);
  return betaQuantilePair(alpha, beta, probability, 1 - probability)[0];
}

function requireArguments(unit: number, alpha: number, beta: number): void {
  if (!(unit >= 0 && unit <= 1)) throw new RangeError(`a value in [0, 1] is needed, got ${unit}`);
  if (!(alpha > 0 && beta > 0)) throw new RangeError(`shapes must be positive, got ${alpha} and ${beta}`);
}
