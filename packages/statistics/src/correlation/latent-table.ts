import { type CrossTable, filledPart, marginsOf } from "../crosstab/table.ts";
import { normalQuantile } from "../distribution/normal.ts";
import { type TooFewAnswers, tooFewAnswers } from "../estimate/estimate.ts";
import { effectiveSampleSize } from "../scores/effective-sample-size.ts";
import { type NoVariation, pairsForCorrelation } from "./correlation.ts";

/** A table of two ordered variables, each taken for a normal variable that was cut at thresholds. */
export interface LatentTable {
  readonly kind: "latent";
  readonly rows: number;
  readonly columns: number;
  /** Σw in each cell, row by row; counts without case weights. */
  readonly cells: Float64Array;
  /** Σw² in each cell. */
  readonly squaredCells: Float64Array;
  /** Of the margins: the z below which the cumulative share lies. rows − 1 and columns − 1 numbers, ascending. */
  readonly rowThresholds: Float64Array;
  readonly columnThresholds: Float64Array;
  /** Cumulative shares at the thresholds. */
  readonly rowShares: Float64Array;
  readonly columnShares: Float64Array;
  readonly n: number;
  readonly weight: number;
  readonly effectiveN: number;
}

/**
 * The table without its empty levels, with the thresholds of its margins.
 * @param table levels in order; `weights` and `squaredWeights` go together
 * @throws RangeError if the cells do not fit or a count is negative
 */
export function latentTable(table: CrossTable): LatentTable | TooFewAnswers | NoVariation {
  const filled = filledPart(table);
  const n = table.counts.reduce((sum, count) => sum + count, 0);
  if (filled.kind === "not-testable") {
    return n < pairsForCorrelation ? tooFewAnswers(n, pairsForCorrelation) : { kind: "no-variation" };
  }
  const { rows, columns, counts, weights: cells = counts, squaredWeights: squaredCells = counts } = filled.table;
  const { rowTotals, columnTotals, total } = marginsOf(rows, columns, cells);
  const effectiveN = effectiveSampleSize(
    total,
    squaredCells.reduce((sum, each) => sum + each, 0),
  );
  if (n < pairsForCorrelation || effectiveN < pairsForCorrelation) return tooFewAnswers(n, pairsForCorrelation);
  if (!(rowTotals.every((each) => each > 0) && columnTotals.every((each) => each > 0))) return { kind: "no-variation" };
  const rowShares = cumulativeShares(rowTotals, total);
  const columnShares = cumulativeShares(columnTotals, total);
  return {
    kind: "latent",
    rows,
    columns,
    cells,
    squaredCells,
    rowShares,
    columnShares,
    rowThresholds: rowShares.map(normalQuantile),
    columnThresholds: columnShares.map(normalQuantile),
    n,
    weight: total,
    effectiveN,
  };
}

/** At each threshold; without the last, which is 1. Summed from the smaller side would gain nothing: shares here are above 1e-12. */
export function cumulativeShares(totals: Float64Array, total: number): Float64Array {
  const shares = new Float64Array(totals.length - 1);
  let sum = 0;
  for (let level = 0; level < shares.length; level++) {
    sum += totals[level];
    shares[level] = sum / total;
  }
  return shares;
}
