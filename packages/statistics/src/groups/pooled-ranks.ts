import type { RatingTally } from "../tally/rating-tally.ts";
import { requireUnweighted } from "./group-problem.ts";

/** Ranks of all answers of several groups together; equal answers share the mean of their ranks. */
export interface PooledRanks {
  readonly n: number;
  /** Rank of each answer value, 1 … n. */
  readonly rankOf: ReadonlyMap<number, number>;
  /** Σ(t³ − t) over the sets of t equal answers. */
  readonly ties: number;
}

/** @throws RangeError for weighted tallies */
export function pooledRanks(groups: readonly RatingTally[]): PooledRanks {
  const counts = new Map<number, number>();
  for (const tally of groups) {
    requireUnweighted(tally);
    tally.values.forEach((value, cell) => {
      counts.set(value, (counts.get(value) ?? 0) + tally.count[cell]);
    });
  }
  const rankOf = new Map<number, number>();
  let n = 0;
  let ties = 0;
  for (const [value, count] of [...counts].sort(([a], [b]) => a - b)) {
    rankOf.set(value, n + (count + 1) / 2);
    n += count;
    ties += count ** 3 - count;
  }
  return { n, rankOf, ties };
}

/** Answers of a group and the sum of their ranks. */
export function rankSum(tally: RatingTally, { rankOf }: PooledRanks): { readonly n: number; readonly sum: number } {
  let n = 0;
  let sum = 0;
  tally.values.forEach((value, cell) => {
    n += tally.count[cell];
    sum += tally.count[cell] * (rankOf.get(value) ?? 0);
  });
  return { n, sum };
}
