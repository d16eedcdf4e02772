import type { PathModel } from "./path-model.ts";

/** What keeps a model from being estimated, whatever the data: each with its place. */
export type PathModelIssue =
  | { readonly code: "no-constructs" }
  /** Places among the constructs. */
  | { readonly code: "unnamed-construct"; readonly place: number }
  | { readonly code: "duplicate-construct"; readonly construct: string; readonly places: readonly number[] }
  | { readonly code: "unknown-mode"; readonly construct: string; readonly mode: string }
  | { readonly code: "no-items"; readonly construct: string }
  | { readonly code: "unnamed-item"; readonly construct: string; readonly place: number }
  /** Once for each time the item stands in a block. */
  | { readonly code: "duplicate-item"; readonly item: string; readonly constructs: readonly string[] }
  /** Places among the paths. */
  | { readonly code: "unknown-construct"; readonly construct: string; readonly place: number }
  | { readonly code: "path-to-itself"; readonly construct: string; readonly place: number }
  | {
      readonly code: "duplicate-path";
      readonly from: string;
      readonly to: string;
      readonly places: readonly number[];
    }
  /** Each acts on the next, and the last on the first. */
  | { readonly code: "cycle"; readonly constructs: readonly string[] }
  | { readonly code: "isolated-construct"; readonly construct: string };

/** All that is wrong with a model, in the order of its constructs and paths; empty where it can be estimated. */
export function checkPathModel(model: PathModel): readonly PathModelIssue[] {
  if (model.constructs.length === 0) return [{ code: "no-constructs" }];
  return [...constructIssues(model), ...itemIssues(model), ...pathIssues(model)];
}

/** One issue in words, for a developer. */
export function pathModelIssueText(issue: PathModelIssue): string {
  switch (issue.code) {
    case "no-constructs":
      return "a path model needs constructs";
    case "unnamed-construct":
      return `construct ${issue.place} has no name`;
    case "duplicate-construct":
      return `${issue.construct} is the name of ${issue.places.length} constructs`;
    case "unknown-mode":
      return `${issue.construct}: mode ${issue.mode} is neither A nor B`;
    case "no-items":
      return `${issue.construct} has no items`;
    case "unnamed-item":
      return `${issue.construct}: item ${issue.place} has no name`;
    case "duplicate-item":
      return `item ${issue.item} belongs to one construct, not to ${issue.constructs.join(", ")}`;
    case "unknown-construct":
      return `path ${issue.place} names ${issue.construct}, which is no construct`;
    case "path-to-itself":
      return `path ${issue.place} leads from ${issue.construct} to itself`;
    case "duplicate-path":
      return `the path from ${issue.from} to ${issue.to} stands ${issue.places.length} times`;
    case "cycle":
      return `${[...issue.constructs, issue.constructs[0]].join(" → ")} is a cycle`;
    case "isolated-construct":
      return `${issue.construct} has no path to or from it`;
  }
}

function* constructIssues({ constructs }: PathModel): Generator<PathModelIssue> {
  for (const [place, { name, mode }] of constructs.entries()) {
    if (name.trim() === "") yield { code: "unnamed-construct", place };
    if (!["A", "B"].includes(mode)) yield { code: "unknown-mode", construct: name, mode };
  }
  for (const [construct, places] of placesOf(constructs.map(({ name }) => name))) {
    if (places.length > 1 && construct.trim() !== "") yield { code: "duplicate-construct", construct, places };
  }
}

function* itemIssues({ constructs }: PathModel): Generator<PathModelIssue> {
  for (const { name, items } of constructs) {
    if (items.length === 0) yield { code: "no-items", construct: name };
    for (const [place, item] of items.entries()) {
      if (item.trim() === "") yield { code: "unnamed-item", construct: name, place };
    }
  }
  const owners = constructs.flatMap(({ name, items }) => items.map(() => name));
  for (const [item, places] of placesOf(constructs.flatMap(({ items }) => items))) {
    if (places.length > 1 && item.trim() !== "") {
      yield { code: "duplicate-item", item, constructs: places.map((place) => owners[place]) };
    }
  }
}

function* pathIssues(model: PathModel): Generator<PathModelIssue> {
  const names = new Set(model.constructs.map(({ name }) => name));
  for (const [place, { from, to }] of model.paths.entries()) {
    for (const construct of new Set([from, to])) {
      if (!names.has(construct)) yield { code: "unknown-construct", construct, place };
    }
    if (from === to) yield { code: "path-to-itself", construct: from, place };
  }
  for (const places of placesOf(model.paths.map(({ from, to }) => JSON.stringify([from, to]))).values()) {
    if (places.length > 1) yield { code: "duplicate-path", ...model.paths[places[0]], places };
  }
  const cycle = cycleOf(model);
  if (cycle.length > 0) yield { code: "cycle", constructs: cycle };
  const joined = new Set(model.paths.flatMap(({ from, to }) => [from, to]));
  for (const construct of names) if (!joined.has(construct)) yield { code: "isolated-construct", construct };
}

/** The first cycle of two or more constructs; empty where there is none. */
function cycleOf({ constructs, paths }: PathModel): readonly string[] {
  const done = new Set<string>();
  const search = (construct: string, trail: readonly string[]): readonly string[] => {
    if (trail.includes(construct)) return trail.slice(trail.indexOf(construct));
    if (done.has(construct)) return [];
    for (const { from, to } of paths) {
      if (from !== construct || to === construct) continue;
      const found = search(to, [...trail, construct]);
      if (found.length > 0) return found;
    }
    done.add(construct);
    return [];
  };
  for (const { name } of constructs) {
    const found = search(name, []);
    if (found.length > 0) return found;
  }
  return [];
}

/** Where each text stands. */
function placesOf(texts: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [place, text] of texts.entries()) places.set(text, [...(places.get(text) ?? []), place]);
  return places;
}
