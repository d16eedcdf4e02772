import { chiSquareUpper } from "../distribution/chi-square.ts";
import type { CrossTable, NotTestable } from "./table.ts";
import { filledPart, marginsOf } from "./table.ts";

export interface ChiSquareTest {
  readonly kind: "tested";
  /** Pearson's χ². */
  readonly statistic: number;
  /** (rows − 1)(columns − 1), empty rows and columns not counted. */
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** G². */
  readonly likelihoodRatio: number;
  readonly likelihoodRatioPValue: number;
  /** Cell by cell of the table given, row by row; 0 in an empty row or column. */
  readonly expected: Float64Array;
  readonly smallestExpected: number;
  readonly cellsExpectedBelow5: number;
  /** Of the cells tested, 0–1; above 0.2 the χ² distribution is a poor approximation. */
  readonly shareExpectedBelow5: number;
  readonly n: number;
  /** Places of the rows and columns tested: those that are not empty. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/**
 * Pearson's χ² and the likelihood-ratio G² of independence, on unweighted counts.
 * @returns not-testable where fewer than 2 × 2 rows and columns hold anybody
 * @throws RangeError if the cells do not fit or a count is negative
 * Source: Agresti 2013, 3.2. Golden values: golden/example/expected/synth_public_crosstab.json, golden/published/expected/textbook_crosstabs.json
 */
export function chiSquareTest(table: CrossTable): ChiSquareTest | NotTestable {
  const filled = filledPart(table);
  if (filled.kind === "not-testable") return filled;
  const { rows, columns } = filled;
  const { rowTotals, columnTotals, total } = marginsOf(table.rows, table.columns, table.counts);
  const expected = new Float64Array(table.counts.length);
  const sums = { statistic: 0, likelihoodRatio: 0, smallest: Number.POSITIVE_INFINITY, below5: 0 };
  for (const row of rows) {
    for (const column of columns) {
      const cell = row * table.columns + column;
      const mean = (rowTotals[row] * columnTotals[column]) / total;
      const observed = table.counts[cell];
      expected[cell] = mean;
      sums.statistic += (observed - mean) ** 2 / mean;
      if (observed > 0) sums.likelihoodRatio += 2 * observed * Math.log(observed / mean);
      sums.smallest = Math.min(sums.smallest, mean);
      if (mean < 5) sums.below5 += 1;
    }
  }
  const degreesOfFreedom = (rows.length - 1) * (columns.length - 1);
  // Under exact independence the sum of G² rounds to either side of 0.
  const likelihoodRatio = Math.max(0, sums.likelihoodRatio);
  return {
    kind: "tested",
    statistic: sums.statistic,
    degreesOfFreedom,
    pValue: chiSquareUpper(sums.statistic, degreesOfFreedom),
    likelihoodRatio,
    likelihoodRatioPValue: chiSquareUpper(likelihoodRatio, degreesOfFreedom),
    expected,
    smallestExpected: sums.smallest,
    cellsExpectedBelow5: sums.below5,
    shareExpectedBelow5: sums.below5 / (rows.length * columns.length),
    n: total,
    rows,
    columns,
  };
}
