import { normalTwoSided } from "../distribution/normal.ts";
import type { TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import type { NoVariation } from "./group-problem.ts";

export interface SignedRankTest {
  readonly kind: "tested";
  /** V: sum of the ranks of the positive differences. */
  readonly statistic: number;
  /** Rank-biserial correlation: share of the rank sum on positive differences less that on negative ones, −1 … 1. */
  readonly rankBiserial: number;
  /** Two-sided, normal, corrected for ties and for continuity. */
  readonly pValue: number;
  /** The same without the correction for continuity. */
  readonly pValueWithoutContinuity: number;
  /** Pairs with both answers. */
  readonly n: number;
  /** Pairs whose answers differ; the others say nothing. */
  readonly changed: number;
  readonly method: "wilcoxon-signed-rank/normal";
}

/** Differences other than 0 with the midranks of their sizes. */
export interface SignedRanks {
  readonly n: number;
  readonly differences: Float64Array;
  readonly ranks: Float64Array;
  /** Σ(t³ − t) over the sets of t differences of one size. */
  readonly ties: number;
}

/**
 * Wilcoxon's test of paired answers: are differences as often up as down, the large ones too? No weighted form: with weights
 * use `pairedTTest`. For fewer than about ten changed answers: `signedRankExact`.
 * @param first and `second`: one column each, the same rows; NaN = no answer; a row counts where it has both
 * @returns too-few-answers without a pair; no-variation where no answer changed
 * @throws RangeError if lengths differ
 * Source: Wilcoxon 1945, zeros left out; R's `wilcox.test(paired = TRUE, exact = FALSE)`.
 * Golden values: golden/second/expected/survey_groups.json
 */
export function wilcoxonSignedRank(
  first: Float64Array,
  second: Float64Array,
): SignedRankTest | NoVariation | TooFewAnswers {
  const { n, differences, ranks, ties } = signedRanks(first, second);
  if (n === 0) return tooFewAnswers(0, 1);
  const changed = differences.length;
  if (changed === 0) return { kind: "no-variation" };
  let statistic = 0;
  differences.forEach((difference, index) => {
    if (difference > 0) statistic += ranks[index];
  });
  const total = (changed * (changed + 1)) / 2;
  const variance = (changed * (changed + 1) * (2 * changed + 1)) / 24 - ties / 48;
  const excess = Math.abs(statistic - total / 2);
  return {
    kind: "tested",
    statistic,
    rankBiserial: (2 * statistic) / total - 1,
    pValue: normalTwoSided(Math.max(0, excess - 0.5) / Math.sqrt(variance)),
    pValueWithoutContinuity: normalTwoSided(excess / Math.sqrt(variance)),
    n,
    changed,
    method: "wilcoxon-signed-rank/normal",
  };
}

/** @throws RangeError if lengths differ */
export function signedRanks(first: Float64Array, second: Float64Array): SignedRanks {
  if (first.length !== second.length) throw new RangeError("pairs need columns of one length");
  const all = first.map((value, row) => value - second[row]).filter((difference) => !Number.isNaN(difference));
  const differences = all.filter((difference) => difference !== 0);
  differences.sort((a, b) => Math.abs(a) - Math.abs(b));
  const ranks = new Float64Array(differences.length);
  let ties = 0;
  for (let start = 0; start < differences.length; ) {
    let end = start;
    while (end < differences.length && Math.abs(differences[end]) === Math.abs(differences[start])) end += 1;
    ranks.fill((start + end + 1) / 2, start, end);
    ties += (end - start) ** 3 - (end - start);
    start = end;
  }
  return { n: all.length, differences, ranks, ties };
}
