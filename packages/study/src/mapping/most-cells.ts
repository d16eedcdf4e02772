/** A column is what most of its cells say: a few that somebody mistyped do not change what the others are. */

/** Different cells of a column and how often each occurs. */
export type CellCounts = ReadonlyMap<string, number>;

const allowedShare = 0.05;
/** Small files: one cell in five, up to a handful. */
const handful = 3;
const smallShare = 0.2;

/** How many of so many cells may be exceptions. */
export function exceptionsAllowed(cells: number): number {
  return Math.max(Math.floor(cells * allowedShare), Math.min(handful, Math.floor(cells * smallShare)));
}

export function sumOf(counts: Iterable<number>): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}

/** Cells that do not fit, of those that are remembered. */
export function unfitCells(kinds: CellCounts, fits: (cell: string) => boolean): CellCounts {
  return new Map([...kinds].filter(([cell]) => !fits(cell)));
}

/** Whether all but a few cells fit.
 *  @param blank blank cells that count as unfit, where each row needs one */
export function mostFit(kinds: CellCounts, fits: (cell: string) => boolean, blank = 0): boolean {
  const unfit = sumOf(unfitCells(kinds, fits).values()) + blank;
  return unfit <= exceptionsAllowed(sumOf(kinds.values()) + blank);
}
