import { studentizedRange } from "../distribution/studentized-range.ts";
import { requireConfidence } from "../estimate/interval.ts";
import type { Sums } from "../tally/sums.ts";
import { type NoGroupTest, pairsOf } from "./group-problem.ts";
import type { SimultaneousPairTest } from "./pairwise.ts";
import { pooledSpread } from "./pairwise-t.ts";

export interface TukeyHsd {
  readonly kind: "tested";
  readonly pairs: readonly SimultaneousPairTest[];
  readonly groups: readonly number[];
  readonly n: number;
  readonly method: "tukey-hsd/studentized-range";
}

/**
 * Tukey's honestly significant differences: all pairs of means at once, if the groups vary alike. Kramer's form for unequal
 * sizes. Where groups may vary differently, `gamesHowell`.
 * @param groups without weights; empty ones are left out
 * @returns as `pairwiseT`
 * @throws RangeError for weighted sums or a confidence outside (0, 1)
 * Source: Tukey 1953, Kramer 1956; R's `TukeyHSD`. Golden values: golden/second/expected/survey_groups.json
 */
export function tukeyHsd(groups: readonly Sums[], confidence: number): TukeyHsd | NoGroupTest {
  requireConfidence(confidence);
  const pooled = pooledSpread(groups);
  if (pooled.kind !== "pooled") return pooled;
  const { moments, variance, degreesOfFreedom, n } = pooled;
  const range = studentizedRange(moments.length);
  const critical = range.quantile(confidence, degreesOfFreedom) / Math.SQRT2;
  const pairs = pairsOf(moments.length).map(([i, j]): SimultaneousPairTest => {
    const value = moments[j].mean - moments[i].mean;
    const standardError = Math.sqrt(variance * (1 / moments[i].n + 1 / moments[j].n));
    const statistic = (Math.abs(value) / standardError) * Math.SQRT2;
    const half = critical * standardError;
    return {
      first: moments[i].group,
      second: moments[j].group,
      value,
      standardError,
      degreesOfFreedom,
      interval: { lower: value - half, upper: value + half, confidence, method: "studentized-range" },
      statistic,
      adjustedPValue: range.upper(statistic, degreesOfFreedom),
    };
  });
  const places = moments.map(({ group }) => group);
  return { kind: "tested", pairs, groups: places, n, method: "tukey-hsd/studentized-range" };
}
