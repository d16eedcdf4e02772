import { chiSquareUpper } from "../distribution/chi-square.ts";
import type { CrossTable, NotTestable } from "./table.ts";
import { filledPart, fourCells, marginsOf } from "./table.ts";

export interface YatesTest {
  readonly kind: "tested";
  readonly statistic: number;
  readonly pValue: number;
}

/**
 * χ² of a 2 × 2 table with Yates' continuity correction, at most ½ and never more than |O − E|; conservative.
 * @throws RangeError unless the table is 2 × 2
 * Source: Yates 1934; the same as R's `chisq.test(correct = TRUE)`. Golden values: golden/example/expected/synth_public_crosstab.json
 */
export function yatesTest(table: CrossTable): YatesTest | NotTestable {
  const [a, b, c, d] = fourCells(table);
  const filled = filledPart(table);
  if (filled.kind === "not-testable") return filled;
  const { rowTotals, columnTotals, total } = marginsOf(2, 2, table.counts);
  const deviation = Math.abs(a * d - b * c) / total;
  const corrected = Math.max(0, deviation - 0.5);
  const statistic = (corrected ** 2 * total ** 3) / (rowTotals[0] * rowTotals[1] * columnTotals[0] * columnTotals[1]);
  return { kind: "tested", statistic, pValue: chiSquareUpper(statistic, 1) };
}
