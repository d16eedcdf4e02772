import { normalTwoSided } from "../distribution/normal.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import type { RatingTally } from "../tally/rating-tally.ts";
import { type NoGroupTest, tooFewGroups } from "./group-problem.ts";
import { pooledRanks, rankSum } from "./pooled-ranks.ts";

export interface MannWhitney {
  readonly kind: "tested";
  /** U of the first group: pairs in which its answer is higher, and half of those with equal answers. R calls it W. */
  readonly statistic: number;
  /** U over the number of pairs: the chance that a customer of the first group answers higher, ties counting half. */
  readonly superiority: number;
  /** Two-sided, normal, corrected for ties and for continuity. */
  readonly pValue: number;
  /** The same without the correction for continuity. */
  readonly pValueWithoutContinuity: number;
  readonly n: number;
  readonly method: "mann-whitney/normal";
}

/**
 * Mann and Whitney's test, the same as Wilcoxon's rank sum test. Effect and interval: `cliffsDelta`. For fewer than about
 * twenty answers in all: `mannWhitneyExact`.
 * @param first and `second` without weights; with weights: `weightedRankDifference`
 * @returns too-few-groups with an empty group; no-variation where all answers are equal
 * @throws RangeError for weighted tallies
 * Source: Mann & Whitney 1947; R's `wilcox.test(exact = FALSE)`. Golden values: golden/second/expected/survey_groups.json
 */
export function mannWhitney(first: RatingTally, second: RatingTally): MannWhitney | NoGroupTest {
  const ranks = pooledRanks([first, second]);
  const [a, b] = [rankSum(first, ranks), rankSum(second, ranks)];
  if (a.n === 0 || b.n === 0) return tooFewGroups(Number(a.n > 0) + Number(b.n > 0));
  const { n } = ranks;
  if (n < 3) return tooFewAnswers(n, 3);
  const statistic = a.sum - (a.n * (a.n + 1)) / 2;
  const variance = ((a.n * b.n) / 12) * (n + 1 - ranks.ties / (n * (n - 1)));
  if (!(variance > 0)) return { kind: "no-variation" };
  const excess = Math.abs(statistic - (a.n * b.n) / 2);
  return {
    kind: "tested",
    statistic,
    superiority: statistic / (a.n * b.n),
    pValue: normalTwoSided(Math.max(0, excess - 0.5) / Math.sqrt(variance)),
    pValueWithoutContinuity: normalTwoSided(excess / Math.sqrt(variance)),
    n,
    method: "mann-whitney/normal",
  };
}
