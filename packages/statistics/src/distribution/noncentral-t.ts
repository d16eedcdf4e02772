/**
 * Noncentral t: (Z + δ)/√(χ²/df). It is what Student's t follows where the true difference is not 0, and gives the interval of
 * a standardised difference.
 */
import { zeroin } from "../root/zeroin.ts";
import { chiSquareLower, chiSquareUpper } from "./chi-square.ts";
import { normalLower, normalUpper } from "./normal.ts";
import { averageOverScaledChi } from "./scaled-chi.ts";

/** P(T > t). @throws RangeError unless t and noncentrality are finite and degreesOfFreedom is positive and finite */
export function noncentralStudentUpper(t: number, degreesOfFreedom: number, noncentrality: number): number {
  const coarsest = coarsestStep(t, noncentrality);
  if (Math.abs(noncentrality) > averagedUpTo) return farUpper(t, degreesOfFreedom, noncentrality);
  return averageOverScaledChi(degreesOfFreedom, 1, coarsest, (s) => normalLower(noncentrality - t * s));
}

/** P(T ≤ t). @throws RangeError as above */
export function noncentralStudentLower(t: number, degreesOfFreedom: number, noncentrality: number): number {
  const coarsest = coarsestStep(t, noncentrality);
  if (Math.abs(noncentrality) > averagedUpTo) return farUpper(-t, degreesOfFreedom, -noncentrality);
  return averageOverScaledChi(degreesOfFreedom, 1, coarsest, (s) => normalUpper(noncentrality - t * s));
}

/**
 * The noncentrality δ at which P(T > t) = `probability`: a limit of the interval for δ, to about 1e-12.
 * @throws RangeError unless 0 < probability < 1
 */
export function noncentralityOfStudent(t: number, degreesOfFreedom: number, probability: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`probability must lie in (0, 1), got ${probability}`);
  // On the smaller tail, where the difference keeps its digits; both forms rise with δ.
  const excess =
    probability <= 0.5
      ? (delta: number) => noncentralStudentUpper(t, degreesOfFreedom, delta) - probability
      : (delta: number) => 1 - probability - noncentralStudentLower(t, degreesOfFreedom, delta);
  let spread = 4 + Math.abs(t);
  while (excess(t - spread) > 0) spread *= 2;
  const low = t - spread;
  spread = 4 + Math.abs(t);
  while (excess(t + spread) < 0) spread *= 2;
  return zeroin(excess, low, t + spread, 1e-13);
}

/** Steps of the average are as fine as 1/δ. Groups that lie a thousand standard errors apart have data that hardly vary. */
const averagedUpTo = 1e3;

/** P(T > t) far from 0, where Z is small beside δ: T > t where s is less than δ/t. With so many degrees of freedom that s hardly varies
 *  either, the normal approximation of Abramowitz & Stegun 1964, 26.7.10. */
function farUpper(t: number, degreesOfFreedom: number, noncentrality: number): number {
  if (degreesOfFreedom > 1e4) {
    const centred = t * (1 - 1 / (4 * degreesOfFreedom)) - noncentrality;
    return normalUpper(centred / Math.sqrt(1 + (t * t) / (2 * degreesOfFreedom)));
  }
  if (t * noncentrality <= 0) return noncentrality > 0 ? 1 : 0;
  const squared = degreesOfFreedom * (noncentrality / t) ** 2;
  return t > 0 ? chiSquareLower(squared, degreesOfFreedom) : chiSquareUpper(squared, degreesOfFreedom);
}

/** Φ(δ − ts) changes over a part 1/δ of s where t s passes δ. */
function coarsestStep(t: number, noncentrality: number): number {
  if (!(Number.isFinite(t) && Number.isFinite(noncentrality))) {
    throw new RangeError(`t and noncentrality must be finite, got ${t} and ${noncentrality}`);
  }
  return 0.5 / Math.max(1, Math.abs(noncentrality));
}
