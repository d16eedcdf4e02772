import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { repositoryRoot } from "./golden.ts";

export interface TextTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A CSV whose fields hold neither commas nor line breaks. @param path from the repository's root */
export function readCsv(path: string): TextTable {
  const lines = readFileSync(resolve(repositoryRoot, path), "utf8").trim().split(/\r?\n/);
  const [header, ...rows] = lines.map((line) => line.split(",").map((field) => field.replace(/^"(.*)"$/, "$1")));
  return { header, rows };
}

export function textColumn({ header, rows }: TextTable, name: string): string[] {
  const place = header.indexOf(name);
  if (place < 0) throw new RangeError(`no column ${name}`);
  return rows.map((row) => row[place]);
}

/** NaN = no answer. */
export function numberColumn(table: TextTable, name: string): Float64Array {
  return Float64Array.from(textColumn(table, name), (field) =>
    field === "" || field === "NA" ? Number.NaN : Number(field),
  );
}
