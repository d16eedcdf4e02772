/** What a reference file says under `values`, and what a family computes in its place: the same tree. */
export type ReferenceValue =
  | number
  | string
  | boolean
  | null
  | readonly ReferenceValue[]
  | { readonly [key: string]: ReferenceValue };

export interface ReferenceTree {
  readonly [key: string]: ReferenceValue;
}

/** A matrix in a reference file; its cells are named by row and column. */
export interface ReferenceTable {
  readonly rows: readonly string[];
  readonly cols: readonly string[];
  readonly values: readonly (readonly ReferenceValue[])[];
  readonly [key: string]: ReferenceValue;
}

export function isTree(value: ReferenceValue | undefined): value is ReferenceTree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isTable(value: ReferenceValue | undefined): value is ReferenceTable {
  return isTree(value) && Array.isArray(value.rows) && Array.isArray(value.cols) && Array.isArray(value.values);
}

/** @param cell by names, in the order of the names */
export function tableOf(
  rows: readonly string[],
  cols: readonly string[],
  cell: (row: string, col: string, i: number, j: number) => ReferenceValue,
): ReferenceTable {
  return { rows, cols, values: rows.map((row, i) => cols.map((col, j) => cell(row, col, i, j))) };
}

/** One row of values a name; all rows have the same keys. */
export function tableOfRows(rows: readonly (readonly [name: string, row: ReferenceTree])[]): ReferenceTable {
  const cols = Object.keys(rows[0]?.[1] ?? {});
  return { rows: rows.map(([name]) => name), cols, values: rows.map(([, row]) => cols.map((col) => row[col])) };
}
