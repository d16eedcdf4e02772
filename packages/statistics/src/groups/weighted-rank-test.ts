/**
 * Rank tests for answers with case weights: each answer gets the share of the population that answers lower, and the mean
 * shares of the groups are compared by the design. Source: Lumley & Scott 2013, Biometrika 100.
 */
import type { RatingTally } from "../tally/rating-tally.ts";
import type { Sums } from "../tally/sums.ts";
import { sumsOfMappedTally } from "../tally/sums.ts";
import { type DesignBasedDifference, designBasedT } from "./design-based-t.ts";
import type { NoGroupTest } from "./group-problem.ts";
import { type WaldTest, waldTest } from "./wald-test.ts";
import { weightedMeans } from "./weighted-means.ts";

/** Place of an answer in the population, 0–1: the share that answers lower, and half of the share that answers the same. */
export type PopulationRank = (value: number) => number;

/** Places among all groups together; for a value that nobody gave, 0. */
export function populationRanks(groups: readonly RatingTally[]): PopulationRank {
  const weights = new Map<number, number>();
  for (const tally of groups) {
    tally.values.forEach((value, cell) => {
      weights.set(value, (weights.get(value) ?? 0) + tally.weight[cell]);
    });
  }
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const places = new Map<number, number>();
  let below = 0;
  for (const [value, weight] of [...weights].sort(([a], [b]) => a - b)) {
    places.set(value, (below + weight / 2) / total);
    below += weight;
  }
  return (value) => places.get(value) ?? 0;
}

/**
 * The places that R's `survey::svyranktest` 4.1 takes: within a set of equal answers it averages the running sum of weights
 * without weights, so that they depend a little on the order of the rows. For comparison with R only.
 * @param values answered rows in their order, with their weights
 * @throws RangeError if lengths differ
 */
export function populationRanksInR(values: ArrayLike<number>, weights: ArrayLike<number>): PopulationRank {
  if (values.length !== weights.length) throw new RangeError("one weight for each value is needed");
  const order = Array.from(values, (_, row) => row).sort((a, b) => values[a] - values[b] || a - b);
  const sums = new Map<number, { count: number; sum: number }>();
  let total = 0;
  for (const row of order) {
    const before = sums.get(values[row]) ?? { count: 0, sum: 0 };
    sums.set(values[row], { count: before.count + 1, sum: before.sum + total + weights[row] / 2 });
    total += weights[row];
  }
  return (value) => {
    const found = sums.get(value);
    return found === undefined ? 0 : found.sum / found.count / total;
  };
}

/**
 * Two groups: difference of their mean places in the population, first minus second, −1 … 1.
 * @returns as `designBasedT`
 * @throws RangeError if confidence is outside (0, 1)
 * Source: R's `survey::svyranktest`, with Welch's degrees of freedom. Golden values: golden/second/expected/survey_groups.json
 */
export function weightedRankDifference(
  first: RatingTally,
  second: RatingTally,
  rankOf: PopulationRank,
  confidence: number,
): DesignBasedDifference | NoGroupTest {
  const difference = designBasedT(weightedMeans(rankSums([first, second], rankOf)), confidence);
  return difference.kind === "estimated" ? { ...difference, method: "ranks/linearised-t" } : difference;
}

/**
 * Several groups: are their mean places in the population equal?
 * @returns as `waldTest`; `means` are the mean places, 0–1
 * Source: R's `survey::svyranktest(test = "KruskalWallis")`, with Welch's degrees of freedom. Golden values: golden/second/expected/survey_groups.json
 */
export function weightedRankTest(groups: readonly RatingTally[], rankOf: PopulationRank): WaldTest | NoGroupTest {
  return waldTest(weightedMeans(rankSums(groups, rankOf)));
}

/** Sums of the places of each group's answers. `weightedMeansInR` of these gives the tests of R's survey package. */
export function rankSums(groups: readonly RatingTally[], rankOf: PopulationRank): Sums[] {
  return groups.map((tally) => sumsOfMappedTally(tally, rankOf));
}
