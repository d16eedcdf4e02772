/** Noncentral chi-square distribution: of the sum of squares of normal variables whose means are not 0. */
import { zeroin } from "../root/zeroin.ts";
import { chiSquareLower, chiSquareUpper } from "./chi-square.ts";
import { requireDegreesOfFreedom } from "./degrees-of-freedom.ts";

/** P(X ≤ x). @throws RangeError if x or the noncentrality is negative, or degreesOfFreedom is not positive */
export function noncentralChiSquareLower(x: number, degreesOfFreedom: number, noncentrality: number): number {
  return mixture(degreesOfFreedom, noncentrality, x, chiSquareLower);
}

/** P(X > x). @throws RangeError as above */
export function noncentralChiSquareUpper(x: number, degreesOfFreedom: number, noncentrality: number): number {
  return mixture(degreesOfFreedom, noncentrality, x, chiSquareUpper);
}

/**
 * The noncentrality at which P(X ≤ x) = `probability`; 0 where x is too small for any.
 * @throws RangeError as above, or unless 0 < probability < 1
 */
export function noncentralityOfChiSquare(x: number, degreesOfFreedom: number, probability: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`probability must lie in (0, 1), got ${probability}`);
  const gap = (noncentrality: number) => noncentralChiSquareLower(x, degreesOfFreedom, noncentrality) - probability;
  if (gap(0) <= 0) return 0;
  let upper = Math.max(1, x);
  while (gap(upper) > 0) upper *= 2;
  return zeroin(gap, 0, upper, 1e-10 * upper);
}

/** Poisson mixture of central distributions, summed outwards from its mode until what is left is nothing. Source: Patnaik 1949 */
function mixture(
  degreesOfFreedom: number,
  noncentrality: number,
  x: number,
  central: (x: number, degreesOfFreedom: number) => number,
): number {
  requireDegreesOfFreedom(degreesOfFreedom);
  if (!(x >= 0)) throw new RangeError(`a chi-square value cannot be ${x}`);
  if (!(noncentrality >= 0 && noncentrality < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`noncentrality ${noncentrality}`);
  }
  const half = noncentrality / 2;
  if (half === 0) return central(x, degreesOfFreedom);
  const mode = Math.floor(half);
  const top = Math.exp(mode * Math.log(half) - half - logFactorial(mode));
  let sum = 0;
  for (let j = mode, weight = top; weight > 1e-18; j++) {
    sum += weight * central(x, degreesOfFreedom + 2 * j);
    weight *= half / (j + 1);
  }
  for (let j = mode - 1, weight = (top * mode) / half; j >= 0 && weight > 1e-18; j--) {
    sum += weight * central(x, degreesOfFreedom + 2 * j);
    weight *= j / half;
  }
  return Math.min(1, sum);
}

function logFactorial(n: number): number {
  if (n < 200) {
    let sum = 0;
    for (let k = 2; k <= n; k++) sum += Math.log(k);
    return sum;
  }
  // Stirling's series; its next term is below 1e-19.
  const x = n + 1;
  const inverse = 1 / (x * x);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / x;
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series;
}
