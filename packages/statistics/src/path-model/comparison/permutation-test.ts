import { constructBlock } from "../construct-block.ts";
import type { PathModelFit } from "../fit.ts";
import { type ItemScale, indexWeights, meanIndex } from "../index-weights.ts";
import type { InnerScheme, PathModel } from "../path-model.ts";
import type { PathSample } from "../path-sample.ts";
import {
  type NoGroupModel,
  type PermutationOptions,
  type PooledGroups,
  permutationP,
  permutedGroups,
  type TooManyFailed,
} from "./permuted-groups.ts";

export type ComparedStatistic =
  | { readonly kind: "path"; readonly from: string; readonly to: string }
  | { readonly kind: "index"; readonly construct: string };

export interface PermutedDifference {
  readonly statistic: ComparedStatistic;
  readonly values: readonly [number, number];
  /** First less second; indices in points. */
  readonly difference: number;
  /** Two-sided, of this difference alone; never 0. */
  readonly pValue: number;
  /** That have this statistic: an index of an item whose weight is not positive is none. */
  readonly permutations: number;
}

export interface PermutationTest {
  readonly kind: "tested";
  readonly differences: readonly PermutedDifference[];
  /** Indices that a group, or more than one permutation in ten, does not have, since the weight of an item is not positive. */
  readonly untested: readonly ComparedStatistic[];
  readonly permutations: number;
  readonly failed: number;
  /** Complete rows. */
  readonly n: readonly [number, number];
  readonly method: string;
}

/**
 * Permutation test of paths, and of indices where scales are given: respondents change groups at random, and the difference is compared
 * with those that come about so. It presumes no distribution; with very unequal sizes and variances at once it is a little off its level.
 * @param scales one for each item of the model in the order of its blocks, or null for paths alone
 * @throws RangeError for an invalid model, sample or option; the signal's reason where it was aborted
 * Source: Chin & Dibbern 2010; Edgington & Onghena 2007
 */
export async function permutationTest(
  groups: readonly [PathSample, PathSample],
  model: PathModel,
  scheme: InnerScheme,
  scales: readonly ItemScale[] | null,
  options: PermutationOptions,
): Promise<PermutationTest | NoGroupModel | TooManyFailed> {
  const found = await permutedGroups(groups, model, scheme, options);
  if (found.kind !== "pooled") return found;
  const method = `PLS path model, ${scheme} scheme; permutation of groups, seed ${options.seed}`;
  return { ...permutationTestOf(found, scales), method };
}

/** The same of groups that were permuted already. @throws RangeError if scales do not fit the items */
export function permutationTestOf(
  found: PooledGroups,
  scales: readonly ItemScale[] | null,
): Omit<PermutationTest, "method"> {
  const { model } = found.pooledFit;
  const { observed, drawn, failed } = found;
  const compared = comparedStatistics(model, scales);
  const differences = compared.flatMap((statistic): readonly PermutedDifference[] => {
    const values = observed.fits.map((fit) => valueIn(fit, statistic, scales));
    const [first, second] = values;
    if (first === null || second === null) return [];
    const difference = first - second;
    const chance = drawn.flatMap(({ fits }) => {
      const [a, b] = fits.map((fit) => valueIn(fit, statistic, scales));
      return a === null || b === null ? [] : [a - b];
    });
    if (chance.length < 0.9 * drawn.length) return [];
    const slack = 1e-12 * Math.max(1, Math.abs(difference));
    const pValue = permutationP(chance, (each) => Math.abs(each) >= Math.abs(difference) - slack);
    return [{ statistic, values: [first, second], difference, pValue, permutations: chance.length }];
  });
  const untested = compared.filter((each) => !differences.some(({ statistic }) => statistic === each));
  const n = [observed.rows[0].length, observed.rows[1].length] as const;
  return { kind: "tested", differences, untested, permutations: drawn.length + failed, failed, n };
}

function comparedStatistics(model: PathModel, scales: readonly ItemScale[] | null): readonly ComparedStatistic[] {
  return [
    ...model.paths.map(({ from, to }): ComparedStatistic => ({ kind: "path", from, to })),
    ...(scales === null
      ? []
      : model.constructs.map(({ name }): ComparedStatistic => ({ kind: "index", construct: name }))),
  ];
}

/** Null where an index has weights that are not positive. */
function valueIn(fit: PathModelFit, statistic: ComparedStatistic, scales: readonly ItemScale[] | null): number | null {
  const place = (name: string) => fit.model.constructs.findIndex((construct) => construct.name === name);
  if (statistic.kind === "path") {
    return fit.paths.values[place(statistic.from) * fit.paths.columns + place(statistic.to)];
  }
  const construct = place(statistic.construct);
  const weights = indexWeights(fit, scales ?? [], construct);
  return weights.kind === "weights" ? meanIndex(weights, constructBlock(fit, construct)) : null;
}
