import { normalTwoSided } from "../distribution/normal.ts";
import type { RatingTally } from "../tally/rating-tally.ts";
import { type NoGroupTest, tooFewGroups } from "./group-problem.ts";
import { type Adjustment, adjustedPairs, type PairTest } from "./pairwise.ts";
import { pooledRanks, rankSum } from "./pooled-ranks.ts";

export interface DunnTest {
  readonly kind: "tested";
  /** `value` in ranks, `statistic` z. */
  readonly pairs: readonly PairTest[];
  readonly groups: readonly number[];
  readonly n: number;
  readonly method: "dunn/z";
}

/**
 * Which groups differ, after Kruskal and Wallis: differences of mean ranks for all pairs, with the ranks of all groups together.
 * @param groups without weights; empty ones are left out
 * @param adjust for the number of pairs
 * @returns too-few-groups; no-variation where all answers are equal
 * @throws RangeError for weighted tallies
 * Source: Dunn 1964, Technometrics 6; R's `rstatix::dunn_test`. Golden values: golden/second/expected/survey_groups.json
 */
export function dunnTest(groups: readonly RatingTally[], adjust: Adjustment): DunnTest | NoGroupTest {
  const ranks = pooledRanks(groups);
  const { n } = ranks;
  const sums = groups.map((tally, group) => ({ group, ...rankSum(tally, ranks) })).filter((each) => each.n > 0);
  if (sums.length < 2) return tooFewGroups(sums.length);
  const variance = (n * (n + 1)) / 12 - ranks.ties / (12 * (n - 1));
  if (!(variance > 0)) return { kind: "no-variation" };
  const pairs = adjustedPairs(
    sums,
    (first, second) => ({
      value: second.sum / second.n - first.sum / first.n,
      standardError: Math.sqrt(variance * (1 / first.n + 1 / second.n)),
    }),
    normalTwoSided,
    adjust,
  );
  return { kind: "tested", pairs, groups: sums.map(({ group }) => group), n, method: "dunn/z" };
}
