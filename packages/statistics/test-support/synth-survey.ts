/**
 * The synthetic survey of examples/bookkeeping, prepared as its golden values were: rows equal to an earlier one in all
 * but the id are dropped, and "don't know" (99) to an attribute is no answer.
 */
import type { TextTable } from "./csv.ts";
import { numberColumn, readCsv, textColumn } from "./csv.ts";

export const attributes = ["a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8"];

export interface SynthSurvey {
  readonly n: number;
  readonly text: (name: string) => string[];
  /** NaN = no answer. */
  readonly numbers: (name: string) => Float64Array;
}

export function readSynthSurvey(): SynthSurvey {
  const table = withoutDuplicates(readCsv("examples/bookkeeping/data.csv"));
  return {
    n: table.rows.length,
    text: (name) => textColumn(table, name),
    numbers: (name) => {
      const column = numberColumn(table, name);
      return attributes.includes(name) ? column.map((value) => (value === 99 ? Number.NaN : value)) : column;
    },
  };
}

/** Answered rows of a column, with what else is wanted of those rows. */
export function answered(column: Float64Array, others: readonly Float64Array[] = []): Float64Array[] {
  return [column, ...others].map((each) => each.filter((_, row) => !Number.isNaN(column[row])));
}

/** Levels in order and each row's place among them; −1 for a level not listed. */
export function codesOf(texts: readonly string[], levels: readonly string[]): Int32Array {
  return Int32Array.from(texts, (text) => levels.indexOf(text));
}

export function levelsOf(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== "").sort();
}

function withoutDuplicates(table: TextTable): TextTable {
  const seen = new Set<string>();
  const id = table.header.indexOf("id");
  const rows = table.rows.filter((row) => {
    const key = row.filter((_, place) => place !== id).join(",");
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
  return { header: table.header, rows };
}
