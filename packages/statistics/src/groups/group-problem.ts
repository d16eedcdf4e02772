/**
 * Do groups of customers differ? Every test here takes one summary a group, in the order of the groups: `Sums` where means and
 * variances suffice, a `RatingTally` where ranks or medians are needed. A group without enough answers is left out, and the
 * result says which groups took part. Answers with case weights go to the design-based tests (design-based-t.ts, wald-test.ts,
 * weighted-rank-test.ts); the others refuse them, because weighted counts are not people.
 */
import type { TooFewAnswers } from "../estimate/estimate.ts";
import type { RatingTally } from "../tally/rating-tally.ts";
import { type Sums, sumsOfTally } from "../tally/sums.ts";

/** Fewer than two groups have the answers a test needs. */
export interface TooFewGroups {
  readonly kind: "too-few-groups";
  /** Groups that have them. */
  readonly groups: number;
  readonly required: 2;
}

/** The answers do not vary, or not within the groups: nothing says how sure a difference is. */
export interface NoVariation {
  readonly kind: "no-variation";
}

export type NoGroupTest = TooFewAnswers | TooFewGroups | NoVariation;

export interface GroupMoments {
  /** Place of the group among those given. */
  readonly group: number;
  readonly n: number;
  readonly mean: number;
  /** Σ(x − mean)² */
  readonly sumOfSquares: number;
}

/**
 * Moments of the groups with at least `required` answers.
 * @throws RangeError if a group has case weights
 */
export function groupMoments(groups: readonly Sums[], required: number): GroupMoments[] {
  return groups.flatMap((sums, group) => {
    requireUnweighted(sums);
    if (sums.n < required) return [];
    const shift = sums.x / sums.n;
    const sumOfSquares = Math.max(0, sums.xx - sums.x * shift);
    return [{ group, n: sums.n, mean: sums.centre + shift, sumOfSquares }];
  });
}

/** Variance of the answers, from two of them. */
export function varianceOf({ n, sumOfSquares }: GroupMoments): number {
  return sumOfSquares / (n - 1);
}

/** @throws RangeError for answers with case weights */
export function requireUnweighted({ weighting }: Pick<Sums, "weighting">): void {
  if (weighting !== "none") throw new RangeError("answers with case weights need a design-based test");
}

export function tooFewGroups(groups: number): TooFewGroups {
  return { kind: "too-few-groups", groups, required: 2 };
}

/** Every pair of 0 … count − 1: 0–1, 0–2, …, 1–2, … */
export function pairsOf(count: number): (readonly [number, number])[] {
  const places = Array.from({ length: count }, (_, index) => index);
  return places.flatMap((first) => places.slice(first + 1).map((second) => [first, second] as const));
}

export function answersIn(groups: readonly { readonly n: number }[]): number {
  return groups.reduce((sum, { n }) => sum + n, 0);
}

/** Unweighted answers in a tally. */
export function answersOf(tally: RatingTally): number {
  return sumsOfTally(tally).n;
}
