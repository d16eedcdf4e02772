import { normalTwoSided } from "../distribution/normal.ts";
import { effectiveSampleSize } from "../scores/effective-sample-size.ts";
import type { CrossTable } from "./table.ts";
import { marginsOf, requireCells } from "./table.ts";

/** A correction over the pairs of one row: `bonferroni`, `holm`, `benjaminiHochberg`, or `unadjusted`. */
export type Adjustment = (pValues: readonly number[]) => readonly number[];

export const unadjusted: Adjustment = (pValues) => pValues;

export interface ColumnPair {
  readonly first: number;
  readonly second: number;
  /** Positive where the first column's share is larger. */
  readonly statistic: number;
  readonly pValue: number;
  readonly adjustedPValue: number;
}

export interface RowComparison {
  readonly pairs: readonly ColumnPair[];
  /** For each column, the columns whose share is significantly smaller, as letters (`"AC"`). */
  readonly letters: readonly string[];
  /** Share of each column in this row, 0–1; null in an empty column. */
  readonly shares: readonly (number | null)[];
  /** Columns left out because their share is 0 or 1, or because they are empty. */
  readonly skipped: readonly number[];
}

interface ColumnShare {
  readonly share: number;
  readonly n: number;
}

/**
 * In each row, each pair of columns by the pooled two-proportion z test; letters stand on the larger share. Columns with
 * a share of 0 or 1 are not compared. With `weights` and `squaredWeights` in the table the shares are weighted and n is
 * Kish's effective n of the column.
 * @param alpha level for the letters, 0–1
 * @throws RangeError if the cells do not fit, or alpha is outside (0, 1)
 * Source: as the column-proportions test of the major survey tabulators. Golden values: golden/example/expected/synth_public_crosstab.json
 */
export function columnProportions(table: CrossTable, alpha: number, adjustment: Adjustment): RowComparison[] {
  requireCells(table);
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must lie in (0, 1), got ${alpha}`);
  const cells = table.weights ?? table.counts;
  const { columnTotals } = marginsOf(table.rows, table.columns, cells);
  const sizes = columnSizes(table, columnTotals);
  return Array.from({ length: table.rows }, (_, row) => {
    const columns = Array.from(sizes, (n, column) =>
      n > 0 ? { share: shareOf(cells[row * table.columns + column], columnTotals[column]), n } : null,
    );
    return compareRow(columns, alpha, adjustment);
  });
}

/** Effective n of each column by Kish, or its count without weights. */
export function columnSizes(table: CrossTable, columnTotals: Float64Array): Float64Array {
  if (table.weights === undefined) return columnTotals;
  if (table.squaredWeights === undefined) throw new RangeError("a weighted table needs squaredWeights");
  const squares = marginsOf(table.rows, table.columns, table.squaredWeights).columnTotals;
  return columnTotals.map((weight, column) => effectiveSampleSize(weight, squares[column]));
}

/** A … Z, then AA, AB … */
export function columnLetter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetter(Math.floor(column / 26) - 1) + last;
}

function compareRow(columns: readonly (ColumnShare | null)[], alpha: number, adjustment: Adjustment): RowComparison {
  const tested: { first: number; second: number; statistic: number; pValue: number }[] = [];
  columns.forEach((a, first) => {
    columns.forEach((b, second) => {
      if (second <= first || !isComparable(a) || !isComparable(b)) return;
      const statistic = pooledZ(a, b);
      tested.push({ first, second, statistic, pValue: normalTwoSided(statistic) });
    });
  });
  const adjusted = adjustment(tested.map(({ pValue }) => pValue));
  const pairs = tested.map((pair, index) => ({ ...pair, adjustedPValue: adjusted[index] }));
  return {
    pairs,
    letters: columns.map((_, column) => lettersOf(column, pairs, alpha, columns.length)),
    shares: columns.map((column) => column?.share ?? null),
    skipped: columns.flatMap((column, index) => (isComparable(column) ? [] : [index])),
  };
}

/** Beyond 26 columns names have two letters, and a space keeps them apart. */
function lettersOf(column: number, pairs: readonly ColumnPair[], alpha: number, columns: number): string {
  const smaller = pairs.flatMap(({ first, second, statistic, adjustedPValue }) => {
    if (adjustedPValue >= alpha) return [];
    const [larger, other] = statistic > 0 ? [first, second] : [second, first];
    return larger === column ? [other] : [];
  });
  const names = smaller.sort((a, b) => a - b).map(columnLetter);
  return names.join(columns > 26 ? " " : "");
}

function isComparable(column: ColumnShare | null): column is ColumnShare {
  return column !== null && column.share > 0 && column.share < 1;
}

function pooledZ(a: ColumnShare, b: ColumnShare): number {
  const pooled = (a.share * a.n + b.share * b.n) / (a.n + b.n);
  return (a.share - b.share) / Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n));
}

/** Weighted totals round: a column wholly in one row must read as exactly 1. */
function shareOf(cell: number, total: number): number {
  const share = cell / total;
  return share > 1 - 1e-12 ? 1 : share;
}
