/**
 * How large a difference between two groups of equal size a survey will see, and how many answers that takes. For answers with a
 * design effect, the size found is multiplied by it.
 * Source: Fleiss, Levin & Paik 2003, 4.3 (shares); noncentral t (means). As R's `power.prop.test` and `power.t.test`: two-sided
 * tests of which only the side of the difference counts.
 */
import { noncentralStudentUpper } from "../distribution/noncentral-t.ts";
import { normalLower, normalQuantile } from "../distribution/normal.ts";
import { studentQuantile } from "../distribution/student-t.ts";
import { zeroin } from "../root/zeroin.ts";

/** Two shares that are to be told apart, 0–1. */
export interface TwoShares {
  readonly first: number;
  readonly second: number;
}

/** Two means that are to be told apart; both in the unit of the answers. */
export interface TwoMeans {
  readonly difference: number;
  readonly standardDeviation: number;
}

/** There is nothing to tell apart: no number of answers is enough. */
export interface NoDifference {
  readonly kind: "no-difference";
}

export interface GroupSize {
  readonly kind: "sized";
  /** Answers in each group. Not rounded. */
  readonly perGroup: number;
  /** The same, a whole number. */
  readonly answersPerGroup: number;
}

/**
 * Chance that the test of two shares is significant.
 * @param perGroup answers in each group, at least 1
 * @param alpha level of the two-sided test, 0–1
 * @throws RangeError if an argument is outside its range
 * Golden values: synth_public_samplesize (power_two_props_n_per_group)
 */
export function powerForShares(shares: TwoShares, perGroup: number, alpha: number): number {
  requireShares(shares);
  requireUnit(alpha, "alpha");
  if (!(perGroup >= 1)) throw new RangeError(`${perGroup} answers a group`);
  const { difference, underNull, underAlternative } = spreadOf(shares);
  const excess = Math.sqrt(perGroup) * difference + normalQuantile(alpha / 2) * underNull;
  if (underAlternative === 0) return excess > 0 ? 1 : 0;
  return normalLower(excess / underAlternative);
}

/** Answers in each group for a power, in closed form. @throws RangeError if an argument is outside its range */
export function sampleSizeForShares(shares: TwoShares, power: number, alpha: number): GroupSize | NoDifference {
  requireShares(shares);
  requireUnit(alpha, "alpha");
  requireUnit(power, "power");
  const { difference, underNull, underAlternative } = spreadOf(shares);
  if (difference === 0) return { kind: "no-difference" };
  const reach = normalQuantile(power) * underAlternative - normalQuantile(alpha / 2) * underNull;
  return groupSize(Math.max(0, reach / difference) ** 2);
}

/**
 * Chance that Student's t test of two means is significant.
 * @param perGroup answers in each group, above 1; need not be whole
 * @throws RangeError if an argument is outside its range
 * Golden values: synth_public_samplesize (power_two_means_n_per_group)
 */
export function powerForMeans(means: TwoMeans, perGroup: number, alpha: number): number {
  requireMeans(means);
  requireUnit(alpha, "alpha");
  if (!(perGroup > 1)) throw new RangeError(`${perGroup} answers a group`);
  const degreesOfFreedom = 2 * (perGroup - 1);
  const critical = -studentQuantile(alpha / 2, degreesOfFreedom);
  const noncentrality = (Math.sqrt(perGroup / 2) * Math.abs(means.difference)) / means.standardDeviation;
  return noncentralStudentUpper(critical, degreesOfFreedom, noncentrality);
}

const largestGroup = 1e9;

/** Answers in each group for a power; two are the least a t test takes. @throws RangeError if an argument is outside its range */
export function sampleSizeForMeans(means: TwoMeans, power: number, alpha: number): GroupSize | NoDifference {
  requireMeans(means);
  requireUnit(power, "power");
  requireUnit(alpha, "alpha");
  // Below this difference the size found would have no meaning: more than a billion a group.
  const effect = Math.abs(means.difference) / means.standardDeviation;
  const roughly = 2 * ((normalQuantile(power) - normalQuantile(alpha / 2)) / effect) ** 2;
  if (effect === 0 || roughly > largestGroup) return { kind: "no-difference" };
  const excess = (perGroup: number) => powerForMeans(means, perGroup, alpha) - power;
  if (excess(2) >= 0) return groupSize(2);
  let high = Math.max(4, 2 * roughly);
  while (excess(high) < 0) high *= 2;
  return groupSize(zeroin(excess, 2, high, 1e-10));
}

function groupSize(perGroup: number): GroupSize {
  const size = Math.max(1, perGroup);
  return { kind: "sized", perGroup: size, answersPerGroup: Math.ceil(size * (1 - 1e-12)) };
}

function spreadOf({ first, second }: TwoShares) {
  const pooled = (first + second) / 2;
  return {
    difference: Math.abs(first - second),
    underNull: Math.sqrt(2 * pooled * (1 - pooled)),
    underAlternative: Math.sqrt(first * (1 - first) + second * (1 - second)),
  };
}

function requireShares({ first, second }: TwoShares): void {
  for (const share of [first, second]) if (!(share >= 0 && share <= 1)) throw new RangeError(`share ${share}`);
}

function requireMeans({ difference, standardDeviation }: TwoMeans): void {
  if (!Number.isFinite(difference)) throw new RangeError(`difference ${difference}`);
  if (!(standardDeviation > 0 && standardDeviation < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`standard deviation ${standardDeviation}`);
  }
}

function requireUnit(value: number, name: string): void {
  if (!(value > 0 && value < 1)) throw new RangeError(`${name} must lie in (0, 1), got ${value}`);
}
