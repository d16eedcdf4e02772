/**
 * Exact p-values of the two Wilcoxon tests for few answers, ties included: the share of all ways to deal the ranks out that lie as
 * far from the middle as the one seen. Midranks are doubled, so that they are integers, and sums are counted.
 */
import type { RatingTally } from "../tally/rating-tally.ts";
import { type NoGroupTest, tooFewGroups } from "./group-problem.ts";
import { pooledRanks, rankSum } from "./pooled-ranks.ts";
import { signedRanks } from "./wilcoxon-signed-rank.ts";

/** Answers in all up to which sums are counted; beyond, the normal p-values are right to two digits and more. */
const mostAnswers = 100;

export interface ExactRankTest {
  readonly kind: "tested";
  /** As in the test by the normal distribution. */
  readonly statistic: number;
  /** Two-sided. */
  readonly pValue: number;
  readonly n: number;
  readonly method: "mann-whitney/exact" | "wilcoxon-signed-rank/exact";
}

/** More answers than are worth counting for: use the test by the normal distribution. */
export interface TooManyAnswers {
  readonly kind: "too-many-answers";
  readonly n: number;
  readonly most: number;
}

/**
 * Mann and Whitney's test for few answers.
 * @returns too-few-groups with an empty group; too-many-answers above 100. With all answers equal p is 1
 * @throws RangeError for weighted tallies
 * Source: Streitberg & Röhmel 1986 (shift algorithm); without ties R's `wilcox.test`.
 * Golden values: golden/second/expected/survey_groups.json
 */
export function mannWhitneyExact(
  first: RatingTally,
  second: RatingTally,
): ExactRankTest | NoGroupTest | TooManyAnswers {
  const ranks = pooledRanks([first, second]);
  const [a, b] = [rankSum(first, ranks), rankSum(second, ranks)];
  if (a.n === 0 || b.n === 0) return tooFewGroups(Number(a.n > 0) + Number(b.n > 0));
  if (ranks.n > mostAnswers) return { kind: "too-many-answers", n: ranks.n, most: mostAnswers };
  const doubled = [first, second].flatMap((tally) =>
    tally.values.flatMap((value, cell) => Array<number>(tally.count[cell]).fill(2 * (ranks.rankOf.get(value) ?? 0))),
  );
  const chances = chancesOfSums(doubled, a.n);
  const pValue = asExtreme(chances, 2 * a.sum, a.n * (ranks.n + 1));
  const statistic = a.sum - (a.n * (a.n + 1)) / 2;
  return { kind: "tested", statistic, pValue, n: ranks.n, method: "mann-whitney/exact" };
}

/**
 * Wilcoxon's signed rank test for few pairs.
 * @returns too-few-answers without a pair; too-many-answers above 100 changed pairs. With no changed answer p is 1
 * @throws RangeError if lengths differ
 * Source: as above; without ties R's `wilcox.test(paired = TRUE)`.
 */
export function signedRankExact(
  first: Float64Array,
  second: Float64Array,
): ExactRankTest | NoGroupTest | TooManyAnswers {
  const { n, differences, ranks } = signedRanks(first, second);
  if (n === 0) return { kind: "too-few-answers", n, required: 1 };
  if (differences.length > mostAnswers) return { kind: "too-many-answers", n: differences.length, most: mostAnswers };
  const total = ranks.reduce((sum, rank) => sum + 2 * rank, 0);
  let chances = Float64Array.of(1);
  for (const rank of ranks) {
    const next = new Float64Array(chances.length + 2 * rank);
    chances.forEach((chance, sum) => {
      next[sum] += chance / 2;
      next[sum + 2 * rank] += chance / 2;
    });
    chances = next;
  }
  const statistic = ranks.reduce((sum, rank, index) => sum + (differences[index] > 0 ? rank : 0), 0);
  const pValue = asExtreme(chances, 2 * statistic, total / 2);
  return { kind: "tested", statistic, pValue, n, method: "wilcoxon-signed-rank/exact" };
}

/** Chance of each sum of `size` ranks drawn without replacement. */
function chancesOfSums(ranks: readonly number[], size: number): Float64Array {
  const most = ranks.reduce((sum, rank) => sum + rank, 0);
  const byCount = Array.from({ length: size + 1 }, () => new Float64Array(most + 1));
  byCount[0][0] = 1;
  ranks.forEach((rank, seen) => {
    // After `seen + 1` ranks: row `drawn` holds the chance that so many of them were drawn, with this sum.
    for (let drawn = Math.min(size, seen + 1); drawn >= 0; drawn--) {
      const isDrawn = (size - drawn + 1) / (ranks.length - seen);
      const isLeft = 1 - (size - drawn) / (ranks.length - seen);
      const row = byCount[drawn];
      const from = drawn > 0 ? byCount[drawn - 1] : null;
      for (let sum = most; sum >= 0; sum--) {
        const carried = from !== null && sum >= rank ? from[sum - rank] * isDrawn : 0;
        row[sum] = row[sum] * isLeft + carried;
      }
    }
  });
  return byCount[size];
}

function asExtreme(chances: Float64Array, observed: number, middle: number): number {
  const distance = Math.abs(observed - middle) - 1e-9;
  const share = chances.reduce((sum, chance, value) => (Math.abs(value - middle) >= distance ? sum + chance : sum), 0);
  return Math.min(1, share);
}
