/** Rows by all categories at once; only the combinations that occur are numbered. */
export interface JointCells {
  readonly cells: number;
  /** Row → cell; −1 where a category is not known. */
  readonly cellOf: Int32Array;
  /** For each variable: cell → category. */
  readonly categoryOf: readonly Int32Array[];
}

/** @param codes one column a variable, −1 = not known */
export function jointCells(codes: readonly Int32Array[], rows: number): JointCells {
  let cells = 1;
  const cellOf = new Int32Array(rows);
  let categoryOf: readonly Int32Array[] = [];
  for (const column of codes) {
    let size = 1;
    for (let row = 0; row < rows; row++) if (column[row] >= size) size = column[row] + 1;
    const pairs =
      cells * size <= largestTable
        ? numberByTable(cellOf, column, size, cells * size)
        : numberByMap(cellOf, column, size);
    cells = pairs.length;
    categoryOf = [
      ...categoryOf.map((categories) => Int32Array.from(pairs, (pair) => categories[Math.floor(pair / size)])),
      Int32Array.from(pairs, (pair) => pair % size),
    ];
  }
  return { cells, cellOf, categoryOf };
}

/** Up to this many pairs (cell × size + code) a table is faster than a map, and small. */
const largestTable = 2 ** 22;

/** Replaces cells by the number of their pair with a code, in the order of first rows, and gives the pair of each number. */
function numberByTable(cellOf: Int32Array, column: Int32Array, size: number, possible: number): number[] {
  const numbers = new Int32Array(possible).fill(-1);
  const pairs: number[] = [];
  for (let row = 0; row < cellOf.length; row++) {
    if (cellOf[row] < 0 || column[row] < 0) cellOf[row] = -1;
    else {
      const pair = cellOf[row] * size + column[row];
      if (numbers[pair] < 0) numbers[pair] = pairs.push(pair) - 1;
      cellOf[row] = numbers[pair];
    }
  }
  return pairs;
}

function numberByMap(cellOf: Int32Array, column: Int32Array, size: number): number[] {
  const numbers = new Map<number, number>();
  const pairs: number[] = [];
  for (let row = 0; row < cellOf.length; row++) {
    if (cellOf[row] < 0 || column[row] < 0) cellOf[row] = -1;
    else {
      const pair = cellOf[row] * size + column[row];
      const number = numbers.get(pair) ?? pairs.push(pair) - 1;
      numbers.set(pair, number);
      cellOf[row] = number;
    }
  }
  return pairs;
}

/** Sums of a column by cell; rows in no cell are left out. */
export function sumsByCell(
  { cells, cellOf }: Pick<JointCells, "cells" | "cellOf">,
  column: Float64Array,
): Float64Array {
  const sums = new Float64Array(cells);
  for (let row = 0; row < column.length; row++) if (cellOf[row] >= 0) sums[cellOf[row]] += column[row];
  return sums;
}
