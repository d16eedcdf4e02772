/** The parts into which overlapping bases divide the people in at least one of them. */
export interface VennCells {
  /** In each part; all at least 1. */
  readonly people: Int32Array;
  /** Of each base: 1 for the parts that lie in it. */
  readonly bases: readonly Uint8Array[];
}

/** @param bases rows of each, 1 = in it; all of one length */
export function vennCells(bases: readonly Uint8Array[]): VennCells {
  const rows = bases[0].length;
  let cellOf = new Int32Array(rows);
  for (const base of bases) {
    const places = new Map<number, number>();
    const next = new Int32Array(rows);
    for (let row = 0; row < rows; row++) {
      const key = 2 * cellOf[row] + (base[row] ? 1 : 0);
      const place = places.get(key) ?? places.size;
      places.set(key, place);
      next[row] = place;
    }
    cellOf = next;
  }
  const firsts = new Map<number, number>();
  const counts: number[] = [];
  for (let row = 0; row < rows; row++) {
    if (!bases.some((base) => base[row])) continue;
    const place = firsts.get(cellOf[row]);
    if (place === undefined) firsts.set(cellOf[row], row);
    counts[cellOf[row]] = (counts[cellOf[row]] ?? 0) + 1;
  }
  const cells = [...firsts];
  return {
    people: Int32Array.from(cells, ([cell]) => counts[cell]),
    bases: bases.map((base) => Uint8Array.from(cells, ([, row]) => (base[row] ? 1 : 0))),
  };
}
