import { readFileSync } from "node:fs";

/** A CSV; a field is missing where it is empty or NA. */
export interface DataTable {
  readonly names: readonly string[];
  readonly rows: number;
  /** Empty = missing. @throws RangeError where there is no such column */
  readonly text: (name: string) => readonly string[];
  /** NaN = missing. @throws RangeError where there is no such column, or it holds something else than numbers */
  readonly numbers: (name: string) => Float64Array;
  /** The fields of a row as they stand, in the order of the columns; for files whose first line is data as well. */
  readonly fields: (row: number) => readonly string[];
  /** The rows for which `keep` says so, in their order. */
  readonly where: (keep: (row: number) => boolean) => DataTable;
}

/** @throws Error where the file cannot be read, or a line has another number of fields than the first */
export function readDataTable(path: string): DataTable {
  const [names = [], ...rows] = fieldsOf(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  const odd = rows.findIndex((row) => row.length !== names.length);
  if (odd >= 0) throw new Error(`${path}: line ${odd + 2} has ${rows[odd].length} fields, not ${names.length}`);
  return tableOfFields(names, rows);
}

function tableOfFields(names: readonly string[], rows: readonly (readonly string[])[]): DataTable {
  const text = (name: string): readonly string[] => {
    const place = names.indexOf(name);
    if (place < 0) throw new RangeError(`no column ${name}`);
    return rows.map((row) => (row[place] === "NA" ? "" : row[place]));
  };
  const numbers = (name: string): Float64Array =>
    Float64Array.from(text(name), (field) => {
      const value = field.trim() === "" ? Number.NaN : Number(field);
      if (field.trim() !== "" && Number.isNaN(value)) throw new RangeError(`${name}: ${field} is no number`);
      return value;
    });
  const where = (keep: (row: number) => boolean) =>
    tableOfFields(
      names,
      rows.filter((_, row) => keep(row)),
    );
  return { names, rows: rows.length, text, numbers, fields: (row) => rows[row], where };
}

function fieldsOf(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  // A field, quoted or not, and what ends it.
  for (const [, quoted, plain = "", end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  }
  return rows;
}
