import type { Interval } from "../estimate/estimate.ts";
import { pairsOf } from "./group-problem.ts";

/** Turns the p-values of all pairs into adjusted ones: `holm`, `bonferroni`, `benjaminiHochberg` of comparison/adjust-p-values. */
export type Adjustment = (pValues: readonly number[]) => readonly number[];

/** Leaves p-values as they are. Of twenty pairs without a difference one is then significant at 5 %. */
export const unadjusted: Adjustment = (pValues) => pValues;

/** Two groups compared; `first` and `second` are places among the groups given, `value` is second minus first. */
export interface PairTest {
  readonly first: number;
  readonly second: number;
  readonly value: number;
  readonly standardError: number;
  /** value over standardError. */
  readonly statistic: number;
  /** Two-sided, of this pair alone. */
  readonly pValue: number;
  /** For all pairs together. */
  readonly adjustedPValue: number;
}

/** Two groups compared by a method whose interval and p-value hold for all pairs at once. */
export interface SimultaneousPairTest {
  readonly first: number;
  readonly second: number;
  /** Second minus first, in the unit of the answers. */
  readonly value: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  /** Covers the differences of all pairs together with the confidence asked for. */
  readonly interval: Interval;
  /** Studentized range |value|/standardError · √2. */
  readonly statistic: number;
  readonly adjustedPValue: number;
}

type Untested = Omit<PairTest, "statistic" | "pValue" | "adjustedPValue">;

/** All pairs of `groups`, tested one by one and adjusted together. */
export function adjustedPairs<T extends { readonly group: number }>(
  groups: readonly T[],
  difference: (first: T, second: T) => Pick<Untested, "value" | "standardError">,
  twoSided: (statistic: number) => number,
  adjust: Adjustment,
): PairTest[] {
  const raw = pairsOf(groups.length).map(([i, j]) => {
    const { value, standardError } = difference(groups[i], groups[j]);
    const statistic = value / standardError;
    const pValue = twoSided(statistic);
    return { first: groups[i].group, second: groups[j].group, value, standardError, statistic, pValue };
  });
  const adjusted = adjust(raw.map(({ pValue }) => pValue));
  return raw.map((pair, index) => ({ ...pair, adjustedPValue: adjusted[index] }));
}
