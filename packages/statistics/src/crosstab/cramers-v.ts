/** Strength of association from a χ² test, 0 (none) to 1. Three measures; V is the default. */
import type { ChiSquareTest } from "./chi-square-test.ts";

/** Cramér's V = √(χ²/(n · min(r − 1, c − 1))). Source: Cramér 1946. */
export function cramersV({ statistic, n, rows, columns }: ChiSquareTest): number {
  return Math.sqrt(statistic / (n * Math.min(rows.length - 1, columns.length - 1)));
}

/** V with the bias of small tables removed, 0 where χ² is at or below its expectation. Source: Bergsma 2013. */
export function biasCorrectedCramersV({ statistic, n, rows, columns, degreesOfFreedom }: ChiSquareTest): number {
  if (n < 2) return 0;
  const association = Math.max(0, statistic / n - degreesOfFreedom / (n - 1));
  const correctedSize = (size: number) => size - (size - 1) ** 2 / (n - 1);
  const size = Math.min(correctedSize(rows.length), correctedSize(columns.length)) - 1;
  return size > 0 ? Math.min(1, Math.sqrt(association / size)) : 0;
}

/** Pearson's contingency coefficient √(χ²/(n + χ²)), which cannot reach 1. */
export function contingencyCoefficient({ statistic, n }: ChiSquareTest): number {
  return Math.sqrt(statistic / (n + statistic));
}
