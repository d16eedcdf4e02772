import { zeroin } from "../../src/root/zeroin.ts";
import {
  type Allocation,
  costOptimalAllocation,
  neymanAllocation,
  proportionalAllocation,
  type Stratum,
  varianceOfStratifiedMean,
} from "../../src/sampling/allocation.ts";
import { powerForMeans, powerForShares } from "../../src/sampling/power.ts";
import { type SamplePlan, sampleSizeForMean, sampleSizeForShare } from "../../src/sampling/sample-size.ts";
import { variant } from "../../test-support/variants.ts";
import type { Family } from "../family.ts";
import { alphaOf, confidenceOf, numberOption, numbersAt, textsAt, treeAt, valuesAsked } from "../options.ts";
import type { ReferenceFile } from "../reference-file.ts";
import type { ReferenceTree, ReferenceValue } from "../reference-value.ts";

/** The files round by the largest remainder alone. */
const noMinimum = 0;

/** R's `uniroot` stops here; the sizes of a power are its roots. */
const unirootTolerance = Number.EPSILON ** 0.25;

/**
 * Inputs stand in the file: `p`, `e`, `conf` and `N` of each row of `simple`, and `Nh`, `Sh`, `cost` and `n` of `stratified`. What
 * the files say only in words is taken from `options` where it stands there, then from the calls (`power.t.test(delta, sd=1.2, power=.9)`),
 * else as its author wrote it: a mean of sd 1.2 to ± 0.1,
 * a share of one half to ± 0.05 for the invitations, 70 % against 75 % at power .8, a difference of 0.3 at power .9.
 */
export const sampling: Family = {
  compute: (file) => {
    const option = (name: string, otherwise: number) => numberOption(file, name, otherwise);
    const [ofShares, ofMeans] = ["power.prop.test", "power.t.test"].map((test) => argumentsOf(test, file));
    const everybody = {
      margin: option("mean_e", 0.1),
      confidence: confidenceOf(file),
      population: Number.POSITIVE_INFINITY,
      designEffect: 1,
      responseRate: 1,
    };
    const sd = option("sd", ofMeans("sd", 1.2));
    const shares = { first: option("p1", ofShares("p1", 0.7)), second: option("p2", ofShares("p2", 0.75)) };
    const means = { difference: option("delta", ofMeans("delta", 0.3)), standardDeviation: sd };
    const powers = {
      shares: option("power_props", ofShares("power", 0.8)),
      means: option("power_means", ofMeans("power", 0.9)),
    };
    const alpha = alphaOf(file);
    return valuesAsked(file, {
      simple: () => simpleSizes(treeAt(file.values, "simple")),
      stratified: () => stratifiedSizes(treeAt(file.values, "stratified")),
      mean_margin: () => ({
        n_for_mean: variant(sampleSizeForMean(sd, everybody), "sized").simpleRandom,
        ...invitationsOf(file, option("p", 0.5), { ...everybody, margin: option("e", 0.05) }),
      }),
      power_two_props_n_per_group: () => rootOf((n) => powerForShares(shares, n, alpha) - powers.shares, 1),
      power_two_means_n_per_group: () => rootOf((n) => powerForMeans(means, n, alpha) - powers.means, 2),
    });
  },
};

/** Numbers that a call of the test gives its arguments. */
function argumentsOf(test: string, { calls }: ReferenceFile) {
  const [, said = ""] = new RegExp(`${test.replaceAll(".", "\\.")}\\(([^)]*)\\)`).exec(calls.join("; ")) ?? [];
  return (name: string, otherwise: number): number => {
    const [, number] = new RegExp(`\\b${name} ?= ?(\\d*\\.?\\d+)`).exec(said) ?? [];
    return number === undefined ? otherwise : Number(number);
  };
}

function rootOf(excess: (n: number) => number, lowest: number): number {
  return zeroin(excess, lowest, 1e7, unirootTolerance);
}

/** `n_with_deff_1.5_and_response_30pct` says its design effect and response rate itself. */
function invitationsOf({ values }: ReferenceFile, share: number, plan: SamplePlan): ReferenceTree {
  const entries = Object.keys(treeAt(values, "mean_margin")).flatMap((key) => {
    const [, deff, percent] = /^n_with_deff_([\d.]+)_and_response_([\d.]+)pct$/.exec(key) ?? [];
    if (deff === undefined) return [];
    const own = { ...plan, designEffect: Number(deff), responseRate: Number(percent) / 100 };
    return [[key, variant(sampleSizeForShare(share, own), "sized").invitations] as const];
  });
  return Object.fromEntries(entries);
}

function simpleSizes(simple: ReferenceTree): ReferenceTree {
  const cols = textsAt(simple, "cols");
  if (!Array.isArray(simple.rows)) throw new Error("simple has no rows");
  const rows = simple.rows.map((row: ReferenceValue) => {
    if (!Array.isArray(row)) throw new Error("a row of simple is no list");
    const given = Object.fromEntries(cols.map((col, place): [string, ReferenceValue] => [col, row[place]]));
    const [share, margin, confidence] = numbersAt({ given: [given.p, given.e, given.conf] }, "given");
    const population = typeof given.N === "number" ? given.N : Number.POSITIVE_INFINITY;
    const plan = { margin, confidence, population, designEffect: 1, responseRate: 1 };
    const found = variant(sampleSizeForShare(share, plan), "sized");
    const computed: ReferenceTree = { n0: found.infinitePopulation, n: found.simpleRandom, n_ceiling: found.answers };
    return cols.map((col) => computed[col] ?? given[col]);
  });
  return { cols, rows };
}

function stratifiedSizes(given: ReferenceTree): ReferenceTree {
  const [sizes, deviations, costs] = ["Nh", "Sh", "cost"].map((name) => numbersAt(given, name));
  const [n] = numbersAt({ n: [given.n] }, "n");
  const strata = sizes.map(
    (population, h): Stratum => ({ population, standardDeviation: deviations[h], cost: costs[h] }),
  );
  const proportional = variant(proportionalAllocation(strata, n, noMinimum), "allocated");
  const neyman = variant(neymanAllocation(strata, n, noMinimum), "allocated");
  const variance = ({ ideal }: Allocation) => varianceOfStratifiedMean(strata, ideal);
  return {
    Nh: sizes,
    Sh: deviations,
    cost: costs,
    n,
    proportional: [...proportional.ideal],
    proportional_int: [...proportional.answers],
    neyman: [...neyman.ideal],
    neyman_int: [...neyman.answers],
    cost_optimal: [...variant(costOptimalAllocation(strata, n, noMinimum), "allocated").ideal],
    var_mean_proportional: variance(proportional),
    var_mean_neyman: variance(neyman),
  };
}
