import { checkPathModel, pathModelIssueText } from "./check-model.ts";
import type { PathModel } from "./path-model.ts";

/** A model in indices: what loops run over. */
export interface ModelLayout {
  /** All items, block after block. */
  readonly items: readonly string[];
  /** Block j is the items from `starts[j]` to before `starts[j + 1]`; one longer than there are constructs. */
  readonly starts: Int32Array;
  /** Of each construct, those with a path to it, in the order of the model. */
  readonly predecessors: readonly Int32Array[];
  readonly successors: readonly Int32Array[];
  /** Constructs so that every path leads forward. */
  readonly order: Int32Array;
}

/** @throws RangeError for a model that no data could estimate, with all that is wrong in it (`checkPathModel`) */
export function layoutOf(model: PathModel): ModelLayout {
  const issues = checkPathModel(model);
  if (issues.length > 0) throw new RangeError(issues.map(pathModelIssueText).join("; "));
  const { constructs, paths } = model;
  const place = new Map(constructs.map(({ name }, index) => [name, index]));
  const placesOf = (names: readonly string[]) => {
    const named = new Set(names.map((name) => place.get(name)));
    return Int32Array.from(constructs.flatMap((_, index) => (named.has(index) ? index : [])));
  };
  const starts = new Int32Array(constructs.length + 1);
  for (const [index, { items }] of constructs.entries()) starts[index + 1] = starts[index] + items.length;
  const predecessors = constructs.map(({ name }) =>
    placesOf(paths.flatMap(({ from, to }) => (to === name ? from : []))),
  );
  const successors = constructs.map(({ name }) => placesOf(paths.flatMap(({ from, to }) => (from === name ? to : []))));
  const items = constructs.flatMap((construct) => construct.items);
  return { items, starts, predecessors, successors, order: forwardOrder(predecessors) };
}

/** The first construct of the model whose predecessors have all been taken, until none is left; the model has no cycle. */
function forwardOrder(predecessors: readonly Int32Array[]): Int32Array {
  const taken = new Set<number>();
  while (taken.size < predecessors.length) {
    const next = predecessors.findIndex(
      (before, index) => !taken.has(index) && before.every((each) => taken.has(each)),
    );
    taken.add(next);
  }
  return Int32Array.from(taken);
}
