import { stopped } from "./key-by-key.ts";
import { isTable, isTree, type ReferenceTree, type ReferenceValue } from "./reference-value.ts";
import { closedFormTolerance, isPValue, type ToleranceOf } from "./tolerance.ts";

export interface Comparison {
  /** Numbers, texts and truth values. */
  readonly compared: number;
  readonly worstRelativeError: number;
  readonly failures: readonly string[];
}

/**
 * Every number, text and truth value under `expected` against the same place in `computed`. What a key with `_WRONG` in it says must
 * stand nowhere in `computed`.
 */
export function compareTrees(expected: ReferenceTree, computed: ReferenceTree, toleranceOf: ToleranceOf): Comparison {
  const own = [...leavesOf(computed, [])];
  const byPath = foundByPath(own, computed);
  const right = new Map(Array.from(leavesOf(expected, []), ({ path, value }) => [path.join("/"), value]));
  const failures: string[] = [];
  let compared = 0;
  let worstRelativeError = 0;
  for (const { path, value } of leavesOf(expected, [])) {
    const place = path.join("/");
    compared += 1;
    if (path.some((key) => key.includes("_WRONG"))) {
      // A value that stands where it is right, as the 1 that every retention begins with, is no mistake.
      const twin = own.find(
        (leaf) => isSame(leaf.value, value) && !isSame(right.get(leaf.path.join("/")) ?? null, value),
      );
      if (twin !== undefined) failures.push(`${place}: the mistaken value stands at ${twin.path.join("/")}`);
      continue;
    }
    const found = byPath.get(place);
    const tolerance = toleranceOf(path);
    if (tolerance?.absolute === Number.POSITIVE_INFINITY) continue;
    if (typeof value !== "number" || typeof found !== "number") {
      const got = found === undefined ? reasonAt(path, byPath) : found;
      if (!isSaidAs(got ?? null, value)) failures.push(`${place}: expected ${String(value)}, got ${String(got)}`);
      continue;
    }
    const error = relativeError(found, value);
    const { relative = 0, absolute = 0 } = tolerance ?? closedFormTolerance(path, value);
    if (!isPValue(path)) worstRelativeError = Math.max(worstRelativeError, error);
    const agrees = error <= relative || Math.abs(found - value) <= absolute;
    if (!agrees) failures.push(`${place}: expected ${value}, got ${found}`);
  }
  const longer = longerLists(expected, computed);
  return { compared: compared + longer.length, worstRelativeError, failures: [...failures, ...longer] };
}

/** R writes a list of one without its brackets: its value stands at the place of the list, too. */
function foundByPath(own: readonly Leaf[], computed: ReferenceTree): ReadonlyMap<string, Leaf["value"]> {
  const found = new Map(own.map(({ path, value }) => [path.join("/"), value]));
  for (const [place, length] of listsOf(computed, [])) {
    if (length === 1 && found.has(`${place}/0`)) found.set(place, found.get(`${place}/0`) ?? null);
  }
  return found;
}

/** Why a key above the place has no values. */
function reasonAt(path: readonly string[], found: ReadonlyMap<string, Leaf["value"]>): Leaf["value"] | undefined {
  const above = path.map((_, end) => found.get(path.slice(0, end).join("/")));
  return above.find((value) => typeof value === "string" && value.startsWith(stopped));
}

/** Lists that go on where the file's have ended. */
function longerLists(expected: ReferenceTree, computed: ReferenceTree): readonly string[] {
  const own = new Map(listsOf(computed, []));
  return Array.from(listsOf(expected, []), ([place, length]) => ({ place, length, found: own.get(place) ?? 0 }))
    .filter(({ length, found }) => found > length)
    .map(({ place, length, found }) => `${place}: expected ${length} values, got ${found}`);
}

function* listsOf(value: ReferenceValue, path: readonly string[]): Generator<readonly [place: string, length: number]> {
  if (isTable(value)) return;
  if (Array.isArray(value)) yield [path.join("/"), value.length];
  if (typeof value !== "object" || value === null) return;
  for (const [key, child] of Object.entries(value)) yield* listsOf(child, [...path, key]);
}

/** JSON has no infinities: they stand there as null, or as R prints them. */
function isSaidAs(found: Leaf["value"], said: Leaf["value"]): boolean {
  if (found === said) return true;
  if (found === Number.POSITIVE_INFINITY) return said === null || said === "Inf";
  if (found === Number.NEGATIVE_INFINITY) return said === null || said === "-Inf";
  return found === null && said === "NA";
}

/** The names of all values, as `compareTrees` counts them. */
export function placesOf(expected: ReferenceTree): readonly string[] {
  return Array.from(leavesOf(expected, []), ({ path }) => path.join("/"));
}

interface Leaf {
  readonly path: readonly string[];
  readonly value: number | string | boolean | null;
}

function* leavesOf(value: ReferenceValue, path: readonly string[]): Generator<Leaf> {
  if (value === undefined || value === null || typeof value !== "object") {
    yield { path, value };
  } else if (isTable(value)) {
    for (const [i, row] of value.rows.entries()) {
      for (const [j, column] of value.cols.entries()) yield* leavesOf(value.values[i][j], [...path, row, column]);
    }
  } else if (isTree(value)) {
    for (const [key, child] of Object.entries(value)) yield* leavesOf(child, [...path, key]);
  } else {
    for (const [index, child] of value.entries()) yield* leavesOf(child, [...path, String(index)]);
  }
}

function relativeError(computed: number, expected: number): number {
  if (computed === expected) return 0;
  return Math.abs(computed - expected) / (expected === 0 ? 1 : Math.abs(expected));
}

function isSame(computed: Leaf["value"], mistaken: Leaf["value"]): boolean {
  return typeof computed === "number" && typeof mistaken === "number" && relativeError(computed, mistaken) < 1e-9;
}
