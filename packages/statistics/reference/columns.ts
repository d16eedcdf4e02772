/** Columns of a reference folder's CSV as the estimators take them. */
import type { CrossTable } from "../src/crosstab/table.ts";
import type { ReferenceTree } from "./reference-value.ts";
import { isTable } from "./reference-value.ts";

/** The answered rows of a column, and the same rows of others. */
export function answered(column: Float64Array, ...others: readonly Float64Array[]): Float64Array[] {
  return [column, ...others].map((each) => each.filter((_, row) => !Number.isNaN(column[row])));
}

/** Distinct values of a column: in the order that a file names them; those it does not name in ascending order. */
export function levelsOf(texts: readonly string[], named: readonly string[] = []): readonly string[] {
  const levels = [...new Set(texts)].filter((text) => text !== "");
  const isNumeric = levels.every((level) => Number.isFinite(Number(level)));
  const ascending = isNumeric ? levels.sort((a, b) => Number(a) - Number(b)) : levels.sort();
  return [...named.filter((level) => levels.includes(level)), ...ascending.filter((level) => !named.includes(level))];
}

/** Each row's place among the levels; −1 for none of them. */
export function codesOf(texts: readonly string[], levels: readonly string[]): Int32Array {
  return Int32Array.from(texts, (text) => levels.indexOf(text));
}

/** Names of the rows or columns of a table in a file; none where there is no such table. */
export function namesOf(values: ReferenceTree, key: string, side: "rows" | "cols"): readonly string[] {
  const table = values[key];
  return isTable(table) ? table[side] : [];
}

export interface WeightedCrossTable extends CrossTable {
  readonly weights: Float64Array;
  readonly squaredWeights: Float64Array;
}

/** Counts, Σw and Σw² of two coded columns; rows with a code of −1 in either are left out. */
export function crossTableOf(
  rowCodes: Int32Array,
  columnCodes: Int32Array,
  size: { readonly rows: number; readonly columns: number },
  weights: Float64Array | null = null,
): WeightedCrossTable {
  const cells = () => new Float64Array(size.rows * size.columns);
  const table = { ...size, counts: cells(), weights: cells(), squaredWeights: cells() };
  for (let index = 0; index < rowCodes.length; index++) {
    if (rowCodes[index] < 0 || columnCodes[index] < 0) continue;
    const weight = weights === null ? 1 : weights[index];
    const cell = rowCodes[index] * size.columns + columnCodes[index];
    table.counts[cell] += 1;
    table.weights[cell] += weight;
    table.squaredWeights[cell] += weight * weight;
  }
  return table;
}
