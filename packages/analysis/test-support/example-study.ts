/** The bookkeeping example, and what R computed of the same data. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type LoadedStudy, loadStudy } from "@manyi/dataset/load/load-study";

const root = new URL("../../../", import.meta.url);

export function exampleStudy(): Promise<LoadedStudy> {
  return loadStudy(fileURLToPath(new URL("examples/bookkeeping", root)), { unknownAnswers: "stop" });
}

// biome-ignore lint/suspicious/noExplicitAny: the reference files have a shape each, which the tests spell out
type Reference = any;

/** Values of a file of R's results. */
export function exampleReference(name: string): Reference {
  const path = `packages/statistics/golden/example/expected/${name}.json`;
  return JSON.parse(readFileSync(new URL(path, root), "utf8")).values;
}

/** A row of a reference's matrix by its column names. */
export function referenceRow(
  { rows, cols, values }: { rows: readonly string[]; cols: readonly string[]; values: readonly (readonly number[])[] },
  name: string,
): Readonly<Record<string, number>> {
  const found = values[rows.indexOf(name)];
  return Object.fromEntries(cols.map((column, i) => [column, found[i]]));
}
