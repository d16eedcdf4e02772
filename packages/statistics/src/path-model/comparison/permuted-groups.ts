import { completeRows } from "../../moments/moments.ts";
import { randomFromSeed } from "../../random/xoshiro.ts";
import { drawnFits } from "../bootstrap/drawn-fits.ts";
import type { NoPathModel, PathModelFit } from "../fit.ts";
import { layoutOf } from "../model-layout.ts";
import type { InnerScheme, PathModel } from "../path-model.ts";
import { itemColumns, type PathSample } from "../path-sample.ts";

export interface PermutationOptions {
  /** 1000 or more for a p-value to stand on. */
  readonly permutations: number;
  readonly seed: number;
  /** Where it is aborted, the work ends with its reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Models of two groups; rows are places in the pooled sample. */
export interface GroupFits {
  readonly fits: readonly [PathModelFit, PathModelFit];
  readonly rows: readonly [Int32Array, Int32Array];
}

export interface PooledGroups {
  readonly kind: "pooled";
  /** Complete rows of both groups, the first group's first. */
  readonly pooled: PathSample;
  readonly pooledFit: PathModelFit;
  readonly observed: GroupFits;
  /** Groups of the same sizes drawn from all, less those that had no model. */
  readonly drawn: readonly GroupFits[];
  readonly failed: number;
}

/** One of the groups, or all of them together, have no model. */
export interface NoGroupModel {
  readonly kind: "no-model";
  readonly group: "first" | "second" | "pooled";
  readonly reason: NoPathModel;
}

/** More than one permutation in ten had no model. */
export interface TooManyFailed {
  readonly kind: "too-many-failed";
  readonly failed: number;
}

export type PermutedGroups = PooledGroups | NoGroupModel | TooManyFailed;

/** Both groups as they are, and as they would be if membership were chance; with pauses in which others get their turn.
 *  @throws RangeError for an invalid model, sample or option */
export async function permutedGroups(
  groups: readonly [PathSample, PathSample],
  model: PathModel,
  scheme: InnerScheme,
  { permutations, seed, signal, onProgress }: PermutationOptions,
): Promise<PermutedGroups> {
  const steps = permutationsOf(groups, model, scheme, { permutations, seed });
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (step.value % 20 !== 0) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
    onProgress?.(step.value, permutations);
  }
}

/** The same at once. @throws RangeError for an invalid model, sample or option */
export function permutedGroupsAtOnce(
  groups: readonly [PathSample, PathSample],
  model: PathModel,
  scheme: InnerScheme,
  options: Pick<PermutationOptions, "permutations" | "seed">,
): PermutedGroups {
  const steps = permutationsOf(groups, model, scheme, options);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** Says after each permutation how many are done. */
function* permutationsOf(
  groups: readonly [PathSample, PathSample],
  model: PathModel,
  scheme: InnerScheme,
  { permutations, seed }: Pick<PermutationOptions, "permutations" | "seed">,
): Generator<number, PermutedGroups> {
  if (!(Number.isInteger(permutations) && permutations >= 20)) throw new RangeError(`${permutations} permutations`);
  const random = randomFromSeed(seed);
  const { pooled, sizes } = pooledSample(groups, layoutOf(model).items);
  const draws = drawnFits(pooled, model, scheme);
  const estimate = (rows: Int32Array) => {
    const times = new Uint32Array(draws.rows.multiplicities.length);
    for (const row of rows) times[draws.rows.distinctOf[row]] += 1;
    return draws.fitOf(times, rows.length);
  };
  const order = Int32Array.from({ length: sizes[0] + sizes[1] }, (_, row) => row);
  const fitted = (): GroupFits | NoGroupModel => {
    const rows = [order.slice(0, sizes[0]).sort(), order.slice(sizes[0]).sort()] as const;
    const [first, second] = [estimate(rows[0]), estimate(rows[1])];
    if (first.kind !== "estimated") return { kind: "no-model", group: "first", reason: first };
    if (second.kind !== "estimated") return { kind: "no-model", group: "second", reason: second };
    return { fits: [first, second], rows };
  };
  const observed = fitted();
  if ("kind" in observed) return observed;
  const pooledFit = estimate(order);
  if (pooledFit.kind !== "estimated") return { kind: "no-model", group: "pooled", reason: pooledFit };
  const drawn: GroupFits[] = [];
  for (let permutation = 0; permutation < permutations; permutation++) {
    for (let last = order.length - 1; last > 0; last--) {
      const other = random.nextBelow(last + 1);
      [order[last], order[other]] = [order[other], order[last]];
    }
    const found = fitted();
    if (!("kind" in found)) drawn.push(found);
    yield permutation + 1;
  }
  const failed = permutations - drawn.length;
  if (failed > permutations / 10) return { kind: "too-many-failed", failed };
  return { kind: "pooled", pooled, pooledFit, observed, drawn, failed };
}

function pooledSample(groups: readonly [PathSample, PathSample], items: readonly string[]) {
  const parts = groups.map((group) => {
    const columns = itemColumns(group, items);
    const rows = completeRows(columns, group.caseWeights, columns[0].length);
    const weights = Float64Array.from(rows, (row) => (group.caseWeights === null ? 1 : group.caseWeights[row]));
    return { columns: columns.map((column) => Float64Array.from(rows, (row) => column[row])), weights };
  });
  const [first, second] = parts;
  const isWeighted = groups.some(({ caseWeights }) => caseWeights !== null);
  const pooled: PathSample = {
    variables: items,
    columns: first.columns.map((column, a) => Float64Array.of(...column, ...second.columns[a])),
    caseWeights: isWeighted ? Float64Array.of(...first.weights, ...second.weights) : null,
  };
  return { pooled, sizes: [first.weights.length, second.weights.length] as const };
}

/** Share of permutations at least as extreme as what was seen, which counts as one of them. */
export function permutationP(drawn: readonly number[], isAsExtreme: (value: number) => boolean): number {
  return (1 + drawn.filter(isAsExtreme).length) / (1 + drawn.length);
}
