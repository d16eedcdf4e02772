import type { VennCells } from "./venn-cells.ts";

/** A set of people that a combination of figures counts. */
export interface KnownUnion {
  readonly kind: "known";
  readonly people: number;
  /** How many times the figure of each base is added. */
  readonly times: Float64Array;
}

/** Numbers that small eliminations of zeros and ones leave below this are rounding. */
const rounding = 1e-9;
const mostCombinations = 200_000;
/** Multiplications of the elimination: a second or so. */
const mostWork = 1e9;

/**
 * The smallest union of Venn cells, of fewer than `minimum` people, whose indicator is a combination of the bases' indicators in which the
 * last base has a part. Combinations must be 0 on all cells with `minimum` people or more; that leaves a space of few dimensions, in which
 * every vector follows from its values, 0 or 1, in as many cells: those are all tried.
 * @returns null where there is none; the last base alone is none
 */
export function smallestKnownUnion(
  cells: VennCells,
  minimum: number,
): KnownUnion | { readonly kind: "not-checked" } | null {
  const { people, bases } = cells;
  if (people.length * bases.length ** 2 > mostWork) return { kind: "not-checked" };
  const largestFirst = Array.from(people.keys()).sort((a, b) => people[b] - people[a]);
  const large = largestFirst.filter((cell) => people[cell] >= minimum).length;
  const reduced = reducedRows(bases, largestFirst);
  const last = people.length + bases.length - 1;
  // Figures that are combinations of the earlier ones say nothing new.
  if (reduced.some(({ pivot, row }) => pivot >= people.length && Math.abs(row[last]) > rounding)) return null;
  const within = reduced.filter(({ pivot }) => pivot >= large && pivot < people.length);
  return unionsWithin(
    within,
    largestFirst.map((cell) => people[cell]),
    minimum,
    bases.length,
  );
}

interface ReducedRow {
  /** First column that is not 0; it is 1 there, and all other rows are 0. */
  readonly pivot: number;
  /** Cells in the order given, then how many times each base is in it. */
  readonly row: Float64Array;
}

/** Gauss and Jordan, on the bases' indicators beside the unit matrix. */
function reducedRows(bases: readonly Uint8Array[], order: readonly number[]): readonly ReducedRow[] {
  const width = order.length + bases.length;
  const left = bases.map((base, place) => {
    const row = new Float64Array(width);
    order.forEach((cell, column) => {
      row[column] = base[cell];
    });
    row[order.length + place] = 1;
    return row;
  });
  const found: ReducedRow[] = [];
  for (let column = 0; column < width && left.length > 0; column++) {
    const best = left.reduce((a, row, place) => (Math.abs(row[column]) > Math.abs(left[a][column]) ? place : a), 0);
    if (Math.abs(left[best][column]) <= rounding) continue;
    const [row] = left.splice(best, 1);
    const pivot = row[column];
    for (let k = column; k < width; k++) row[k] /= pivot;
    for (const other of [...left, ...found.map((each) => each.row)]) {
      const factor = other[column];
      if (Math.abs(factor) <= rounding) continue;
      for (let k = column; k < width; k++) other[k] -= factor * row[k];
    }
    found.push({ pivot: column, row });
  }
  return found;
}

/** @param rows 0 on the large cells; each alone has its pivot
 *  @param people of the cells in the order of the rows */
function unionsWithin(
  rows: readonly ReducedRow[],
  people: readonly number[],
  minimum: number,
  bases: number,
): KnownUnion | { readonly kind: "not-checked" } | null {
  const sum = new Float64Array(people.length + bases);
  const last = sum.length - 1;
  let best: KnownUnion | null = null;
  let fewest = minimum;
  let tried = 0;
  const add = (row: Float64Array, sign: number) => {
    for (let k = 0; k < sum.length; k++) sum[k] += sign * row[k];
  };
  const look = () => {
    if (Math.abs(sum[last]) <= rounding) return;
    let counted = 0;
    for (let cell = 0; cell < people.length; cell++) {
      if (Math.abs(sum[cell]) <= rounding) continue;
      if (Math.abs(sum[cell] - 1) > rounding) return;
      counted += people[cell];
    }
    const times = sum.slice(people.length).map((each) => Math.round(each * 1e6) / 1e6);
    const isLastAlone = times.every((each, base) => each === (base === bases - 1 ? 1 : 0));
    if (counted === 0 || counted >= fewest || isLastAlone) return;
    best = { kind: "known", people: counted, times };
    fewest = counted;
  };
  /** With the pivots from `place` on still open, and so many people in those that are in. */
  const search = (place: number, counted: number): void => {
    tried += 1;
    if (tried > mostCombinations) return;
    look();
    for (let next = place; next < rows.length; next++) {
      const more = counted + people[rows[next].pivot];
      if (more >= fewest) continue;
      add(rows[next].row, 1);
      search(next + 1, more);
      add(rows[next].row, -1);
    }
  };
  search(0, 0);
  return best ?? (tried > mostCombinations ? { kind: "not-checked" } : null);
}
