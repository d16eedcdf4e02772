import type { CrossTable } from "../src/crosstab/table.ts";
import type { GoldenValue } from "./golden.ts";

/** Counts, Σw and Σw² of two coded columns; rows with a code of −1 in either are left out. */
export function crossTableOf(
  rowCodes: Int32Array,
  columnCodes: Int32Array,
  size: { readonly rows: number; readonly columns: number },
  weights: Float64Array | null = null,
): CrossTable & { readonly weights: Float64Array; readonly squaredWeights: Float64Array } {
  const cells = () => new Float64Array(size.rows * size.columns);
  const table = { ...size, counts: cells(), weights: cells(), squaredWeights: cells() };
  rowCodes.forEach((row, index) => {
    const column = columnCodes[index];
    if (row < 0 || column < 0) return;
    const weight = weights === null ? 1 : weights[index];
    const cell = row * size.columns + column;
    table.counts[cell] += 1;
    table.weights[cell] += weight;
    table.squaredWeights[cell] += weight * weight;
  });
  return table;
}

/** Unweighted table of counts given row by row. */
export function tableOfRows(rows: readonly (readonly number[])[]): CrossTable {
  return { rows: rows.length, columns: rows[0].length, counts: Float64Array.from(rows.flat()) };
}

/** A golden `{ rows, cols, values }` of cells given row by row. */
export function goldenTable(
  rows: readonly string[],
  cols: readonly string[],
  cells: ArrayLike<number | null>,
): GoldenValue {
  const values = rows.map((_, i) => cols.map((_name, j) => cells[i * cols.length + j]));
  return { rows, cols, values };
}
