import { chiSquareUpper } from "../distribution/chi-square.ts";
import type { CrossTable, NotTestable } from "./table.ts";
import { fourCells } from "./table.ts";

export interface McNemarTest {
  readonly kind: "tested";
  readonly statistic: number;
  readonly pValue: number;
  readonly continuityStatistic: number;
  readonly continuityPValue: number;
}

/**
 * McNemar's test of the same people asked twice (rows before, columns after): did as many change one way as the other?
 * @returns not-testable where nobody changed
 * @throws RangeError unless the table is 2 × 2
 * Source: McNemar 1947. Golden values: golden/published/expected/textbook_crosstabs.json (mcnemar_approval)
 */
export function mcNemarTest(table: CrossTable): McNemarTest | NotTestable {
  const [, there, back] = fourCells(table);
  const changed = there + back;
  if (changed === 0) return { kind: "not-testable", reason: "no-variation" };
  const difference = Math.abs(there - back);
  const statistic = difference ** 2 / changed;
  const continuityStatistic = Math.max(0, difference - 1) ** 2 / changed;
  return {
    kind: "tested",
    statistic,
    pValue: chiSquareUpper(statistic, 1),
    continuityStatistic,
    continuityPValue: chiSquareUpper(continuityStatistic, 1),
  };
}
