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
  const byPath = new Map(own.map(({ path, value }) => [path.join("/"), value]));
  const failures: string[] = [];
  let compared = 0;
  let worstRelativeError = 0;
  for (const { path, value } of leavesOf(expected, [])) {
    const place = path.join("/");
    compared += 1;
    if (path.some((key) => key.includes("_WRONG"))) {
      const twin = own.find((leaf) => isSame(leaf.value, value));
      if (twin !== undefined) failures.push(`${place}: the mistaken value stands at ${twin.path.join("/")}`);
      continue;
    }
    const found = byPath.get(place);
    if (typeof value !== "number" || typeof found !== "number") {
      if ((found ?? null) !== value) failures.push(`${place}: expected ${String(value)}, got ${String(found)}`);
      continue;
    }
    const error = relativeError(found, value);
    const { relative = 0, absolute = 0 } = toleranceOf(path) ?? closedFormTolerance(path, value);
    const isCounted = !isPValue(path) && absolute < Number.POSITIVE_INFINITY;
    if (isCounted) worstRelativeError = Math.max(worstRelativeError, error);
    const agrees = error <= relative || Math.abs(found - value) <= absolute;
    if (!agrees) failures.push(`${place}: expected ${value}, got ${found}`);
  }
  return { compared, worstRelativeError, failures };
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
