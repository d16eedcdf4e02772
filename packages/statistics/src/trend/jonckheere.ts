import { normalTwoSided } from "../distribution/normal.ts";
import { type NoGroupTest, requireUnweighted, tooFewGroups } from "../groups/group-problem.ts";
import type { RatingTally } from "../tally/rating-tally.ts";

export interface Jonckheere {
  readonly kind: "tested";
  /** J: pairs of answers of an earlier and a later group in which the later is higher, and half of those equal. */
  readonly statistic: number;
  /** J where the groups do not differ. */
  readonly expected: number;
  readonly variance: number;
  readonly z: number;
  /** Two-sided, normal, without a correction for continuity. */
  readonly pValue: number;
  readonly n: number;
  readonly method: "jonckheere/normal";
}

/**
 * Jonckheere and Terpstra's test: do answers rise, or fall, from group to group in the order given? For waves of respondents: it
 * uses each answer, where Mann–Kendall sees one number a wave.
 * @param groups in their order, without weights; empty ones are left out. With weights: `linearTrend`
 * @returns too-few-groups; no-variation where all answers are equal
 * @throws RangeError for weighted tallies
 * Source: Jonckheere 1954; variance with ties Hollander & Wolfe 1999, 6.2. Golden values: golden/second/expected/survey_trend_spc.json
 */
export function jonckheere(groups: readonly RatingTally[]): Jonckheere | NoGroupTest {
  for (const tally of groups) requireUnweighted(tally);
  const sizes = groups.map(({ count }) => count.reduce((sum, each) => sum + each, 0)).filter((size) => size > 0);
  if (sizes.length < 2) return tooFewGroups(sizes.length);
  const n = sizes.reduce((sum, size) => sum + size, 0);
  const ties = tieCounts(groups);
  const variance = varianceOfJ(n, sizes, ties);
  if (ties.length < 2 || !(variance > 0)) return { kind: "no-variation" };
  const statistic = groups.reduce(
    (sum, later, place) => sum + groups.slice(0, place).reduce((part, earlier) => part + pairsWon(earlier, later), 0),
    0,
  );
  const expected = (n * n - sizes.reduce((sum, size) => sum + size * size, 0)) / 4;
  const z = (statistic - expected) / Math.sqrt(variance);
  return {
    kind: "tested",
    statistic,
    expected,
    variance,
    z,
    pValue: normalTwoSided(z),
    n,
    method: "jonckheere/normal",
  };
}

/** Pairs in which the later answer is higher, and half of those equal. */
function pairsWon(earlier: RatingTally, later: RatingTally): number {
  let won = 0;
  later.values.forEach((value, cell) => {
    earlier.values.forEach((other, otherCell) => {
      won += later.count[cell] * earlier.count[otherCell] * ((1 + Math.sign(value - other)) / 2);
    });
  });
  return won;
}

function tieCounts(groups: readonly RatingTally[]): number[] {
  const counts = new Map<number, number>();
  for (const { values, count } of groups) {
    values.forEach((value, cell) => {
      counts.set(value, (counts.get(value) ?? 0) + count[cell]);
    });
  }
  return [...counts.values()];
}

function varianceOfJ(n: number, sizes: readonly number[], ties: readonly number[]): number {
  const total = (counts: readonly number[], term: (count: number) => number) =>
    counts.reduce((sum, count) => sum + term(count), 0);
  const ofPairs = (m: number) => m * (m - 1);
  const ofTriples = (m: number) => m * (m - 1) * (m - 2);
  const ofVariance = (m: number) => m * (m - 1) * (2 * m + 5);
  const first = (ofVariance(n) - total(sizes, ofVariance) - total(ties, ofVariance)) / 72;
  const second = n > 2 ? (total(sizes, ofTriples) * total(ties, ofTriples)) / (36 * ofTriples(n)) : 0;
  return first + second + (total(sizes, ofPairs) * total(ties, ofPairs)) / (8 * ofPairs(n));
}
