import { differenceOfMeans } from "../../../src/comparison/difference.ts";
import { cliffsDelta } from "../../../src/groups/cliffs-delta.ts";
import { cohensD, hedgesG } from "../../../src/groups/cohens-d.ts";
import { designBasedT } from "../../../src/groups/design-based-t.ts";
import { mannWhitney } from "../../../src/groups/mann-whitney.ts";
import { pairedTTest } from "../../../src/groups/paired-t-test.ts";
import { pooledTTest } from "../../../src/groups/student-t-test.ts";
import { weightedMeansInR } from "../../../src/groups/weighted-means.ts";
import { populationRanksInR, rankSums } from "../../../src/groups/weighted-rank-test.ts";
import { wilcoxonSignedRank } from "../../../src/groups/wilcoxon-signed-rank.ts";
import { sumsOfTally } from "../../../src/tally/sums.ts";
import { estimated, tested } from "../../../test-support/variants.ts";
import type { ReferenceTree } from "../../reference-value.ts";
import { answeredRows, type GroupData, talliesByLevel, type WeightedGroupData, weightedTallies } from "./group-data.ts";

/** @param data rows that count; @param whole all rows, for the design */
export function twoGroups(data: GroupData, whole: WeightedGroupData, confidence: number): ReferenceTree {
  const [first, second] = talliesByLevel(data);
  const [a, b] = [sumsOfTally(first), sumsOfTally(second)];
  const d = estimated(cohensD(a, b, confidence));
  const g = estimated(hedgesG(a, b, confidence));
  const delta = estimated(cliffsDelta(first, second, confidence));
  const ranks = tested(mannWhitney(first, second));
  return {
    n: [a.n, b.n],
    t_pooled: testValues(estimated(pooledTTest(a, b, confidence))),
    t_welch: testValues(estimated(differenceOfMeans(a, b, confidence))),
    cohens_d_pooled: d.value,
    cohens_d_ci: [d.interval.lower, d.interval.upper],
    hedges_g: g.value,
    hedges_g_ci: [g.interval.lower, g.interval.upper],
    cliffs_delta: delta.value,
    cliffs_delta_se: delta.standardError,
    mann_whitney: {
      W: ranks.statistic,
      p_continuity: ranks.pValue,
      p_no_continuity: ranks.pValueWithoutContinuity,
    },
    ...weightedValues(whole, confidence),
  };
}

export function pairedColumns(first: Float64Array, second: Float64Array, confidence: number): ReferenceTree {
  const signed = tested(wilcoxonSignedRank(first, second));
  return {
    ...testValues(estimated(pairedTTest(first, second, null, confidence))),
    wilcoxon_V: signed.statistic,
    wilcoxon_p_continuity: signed.pValue,
    wilcoxon_p_no_continuity: signed.pValueWithoutContinuity,
  };
}

export function testValues(test: {
  readonly statistic: number;
  readonly degreesOfFreedom: number | null;
  readonly pValue: number;
  readonly interval: { readonly lower: number; readonly upper: number };
}): ReferenceTree {
  const { statistic, degreesOfFreedom, pValue, interval } = test;
  return { t: statistic, df: degreesOfFreedom, p: pValue, ci: [interval.lower, interval.upper] };
}

/** R's survey package subtracts the first level from the second. */
function weightedValues(whole: WeightedGroupData, confidence: number): ReferenceTree {
  const [first, second] = weightedTallies(whole);
  const means = estimated(designBasedT(weightedMeansInR([sumsOfTally(second), sumsOfTally(first)]), confidence));
  const { values, weights } = answeredRows(whole);
  const rankOf = populationRanksInR(values, weights);
  const ranks = estimated(designBasedT(weightedMeansInR(rankSums([second, first], rankOf)), confidence));
  return {
    weighted_svyttest: { ...testValues(means), diff: means.value },
    weighted_svyranktest: { ...testValues(ranks), diff: ranks.value },
  };
}
