/** Fisher's F distribution; both degrees of freedom any positive real number (Rao–Scott's are fractional). */
import betainc from "@stdlib/math-base-special-betainc";
import { requireDegreesOfFreedom } from "./degrees-of-freedom.ts";
import { quantileBySearch } from "./quantile-search.ts";

/** P(F > f). @throws RangeError if f < 0 or a degrees of freedom is not positive */
export function fUpper(f: number, numerator: number, denominator: number): number {
  requireArguments(f, numerator, denominator);
  return tail(f, numerator, denominator, "upper");
}

/** P(F ≤ f). @throws RangeError if f < 0 or a degrees of freedom is not positive */
export function fLower(f: number, numerator: number, denominator: number): number {
  requireArguments(f, numerator, denominator);
  return tail(f, numerator, denominator, "lower");
}

/**
 * The f with P(F ≤ f) = `probability`, by bracketing search: the library's inverse beta loses all digits where the answer
 * lies within 1e-13 of 1, as it does with few denominator degrees of freedom.
 * @throws RangeError unless 0 < probability < 1 and both df are positive
 */
export function fQuantile(probability: number, numerator: number, denominator: number): number {
  requireArguments(0, numerator, denominator);
  if (!(probability > 0 && probability < 1)) throw new RangeError(`probability must lie in (0, 1), got ${probability}`);
  const lower = (f: number) => fLower(f, numerator, denominator);
  const upper = (f: number) => fUpper(f, numerator, denominator);
  return quantileBySearch({ lower, upper }, probability, 1);
}

/** Of the two equivalent incomplete beta functions the one whose argument is not close to 1 keeps its digits. */
function tail(f: number, numerator: number, denominator: number, side: "lower" | "upper"): number {
  const scaled = numerator * f;
  return scaled < denominator
    ? betainc(scaled / (denominator + scaled), numerator / 2, denominator / 2, true, side === "upper")
    : betainc(denominator / (denominator + scaled), denominator / 2, numerator / 2, true, side === "lower");
}

function requireArguments(f: number, numerator: number, denominator: number): void {
  requireDegreesOfFreedom(numerator);
  requireDegreesOfFreedom(denominator);
  if (!(f >= 0)) throw new RangeError(`an F value cannot be ${f}`);
}
