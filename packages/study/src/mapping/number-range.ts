/** Whole numbers of a rating: over which scale they run, and which of them are no rating. */
import { readNumber } from "../coding/number-reader.ts";
import { type CellCounts, exceptionsAllowed, sumOf } from "./most-cells.ts";
import { specialNumber, specialWord } from "./special-codes.ts";
import type { ColumnMapping, SpecialMeaning } from "./study-mapping.ts";

export interface NumberedRating {
  readonly kind: "numbers";
  readonly range: NonNullable<ColumnMapping["range"]>;
  readonly special: Readonly<Record<string, SpecialMeaning>>;
  /** Different ratings that occur on the scale. */
  readonly values: readonly number[];
  /** Cells that are neither on the scale nor a known code. */
  readonly unfit: number;
}

/** The scales in use that begin at 1, narrowest first. */
const scales = [
  { minimum: 1, maximum: 3 },
  { minimum: 1, maximum: 5 },
  { minimum: 1, maximum: 7 },
  { minimum: 1, maximum: 10 },
] as const;

/** @param kinds the different cells of a column
 *  @returns null where most of them are no whole numbers of a usual scale */
export function numberedRating(kinds: CellCounts): NumberedRating | null {
  const counts = new Map<number, number>();
  const special: Record<string, SpecialMeaning> = {};
  let cells = 0;
  for (const [cell, count] of kinds) {
    const value = readNumber(cell);
    const meaning = specialWord(cell) ?? (value === null ? null : specialNumber(value));
    if (meaning !== null) special[cell] = meaning;
    else cells += count;
    if (meaning === null && value !== null && Number.isInteger(value) && value >= 0 && value <= 10)
      counts.set(value, (counts.get(value) ?? 0) + count);
  }
  const range = rangeOf(counts, cells);
  if (range === null) return null;
  const unfit = cells - cellsWithin(counts, range);
  const values = [...counts.keys()].filter((value) => isWithin(value, range)).sort((a, b) => a - b);
  return values.length < 2 || unfit > exceptionsAllowed(cells)
    ? null
    : { kind: "numbers", range, special, values, unfit };
}

type Range = NumberedRating["range"];

function isWithin(value: number, { minimum, maximum }: Range): boolean {
  return value >= minimum && value <= maximum;
}

function cellsWithin(counts: ReadonlyMap<number, number>, range: Range): number {
  return sumOf([...counts].filter(([value]) => isWithin(value, range)).map(([, count]) => count));
}

const oftenFullyUsed = [
  { minimum: 1, maximum: 5 },
  { minimum: 1, maximum: 7 },
] as const;

/** @param cells all that could be ratings, also those that are no number */
function rangeOf(counts: ReadonlyMap<number, number>, cells: number): Range | null {
  // Every step of a scale was chosen, and next to nobody is beyond it: a slip, not a longer scale.
  const slips = Math.max(Math.floor(cells / 100), cells >= 20 ? 1 : 0);
  const numbered = sumOf(counts.values());
  const used = oftenFullyUsed.find(
    (range) =>
      [...counts.keys()].filter((value) => isWithin(value, range)).length === range.maximum &&
      numbered - cellsWithin(counts, range) <= slips,
  );
  if (used !== undefined) return used;
  const highest = Math.max(...counts.keys());
  const zeros = counts.get(0) ?? 0;
  if (zeros > 0 && highest > 5) return { minimum: 0, maximum: 10 };
  if (zeros > exceptionsAllowed(cells)) return null;
  return scales.find(({ maximum }) => highest <= maximum && highest >= 1) ?? null;
}

/** A scale whose ends nobody chose looks shorter than it is: it takes the length of the others of its file.
 *  @param others ranges of the file's other ratings */
export function widened(rating: NumberedRating, others: readonly NumberedRating["range"][]): NumberedRating["range"] {
  const { minimum, maximum } = rating.range;
  const counts = new Map<number, number>();
  for (const other of others) {
    if (other.minimum === minimum && other.maximum >= maximum)
      counts.set(other.maximum, (counts.get(other.maximum) ?? 0) + 1);
  }
  const own = counts.get(maximum) ?? 0;
  const [longer, votes] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [maximum, 0];
  // Only where its own kind is rare: a file may well hold scales of two lengths.
  return longer > maximum && votes >= 2 && own <= 1 ? { minimum, maximum: longer } : rating.range;
}
