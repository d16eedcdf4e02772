/**
 * Noncentral t: (Z + δ)/√(χ²/df). It is what Student's t follows where the true difference is not 0, and gives the interval of
 * a standardised difference.
 */
import { zeroin } from "../root/zeroin.ts";
import { normalLower, normalUpper } from "./normal.ts";
import { averageOverScaledChi } from "./scaled-chi.ts";

/** P(T > t). @throws RangeError unless t and noncentrality are finite and degreesOfFreedom is positive and finite */
export function noncentralStudentUpper(t: number, degreesOfFreedom: number, noncentrality: number): number {
  const coarsest = coarsestStep(t, noncentrality);
  return averageOverScaledChi(degreesOfFreedom, 1, coarsest, (s) => normalLower(noncentrality - t * s));
}

/** P(T ≤ t). @throws RangeError as above */
export function noncentralStudentLower(t: number, degreesOfFreedom: number, noncentrality: number): number {
  const coarsest = coarsestStep(t, noncentrality);
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

/** Φ(δ − ts) changes over a part 1/δ of s where t s passes δ. */
function coarsestStep(t: number, noncentrality: number): number {
  if (!(Number.isFinite(t) && Number.isFinite(noncentrality))) {
    throw new RangeError(`t and noncentrality must be finite, got ${t} and ${noncentrality}`);
  }
  return 0.5 / Math.max(1, Math.abs(noncentrality));
}
