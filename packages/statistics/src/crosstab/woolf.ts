import { chiSquareUpper } from "../distribution/chi-square.ts";
import type { CrossTable, NotTestable } from "./table.ts";
import { fourCells } from "./table.ts";

export interface WoolfTest {
  readonly kind: "tested";
  readonly statistic: number;
  /** Strata − 1. */
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/**
 * Woolf's test that the odds ratio of a 2 × 2 table is the same in all strata. Where any cell is 0, ½ is added to all.
 * @returns not-testable below two strata
 * @throws RangeError unless every table is 2 × 2
 * Source: Woolf 1955; as `vcd::woolf_test`. Golden values: golden/published/expected/textbook_crosstabs.json (ucb_woolf)
 */
export function woolfTest(strata: readonly CrossTable[]): WoolfTest | NotTestable {
  const cells = strata.map(fourCells);
  if (cells.length < 2) return { kind: "not-testable", reason: "no-variation" };
  const shift = cells.some((four) => four.includes(0)) ? 0.5 : 0;
  const ratios = cells.map((four) => {
    const [a, b, c, d] = four.map((cell) => cell + shift);
    return { logarithm: Math.log((a * d) / (b * c)), weight: 1 / (1 / a + 1 / b + 1 / c + 1 / d) };
  });
  const total = ratios.reduce((sum, { weight }) => sum + weight, 0);
  const mean = ratios.reduce((sum, { logarithm, weight }) => sum + (weight / total) * logarithm, 0);
  const statistic = ratios.reduce((sum, { logarithm, weight }) => sum + weight * (logarithm - mean) ** 2, 0);
  const degreesOfFreedom = strata.length - 1;
  return { kind: "tested", statistic, degreesOfFreedom, pValue: chiSquareUpper(statistic, degreesOfFreedom) };
}
