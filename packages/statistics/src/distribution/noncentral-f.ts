/**
 * Noncentral F: what the F of an analysis of variance follows where the groups do differ. It gives the interval of the share of
 * variance they explain.
 */
import { zeroin } from "../root/zeroin.ts";
import { betaLower, betaUpper } from "./beta.ts";
import { requireDegreesOfFreedom } from "./degrees-of-freedom.ts";

/**
 * P(F > f) with noncentrality λ: beta tails mixed by Poisson weights of mean λ/2, summed outwards from the largest weight.
 * @throws RangeError if f or noncentrality is negative, or degrees of freedom are not positive and finite
 * Source: Johnson, Kotz & Balakrishnan 1995, Continuous Univariate Distributions 2, 30.2.
 */
export function noncentralFUpper(f: number, numerator: number, denominator: number, noncentrality: number): number {
  return mixture(f, numerator, denominator, noncentrality, betaUpper);
}

/** P(F ≤ f) with noncentrality λ. @throws RangeError as above */
export function noncentralFLower(f: number, numerator: number, denominator: number, noncentrality: number): number {
  return mixture(f, numerator, denominator, noncentrality, betaLower);
}

/**
 * The noncentrality at which P(F > f) = `probability`; 0 where even that of no difference is larger.
 * @throws RangeError unless 0 < probability < 1
 */
export function noncentralityOfF(f: number, numerator: number, denominator: number, probability: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`probability must lie in (0, 1), got ${probability}`);
  const excess = (noncentrality: number) =>
    probability <= 0.5
      ? noncentralFUpper(f, numerator, denominator, noncentrality) - probability
      : 1 - probability - noncentralFLower(f, numerator, denominator, noncentrality);
  if (excess(0) >= 0) return 0;
  let high = numerator * f + 10;
  while (excess(high) < 0) high *= 2;
  return zeroin(excess, 0, high, 1e-12);
}

/** The mixture has some 10 √λ terms. */
const mixedUpTo = 1e5;

/** A central F with the same mean and variance of its numerator; from λ = 10⁵ on good to about 10⁻⁵. Source: Patnaik 1949, Biometrika 36. */
function approximated(f: number, numerator: number, denominator: number, noncentrality: number, tail: Tail): number {
  const ratio = (numerator * f) / (numerator + noncentrality);
  const degrees = (numerator + noncentrality) ** 2 / (numerator + 2 * noncentrality);
  return tail((degrees * ratio) / (degrees * ratio + denominator), degrees / 2, denominator / 2);
}

type Tail = (x: number, alpha: number, beta: number) => number;

function mixture(f: number, numerator: number, denominator: number, noncentrality: number, tail: Tail): number {
  requireDegreesOfFreedom(numerator);
  requireDegreesOfFreedom(denominator);
  if (!(f >= 0 && noncentrality >= 0 && Number.isFinite(f) && Number.isFinite(noncentrality))) {
    throw new RangeError(`F and noncentrality must be finite and not negative, got ${f} and ${noncentrality}`);
  }
  if (noncentrality > mixedUpTo) return approximated(f, numerator, denominator, noncentrality, tail);
  const x = (numerator * f) / (numerator * f + denominator);
  const mean = noncentrality / 2;
  const middle = Math.floor(mean);
  const term = (index: number) => tail(x, numerator / 2 + index, denominator / 2);
  let weights = 1;
  let sum = term(middle);
  for (let index = middle, weight = 1; weight > 1e-18 && mean > 0; ) {
    weight *= mean / ++index;
    weights += weight;
    sum += weight * term(index);
  }
  for (let index = middle, weight = 1; weight > 1e-18 && index > 0; index--) {
    weight *= index / mean;
    weights += weight;
    sum += weight * term(index - 1);
  }
  return sum / weights;
}
