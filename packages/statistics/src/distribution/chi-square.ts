/** Chi-square distribution; degrees of freedom any positive real number. */
import gammainc from "@stdlib/math-base-special-gammainc";
import { requireDegreesOfFreedom } from "./degrees-of-freedom.ts";
import { normalQuantile } from "./normal.ts";
import { quantileBySearch } from "./quantile-search.ts";

/** P(X > x), the p-value of a χ² statistic. @throws RangeError if x < 0 or degreesOfFreedom is not positive */
export function chiSquareUpper(x: number, degreesOfFreedom: number): number {
  requireArguments(x, degreesOfFreedom);
  return gammainc(x / 2, degreesOfFreedom / 2, true, true);
}

/** P(X ≤ x). @throws RangeError if x < 0 or degreesOfFreedom is not positive */
export function chiSquareLower(x: number, degreesOfFreedom: number): number {
  requireArguments(x, degreesOfFreedom);
  return gammainc(x / 2, degreesOfFreedom / 2, true, false);
}

/**
 * The x with P(X ≤ x) = `probability`: bracketing search on the tail that is smaller, started at Wilson and Hilferty's
 * (1931) approximation; correct to about 1e-14 relative.
 * @throws RangeError unless 0 < probability < 1 and degreesOfFreedom is positive and finite
 */
export function chiSquareQuantile(probability: number, degreesOfFreedom: number): number {
  requireDegreesOfFreedom(degreesOfFreedom);
  const spread = 2 / (9 * degreesOfFreedom);
  const root = 1 - spread + normalQuantile(probability) * Math.sqrt(spread);
  const start = Math.max(degreesOfFreedom * root ** 3, 1e-8);
  const tail = {
    lower: (x: number) => chiSquareLower(x, degreesOfFreedom),
    upper: (x: number) => chiSquareUpper(x, degreesOfFreedom),
  };
  return quantileBySearch(tail, probability, start);
}

function requireArguments(x: number, degreesOfFreedom: number): void {
  requireDegreesOfFreedom(degreesOfFreedom);
  if (!(x >= 0)) throw new RangeError(`a chi-square value cannot be ${x}`);
}
