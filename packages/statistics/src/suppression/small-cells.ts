/**
 * Few people can be recognised: in a table of respondents, cells below a minimum are not shown. Whoever knows the totals can
 * work a single hidden cell out again, so others must be hidden with it. Source: Hundepool et al. 2012, Statistical Disclosure
 * Control, ch. 4.
 */
import { requireCells } from "../crosstab/table.ts";

/** A table of respondents, unweighted; the weights of people do not make them harder to recognise. */
export interface CountTable {
  readonly rows: number;
  readonly columns: number;
  /** rows × columns whole numbers, row by row. */
  readonly counts: Float64Array;
}

/** Least respondents of a cell that is shown; 10 is usual. */
export const usualMinimum = 10;
/** No study may go below it. */
const leastMinimum = 5;

/** @throws RangeError unless the counts fit the table and are whole numbers of 0 or more, and the minimum is an integer ≥ 5 */
export function requireCounts(table: CountTable, minimum: number): void {
  requireCells(table);
  if (!table.counts.every(Number.isInteger)) throw new RangeError("suppression needs whole counts");
  if (!(Number.isInteger(minimum) && minimum >= leastMinimum)) {
    throw new RangeError(`the minimum must be an integer of at least ${leastMinimum}, got ${minimum}`);
  }
}

/** Cells with fewer respondents than the minimum, row by row; an empty cell is one of them, since it tells of everybody.
 *  @throws RangeError as `requireCounts`
 *  Golden values: golden/second/expected/survey_suppression.json (primary_suppressed) */
export function smallCells(table: CountTable, minimum: number): readonly boolean[] {
  requireCounts(table, minimum);
  return Array.from(table.counts, (count) => count < minimum);
}

/** Rows in which exactly one cell is hidden: their total gives it away. */
export function rowsWithOneHidden(table: CountTable, hidden: readonly boolean[]): readonly number[] {
  return linesOf(table).rows.flatMap((cells, row) => (cells.filter((cell) => hidden[cell]).length === 1 ? [row] : []));
}

/** Places of the cells of each row and column. */
export function linesOf({ rows, columns }: CountTable) {
  const [rowPlaces, columnPlaces] = [
    Array.from({ length: rows }, (_, i) => i),
    Array.from({ length: columns }, (_, j) => j),
  ];
  return {
    rows: rowPlaces.map((row) => columnPlaces.map((column) => row * columns + column)),
    columns: columnPlaces.map((column) => rowPlaces.map((row) => row * columns + column)),
  };
}
