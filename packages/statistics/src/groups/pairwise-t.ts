import { studentTwoSided } from "../distribution/student-t.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import type { Sums } from "../tally/sums.ts";
import { answersIn, type GroupMoments, groupMoments, type NoGroupTest, tooFewGroups } from "./group-problem.ts";
import { type Adjustment, adjustedPairs, type PairTest } from "./pairwise.ts";

export interface PairwiseT {
  readonly kind: "tested";
  /** `statistic` is Student's t on `degreesOfFreedom`. */
  readonly pairs: readonly PairTest[];
  readonly degreesOfFreedom: number;
  readonly groups: readonly number[];
  readonly n: number;
  readonly method: "pairwise-t/pooled";
}

/** What all groups' answers together say about the spread within a group. */
export interface PooledSpread {
  readonly kind: "pooled";
  readonly moments: readonly GroupMoments[];
  readonly variance: number;
  readonly degreesOfFreedom: number;
  readonly n: number;
}

/**
 * t tests of all pairs of means with the standard deviation of all groups together.
 * @param groups without weights; empty ones are left out
 * @param adjust for the number of pairs
 * @returns too-few-groups; too-few-answers where no group has two; no-variation where all answers within each group are equal
 * @throws RangeError for weighted sums
 * Source: R's `pairwise.t.test`. Golden values: golden/second/expected/survey_groups.json
 */
export function pairwiseT(groups: readonly Sums[], adjust: Adjustment): PairwiseT | NoGroupTest {
  const pooled = pooledSpread(groups);
  if (pooled.kind !== "pooled") return pooled;
  const { moments, variance, degreesOfFreedom, n } = pooled;
  const pairs = adjustedPairs(
    moments,
    (first, second) => ({
      value: second.mean - first.mean,
      standardError: Math.sqrt(variance * (1 / first.n + 1 / second.n)),
    }),
    (statistic) => studentTwoSided(statistic, degreesOfFreedom),
    adjust,
  );
  const places = moments.map(({ group }) => group);
  return { kind: "tested", pairs, degreesOfFreedom, groups: places, n, method: "pairwise-t/pooled" };
}

/** Residual variance of the one-way analysis of variance. @throws RangeError for weighted sums */
export function pooledSpread(groups: readonly Sums[]): PooledSpread | NoGroupTest {
  const moments = groupMoments(groups, 1);
  if (moments.length < 2) return tooFewGroups(moments.length);
  const n = answersIn(moments);
  const degreesOfFreedom = n - moments.length;
  if (degreesOfFreedom < 1) return tooFewAnswers(n, moments.length + 1);
  const within = moments.reduce((sum, { sumOfSquares }) => sum + sumOfSquares, 0);
  if (!(within > 0)) return { kind: "no-variation" };
  return { kind: "pooled", moments, variance: within / degreesOfFreedom, degreesOfFreedom, n };
}
