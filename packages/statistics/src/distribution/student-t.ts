/** Student's t distribution; degrees of freedom any positive real number (Welch's are fractional). */
import betainc from "@stdlib/math-base-special-betainc";
import betaQuantilePair from "@stdlib/math-base-special-kernel-betaincinv";
import { requireDegreesOfFreedom } from "./degrees-of-freedom.ts";

/**
 * P(T > t).
 * Source: the tail is half a regularised incomplete beta function of df/(df + t²), DLMF 8.17.
 * @throws RangeError unless degreesOfFreedom is positive and finite
 */
export function studentUpper(t: number, degreesOfFreedom: number): number {
  return t >= 0 ? studentTwoSided(t, degreesOfFreedom) / 2 : 1 - studentTwoSided(t, degreesOfFreedom) / 2;
}

/** P(T ≤ t). @throws RangeError unless degreesOfFreedom is positive and finite */
export function studentLower(t: number, degreesOfFreedom: number): number {
  return studentUpper(-t, degreesOfFreedom);
}

/** P(|T| > |t|), the two-sided p-value. @throws RangeError unless degreesOfFreedom is positive and finite */
export function studentTwoSided(t: number, degreesOfFreedom: number): number {
  requireDegreesOfFreedom(degreesOfFreedom);
  const square = t * t;
  // Of the two equivalent forms the one whose argument is small keeps its digits.
  return square < degreesOfFreedom
    ? betainc(square / (degreesOfFreedom + square), 0.5, degreesOfFreedom / 2, true, true)
    : betainc(degreesOfFreedom / (degreesOfFreedom + square), degreesOfFreedom / 2, 0.5, true, false);
}

/**
 * The t with P(T ≤ t) = `probability`.
 * @throws RangeError unless 0 < probability < 1 and degreesOfFreedom is positive and finite
 */
export function studentQuantile(probability: number, degreesOfFreedom: number): number {
  requireDegreesOfFreedom(degreesOfFreedom);
  if (!(probability > 0 && probability < 1)) throw new RangeError(`probability must lie in (0, 1), got ${probability}`);
  const twoTails = 2 * Math.min(probability, 1 - probability);
  if (twoTails === 1) return 0;
  const [x, complement] = betaQuantilePair(degreesOfFreedom / 2, 0.5, twoTails, 1 - twoTails);
  const magnitude = Math.sqrt((degreesOfFreedom * complement) / x);
  return probability < 0.5 ? -magnitude : magnitude;
}
