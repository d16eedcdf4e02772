/** Whole numbers of a rating: over which scale they run, and which of them are no rating. */
import { readNumber } from "../coding/number-reader.ts";
import { specialNumber, specialWord } from "./special-codes.ts";
import type { ColumnMapping, SpecialMeaning } from "./study-mapping.ts";

export interface NumberedRating {
  readonly kind: "numbers";
  readonly range: NonNullable<ColumnMapping["range"]>;
  readonly special: Readonly<Record<string, SpecialMeaning>>;
  /** Different ratings that occur. */
  readonly values: readonly number[];
}

/** The scales in use, narrowest first. */
const scales = [
  { minimum: 1, maximum: 3 },
  { minimum: 1, maximum: 5 },
  { minimum: 1, maximum: 7 },
  { minimum: 0, maximum: 10 },
  { minimum: 1, maximum: 10 },
] as const;

/** @param cells the different cells of a column
 *  @returns null where they are no whole numbers of a usual scale */
export function numberedRating(cells: Iterable<string>): NumberedRating | null {
  const values: number[] = [];
  const special: Record<string, SpecialMeaning> = {};
  for (const cell of cells) {
    const word = specialWord(cell);
    const value = readNumber(cell);
    const meaning = word ?? (value === null ? null : specialNumber(value));
    if (meaning !== null) special[cell] = meaning;
    else if (value !== null && Number.isInteger(value) && value >= 0 && value <= 10) values.push(value);
    else return null;
  }
  if (values.length < 2) return null;
  const range = rangeOf(Math.min(...values), Math.max(...values));
  return range === null
    ? null
    : { kind: "numbers", range, special, values: [...new Set(values)].sort((a, b) => a - b) };
}

function rangeOf(lowest: number, highest: number): NumberedRating["range"] | null {
  if (lowest === 0) return highest > 5 ? { minimum: 0, maximum: 10 } : null;
  return scales.find(({ minimum, maximum }) => minimum === 1 && highest <= maximum) ?? null;
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
