/**
 * Golden values come from R 4.2.2 with fifteen significant digits (golden/README.md). Formulas in closed form must agree
 * to a relative 1e-9: two correct programs differ by the order of their sums, about 1e-13, so 1e-9 leaves room for
 * cancellation and none for another definition. p-values: absolute 1e-9, and a relative 1e-7 where they are below 1e-6.
 */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

export type GoldenValue =
  | number
  | string
  | boolean
  | null
  | readonly GoldenValue[]
  | { readonly [key: string]: GoldenValue };

export interface GoldenFile {
  readonly id: string;
  readonly values: { readonly [key: string]: GoldenValue };
}

export interface Comparison {
  readonly compared: number;
  readonly worstRelativeError: number;
  readonly failures: readonly string[];
}

export const repositoryRoot = resolve(import.meta.dirname, "../../..");
const goldenFolder = resolve(repositoryRoot, "packages/statistics/golden");
const originalFolder = resolve(repositoryRoot, "../shared/refdata/expected");

export function readGolden(id: string): GoldenFile {
  return JSON.parse(readFileSync(resolve(goldenFolder, `${id}.json`), "utf8"));
}

/** The file the golden copy was made from, where the reference data lies beside the repository; else null. */
export function readOriginal(id: string): GoldenFile | null {
  const path = resolve(originalFolder, `${id}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}

/** Every number, text and truth value under `expected` against the same place in `actual`. */
export function compareWithGolden(expected: GoldenValue, actual: GoldenValue): Comparison {
  const own = [...leavesOf(actual, [])];
  const byPath = new Map(own.map(({ path, value }) => [path.join("/"), value]));
  const failures: string[] = [];
  let compared = 0;
  let worstRelativeError = 0;
  for (const { path, value } of leavesOf(expected, [])) {
    const place = path.join("/");
    compared += 1;
    if (path.some((key) => key.includes("_WRONG"))) {
      const twin = own.find((leaf) => typeof leaf.value === "number" && isClose(leaf.value, value));
      if (twin !== undefined) failures.push(`${place}: the mistaken value appears at ${twin.path.join("/")}`);
      continue;
    }
    const found = byPath.get(place);
    if (typeof value !== "number" || typeof found !== "number") {
      if (found !== value) failures.push(`${place}: expected ${String(value)}, got ${String(found)}`);
      continue;
    }
    if (!isPValue(path)) worstRelativeError = Math.max(worstRelativeError, relativeError(found, value));
    if (!agrees(found, value, path)) failures.push(`${place}: expected ${value}, got ${found}`);
  }
  return { compared, worstRelativeError, failures };
}

interface Leaf {
  readonly path: readonly string[];
  readonly value: number | string | boolean | null;
}

function* leavesOf(value: GoldenValue, path: readonly string[]): Generator<Leaf> {
  if (value === null || typeof value !== "object") {
    yield { path, value };
    return;
  }
  if (isTable(value)) {
    yield* leavesOfTable(value, path);
    return;
  }
  for (const [key, child] of Object.entries(value)) yield* leavesOf(child, [...path, key]);
}

interface Table {
  readonly rows: readonly string[];
  readonly cols: readonly string[];
  readonly values: readonly (readonly GoldenValue[])[];
}

/** `{ rows, cols, values }` is a table: its cells are named by row and column. */
function isTable(value: object): value is Table {
  return "rows" in value && "cols" in value && "values" in value;
}

function* leavesOfTable(table: Table, path: readonly string[]): Generator<Leaf> {
  for (const [i, row] of table.rows.entries()) {
    for (const [j, column] of table.cols.entries()) yield* leavesOf(table.values[i][j], [...path, row, column]);
  }
}

function agrees(actual: number, expected: number, path: readonly string[]): boolean {
  if (!isPValue(path)) return relativeError(actual, expected) <= 1e-9;
  return Math.abs(expected) < 1e-6 ? relativeError(actual, expected) <= 1e-7 : Math.abs(actual - expected) <= 1e-9;
}

function relativeError(actual: number, expected: number): number {
  if (actual === expected) return 0;
  return Math.abs(actual - expected) / (expected === 0 ? 1 : Math.abs(expected));
}

function isPValue(path: readonly string[]): boolean {
  return path.some((key) => /^(p|p_.*|.*_p|Pr\(.*)$/.test(key));
}

function isClose(actual: number, mistaken: GoldenValue): boolean {
  return typeof mistaken === "number" && relativeError(actual, mistaken) < 1e-9;
}
