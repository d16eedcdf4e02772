import type { CrossTable } from "../src/crosstab/table.ts";

/** Unweighted table of counts given row by row. */
export function tableOfRows(rows: readonly (readonly number[])[]): CrossTable {
  return { rows: rows.length, columns: rows[0].length, counts: Float64Array.from(rows.flat()) };
}
