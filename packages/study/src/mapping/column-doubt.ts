/** What in a column speaks against its guessed use: the cells that the check will find faulty. */
import { isCalendarDate } from "../coding/calendar-date.ts";
import { readNumber } from "../coding/number-reader.ts";
import type { ColumnSample } from "./column-sample.ts";
import { type CellCounts, sumOf, unfitCells } from "./most-cells.ts";
import type { ColumnMapping, MappingDoubt } from "./study-mapping.ts";

/** @returns null where everything fits */
export function doubtOf(column: ColumnMapping, { kinds, complete }: ColumnSample): MappingDoubt | null {
  if (column.use === "key") return complete ? repeated(kinds) : null;
  const fits = fitting(column);
  if (fits === null) return null;
  const unfit = unfitCells(kinds, fits);
  const [example] = unfit.keys();
  return example === undefined ? null : { kind: "unfit-cells", cells: sumOf(unfit.values()), example };
}

function repeated(kinds: CellCounts): MappingDoubt | null {
  const example = [...kinds].find(([, count]) => count > 1)?.[0];
  return example === undefined ? null : { kind: "repeated-cells", cells: sumOf(kinds.values()) - kinds.size, example };
}

/** @returns null for uses that take any cell */
function fitting({ use, range, answers, special }: ColumnMapping): ((cell: string) => boolean) | null {
  switch (use) {
    case "date":
      return isCalendarDate;
    case "number":
      return (cell) => readNumber(cell) !== null;
    case "weight":
      return isWeight;
    case "frequency":
      return isFrequency;
    case "ignore":
    case "key":
    case "text":
    case "choice":
    case "unit":
    case "segment":
      return null;
    default: {
      const known = new Set([...(answers ?? []), ...Object.keys(special)]);
      return (cell) => known.has(cell) || (range !== null && isRating(cell, range));
    }
  }
}

export function isWeight(cell: string): boolean {
  const value = readNumber(cell);
  return value !== null && value >= 0;
}

export function isFrequency(cell: string): boolean {
  return isWeight(cell) && Number.isInteger(readNumber(cell));
}

function isRating(cell: string, { minimum, maximum }: NonNullable<ColumnMapping["range"]>): boolean {
  const value = readNumber(cell);
  return value !== null && Number.isInteger(value) && value >= minimum && value <= maximum;
}
