/** Tests from estimated means and their covariance: of weighted answers, of clusters, of their places in the population. */
import { designBasedT } from "@manyi/statistics/groups/design-based-t";
import type { NoGroupTest } from "@manyi/statistics/groups/group-problem";
import { waldTest } from "@manyi/statistics/groups/wald-test";
import { clusteredMeans, type WeightedMeans } from "@manyi/statistics/groups/weighted-means";
import type { LocalText } from "@manyi/study/definition/local-text";
import { adjustedTogether, type Correction } from "../result/corrections.ts";
import type { ComparedOutcome } from "./compared-outcome.ts";
import { type Comparison, pairsOf, type TestOfPair } from "./comparison.ts";

/** @param meansOf groups, by their places
 *  @param name of the test of all */
export function designComparison(
  { groups }: ComparedOutcome,
  meansOf: (places: readonly number[]) => WeightedMeans | NoGroupTest,
  name: LocalText,
  correction: Correction,
  confidence: number,
): Comparison {
  const all = waldTest(meansOf(groups.map((_, place) => place)));
  const found = pairsOf(groups.length).flatMap(([first, second]) => {
    const test = designBasedT(meansOf([first, second]), confidence);
    return test.kind === "estimated" ? [{ first, second, test }] : [];
  });
  const adjusted = adjustedTogether(
    found.map(({ test }) => test.pValue),
    correction,
  );
  const pairs = found.map(
    ({ first, second, test }, i): TestOfPair => ({
      first,
      second,
      value: test.value,
      interval: test.interval,
      adjustedPValue: adjusted[i],
      effect: null,
    }),
  );
  return { tests: all.kind === "tested" ? [{ name, ...all, effect: null }] : [], pairs };
}

/** Means of some groups over their clusters. @param values of the outcome, or places of its answers */
export function meansOverClusters(
  { weights, codes, clusters }: ComparedOutcome,
  values: Float64Array,
  places: readonly number[],
): WeightedMeans | NoGroupTest {
  if (clusters === null) return { kind: "too-few-groups", groups: 0, required: 2 };
  const groups = { codes: codes.map((code) => places.indexOf(code)), count: places.length };
  return clusteredMeans({ values, weights, groups, clusters });
}
