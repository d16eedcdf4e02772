import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DataTable, readDataTable } from "./data-table.ts";
import { isTree, type ReferenceTree, type ReferenceValue } from "./reference-value.ts";

/** Values that another program has computed, with what it computed them from. */
export interface ReferenceFile {
  readonly id: string;
  readonly family: string;
  /** Name of a CSV of the folder; or words that say where the data stand. */
  readonly dataset: string;
  /** Empty where the file says none (there as `[]`). */
  readonly options: ReferenceTree;
  readonly values: ReferenceTree;
  /** The other program's calls and remarks: prose, from which a family reads what is said nowhere else. */
  readonly calls: readonly string[];
  readonly notes: readonly string[];
  /** A CSV of the same folder, by its name or by words in which that stands. @throws Error where there is none of this name */
  readonly data: (name: string) => DataTable;
}

/** @param folder with CSVs and `expected/*.json`
 *  @param csvPath of a CSV by its name, where they stand elsewhere
 *  @throws Error where the folder or `expected` is not there, or a file is no JSON of this kind */
export function readReferenceFolder(
  folder: string,
  csvPath: (name: string) => string = (name) => join(folder, name),
): readonly ReferenceFile[] {
  const expected = join(folder, "expected");
  const names = readdirSync(expected).filter((name) => name.endsWith(".json"));
  const tables = new Map<string, DataTable>();
  const data = (name: string): DataTable => {
    const [inWords = name] = /[^\s,;()]+\.csv/.exec(name) ?? [];
    const path = [name, inWords, `${name}.csv`].map(csvPath).find((each) => existsSync(each)) ?? csvPath(name);
    const table = tables.get(name) ?? readDataTable(path);
    tables.set(name, table);
    return table;
  };
  return names.toSorted().map((name) => readReferenceFile(join(expected, name), data));
}

function readReferenceFile(path: string, data: ReferenceFile["data"]): ReferenceFile {
  const said = readJson(path);
  if (!isTree(said)) throw new Error(`${path}: no object`);
  const { id, family, dataset = "", options, values, calls, notes } = said;
  if (typeof id !== "string" || typeof family !== "string" || typeof dataset !== "string" || !isTree(values)) {
    throw new Error(`${path}: id, family, dataset and values are needed`);
  }
  const prose = { calls: textsOf(calls), notes: textsOf(notes) };
  return { id, family, dataset, options: isTree(options) ? options : {}, values, ...prose, data };
}

function readJson(path: string): ReferenceValue {
  try {
    return JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw new Error(`${path}: no JSON`, { cause });
  }
}

/** A list of texts, or a single one, or none. */
function textsOf(said: ReferenceValue | undefined): readonly string[] {
  const all = Array.isArray(said) ? said : [said];
  return all.filter((each) => typeof each === "string");
}
