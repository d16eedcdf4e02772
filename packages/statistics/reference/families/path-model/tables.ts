import type { Matrix } from "../../../src/linear-algebra/matrix.ts";
import { type ReferenceTree, type ReferenceValue, tableOf } from "../../reference-value.ts";

/** A matrix with its names; null where it has nothing. */
export function namedTable(
  rows: readonly string[],
  cols: readonly string[],
  { values, columns }: Matrix,
): ReferenceTree {
  return tableOf(rows, cols, (_, __, i, j) => values[i * columns + j]);
}

/** Values of pairs, from row to column; null elsewhere. */
export function pairTable(
  names: readonly string[],
  pairs: readonly (readonly [row: string, column: string, value: number | null])[],
): ReferenceTree {
  const cells = new Map(pairs.map(([row, column, value]) => [JSON.stringify([row, column]), value]));
  return tableOf(names, names, (row, column) => cells.get(JSON.stringify([row, column])) ?? null);
}

/** One value a name. */
export function named(names: readonly string[], values: ArrayLike<ReferenceValue>): ReferenceTree {
  return Object.fromEntries(names.map((name, k) => [name, values[k]]));
}
