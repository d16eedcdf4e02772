import type { ModelLayout } from "../model-layout.ts";
import type { PathModel } from "../path-model.ts";

/** What is computed of every resample. */
export type PathModelStatistic =
  | { readonly kind: "path"; readonly from: string; readonly to: string }
  | { readonly kind: "weight"; readonly item: string }
  | { readonly kind: "loading"; readonly item: string }
  | { readonly kind: "total-effect"; readonly from: string; readonly to: string }
  | { readonly kind: "r-squared"; readonly construct: string }
  | { readonly kind: "htmt"; readonly constructs: readonly [string, string] }
  /** Points, 0–100. */
  | { readonly kind: "index"; readonly construct: string }
  /** Points by which an index rises with a point of another's, along all paths between them. */
  | { readonly kind: "impact"; readonly from: string; readonly to: string }
  | IndexDifference;

/** Points of a construct's index above another's, or above a value that was set before: a target, last year's index. */
export type IndexDifference =
  | { readonly kind: "index-difference"; readonly construct: string; readonly minus: string }
  | { readonly kind: "index-above"; readonly construct: string; readonly value: number };

/** Statistics in indices, in the order in which they stand in a replicate. */
export interface StatisticLayout {
  /** From, to. */
  readonly paths: readonly (readonly [number, number])[];
  readonly totalEffects: readonly (readonly [number, number])[];
  readonly rSquared: Int32Array;
  /** Pairs of constructs, the first before the second. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Constructs whose index is wanted. */
  readonly indices: Int32Array;
  /** From, to: the total effects between those. */
  readonly impacts: readonly (readonly [number, number])[];
  readonly differences: readonly IndexDifference[];
  readonly places: readonly DifferencePlace[];
  /** Of a replicate: the numbers in it. */
  readonly size: number;
}

/** A difference in indices. Place of a construct; what is subtracted is another's index, or a value where `minus` is −1. */
export interface DifferencePlace {
  readonly construct: number;
  readonly minus: number;
  readonly value: number;
}

/** What is wanted beyond what every model has. */
export interface AskedStatistics {
  /** Places of constructs whose index is wanted. */
  readonly indices: Int32Array;
  readonly differences: readonly IndexDifference[];
  /** Places of constructs that an HTMT can be made of. */
  readonly compared: Int32Array;
}

/** @throws RangeError if a difference names a construct without an index, or a value that is not finite */
export function statisticLayoutOf(
  model: PathModel,
  layout: ModelLayout,
  { indices, differences, compared }: AskedStatistics,
): StatisticLayout {
  const k = model.constructs.length;
  const place = (name: string) => model.constructs.findIndex((construct) => construct.name === name);
  const paths = model.paths.map(({ from, to }) => [place(from), place(to)] as const);
  const reached = reachedBy(layout);
  const totalEffects = pairsOf(k).filter(([from, to]) => reached[from].has(to));
  const rSquared = Int32Array.from(layout.predecessors.flatMap(({ length }, j) => (length > 0 ? j : [])));
  const pairs = pairsOf(k)
    .map(([second, first]) => [first, second] as const)
    .filter(([first, second]) => first < second && compared.includes(first) && compared.includes(second));
  const places = differences.map((difference) => differencePlace(difference, indices, place));
  const items = layout.items.length;
  const impacts = totalEffects.filter(([from, to]) => indices.includes(from) && indices.includes(to));
  const parts = [paths, totalEffects, rSquared, pairs, indices, impacts, places];
  const size = parts.reduce((sum, { length }) => sum + length, 2 * items);
  return { paths, totalEffects, rSquared, pairs, indices, impacts, differences, places, size };
}

/** One for each number of a replicate. */
export function statisticsOf(
  model: PathModel,
  layout: ModelLayout,
  { totalEffects, rSquared, pairs, indices, impacts, differences }: StatisticLayout,
): readonly PathModelStatistic[] {
  const names = model.constructs.map(({ name }) => name);
  return [
    ...model.paths.map(({ from, to }): PathModelStatistic => ({ kind: "path", from, to })),
    ...layout.items.map((item): PathModelStatistic => ({ kind: "weight", item })),
    ...layout.items.map((item): PathModelStatistic => ({ kind: "loading", item })),
    ...totalEffects.map(
      ([from, to]): PathModelStatistic => ({ kind: "total-effect", from: names[from], to: names[to] }),
    ),
    ...Array.from(rSquared, (j): PathModelStatistic => ({ kind: "r-squared", construct: names[j] })),
    ...pairs.map(
      ([first, second]): PathModelStatistic => ({ kind: "htmt", constructs: [names[first], names[second]] }),
    ),
    ...Array.from(indices, (j): PathModelStatistic => ({ kind: "index", construct: names[j] })),
    ...impacts.map(([from, to]): PathModelStatistic => ({ kind: "impact", from: names[from], to: names[to] })),
    ...differences,
  ];
}

function differencePlace(
  difference: IndexDifference,
  indices: Int32Array,
  place: (name: string) => number,
): DifferencePlace {
  const placeOf = (name: string) => {
    if (!indices.includes(place(name))) throw new RangeError(`there is no index of ${name}`);
    return place(name);
  };
  const construct = placeOf(difference.construct);
  if (difference.kind === "index-difference") return { construct, minus: placeOf(difference.minus), value: 0 };
  if (!Number.isFinite(difference.value)) throw new RangeError(`an index cannot be compared with ${difference.value}`);
  return { construct, minus: -1, value: difference.value };
}

/** All ordered pairs of different constructs. */
function pairsOf(k: number): (readonly [number, number])[] {
  const places = Array.from({ length: k }, (_, j) => j);
  return places.flatMap((first) => places.flatMap((second) => (first === second ? [] : [[first, second] as const])));
}

/** Of each construct, those to which paths lead from it. */
function reachedBy({ order, successors }: ModelLayout): readonly ReadonlySet<number>[] {
  const reached = successors.map(() => new Set<number>());
  for (const from of order.toReversed()) {
    for (const next of successors[from]) {
      reached[from].add(next);
      for (const further of reached[next]) reached[from].add(further);
    }
  }
  return reached;
}
