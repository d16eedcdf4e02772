import { chiSquareUpper } from "../distribution/chi-square.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import type { RatingTally } from "../tally/rating-tally.ts";
import { type NoGroupTest, tooFewGroups } from "./group-problem.ts";
import { pooledRanks, rankSum } from "./pooled-ranks.ts";

export interface KruskalWallis {
  readonly kind: "tested";
  /** H, corrected for ties: χ² with `degreesOfFreedom`. */
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** ε² = H/(n − 1), share of the ranks' variance that the groups explain, 0–1. */
  readonly epsilonSquared: number;
  /** (H − k + 1)/(n − k): the same less what chance would explain; may be negative. */
  readonly etaSquared: number;
  /** Of the groups that took part, in their order. */
  readonly meanRanks: readonly number[];
  /** Places of the groups that have answers. */
  readonly groups: readonly number[];
  readonly n: number;
  readonly method: "kruskal-wallis/chi-square";
}

/**
 * Do the answers of one group tend to be higher than those of another? By ranks, so it asks nothing of the scale but its order.
 * @param groups without weights; empty ones are left out. With weights: `weightedRankTest`
 * @returns too-few-groups; too-few-answers below one more than groups; no-variation where all answers are equal
 * @throws RangeError for weighted tallies
 * Source: Kruskal & Wallis 1952; effect sizes Tomczak & Tomczak 2014. R's `kruskal.test`.
 * Golden values: golden/second/expected/survey_groups.json
 */
export function kruskalWallis(groups: readonly RatingTally[]): KruskalWallis | NoGroupTest {
  const ranks = pooledRanks(groups);
  const { n } = ranks;
  const sums = groups.map((tally, group) => ({ group, ...rankSum(tally, ranks) })).filter((each) => each.n > 0);
  const k = sums.length;
  if (k < 2) return tooFewGroups(k);
  if (n <= k) return tooFewAnswers(n, k + 1);
  const untied = 1 - ranks.ties / (n ** 3 - n);
  if (!(untied > 0)) return { kind: "no-variation" };
  const squares = sums.reduce((total, each) => total + each.n * (each.sum / each.n - (n + 1) / 2) ** 2, 0);
  const statistic = (12 * squares) / (n * (n + 1)) / untied;
  return {
    kind: "tested",
    statistic,
    degreesOfFreedom: k - 1,
    pValue: chiSquareUpper(statistic, k - 1),
    epsilonSquared: statistic / (n - 1),
    etaSquared: (statistic - k + 1) / (n - k),
    meanRanks: sums.map((each) => each.sum / each.n),
    groups: sums.map(({ group }) => group),
    n,
    method: "kruskal-wallis/chi-square",
  };
}
