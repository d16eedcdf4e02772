import { differenceOfMeans } from "../../../src/comparison/difference.ts";
import { analysisOfVariance } from "../../../src/groups/analysis-of-variance.ts";
import { cohensD, hedgesG } from "../../../src/groups/cohens-d.ts";
import { mannWhitneyExact } from "../../../src/groups/exact-ranks.ts";
import { brownForsytheTest } from "../../../src/groups/levene.ts";
import { pairedTTest } from "../../../src/groups/paired-t-test.ts";
import { pooledTTest } from "../../../src/groups/student-t-test.ts";
import { welchAnova } from "../../../src/groups/welch-anova.ts";
import { sumsOfTally } from "../../../src/tally/sums.ts";
import { estimated, tested } from "../../../test-support/variants.ts";
import type { ReferenceTree } from "../../reference-value.ts";
import { answersByLevel, type GroupData, talliesByLevel } from "./group-data.ts";
import { byLevel, dunnRows, kruskalValues, meanOf, tukeyTable } from "./several-groups.ts";
import { testValues } from "./two-groups.ts";

/** @param people of the rows, where the same people answered in both groups */
export function textbookGroups(data: GroupData, people: readonly string[] | null, confidence: number): ReferenceTree {
  const tallies = talliesByLevel(data);
  const sums = tallies.map(sumsOfTally);
  const { levels } = data;
  const anova = tested(analysisOfVariance(sums, confidence));
  const welch = tested(welchAnova(sums));
  const spread = tested(brownForsytheTest(tallies));
  const several = {
    n: byLevel(levels, tallies, (tally) => sumsOfTally(tally).n),
    means: byLevel(levels, tallies, meanOf),
    F: anova.statistic,
    df: [anova.numerator, anova.denominator],
    p: anova.pValue,
    eta2: anova.etaSquared,
    omega2: anova.omegaSquared,
    epsilon2: anova.epsilonSquared,
    kruskal: kruskalValues(tallies),
    brown_forsythe: { F: spread.statistic, p: spread.pValue },
    tukey: tukeyTable(levels, tallies, confidence),
    ...dunnRows(levels, tallies),
  };
  if (levels.length !== 2) {
    return { ...several, welch: { F: welch.statistic, df: [welch.numerator, welch.denominator], p: welch.pValue } };
  }
  const [a, b] = sums;
  return {
    ...several,
    welch: testValues(estimated(differenceOfMeans(a, b, confidence))),
    pooled: testValues(estimated(pooledTTest(a, b, confidence))),
    paired: pairedValues(data, people, confidence),
    cohens_d: estimated(cohensD(a, b, confidence)).value,
    hedges_g: estimated(hedgesG(a, b, confidence)).value,
    mann_whitney_exact_p: tested(mannWhitneyExact(tallies[0], tallies[1])).pValue,
  };
}

/** Pairs by their people, or by their order where nothing names those; nothing where the two groups differ in size. */
function pairedValues(data: GroupData, people: readonly string[] | null, confidence: number): ReferenceTree {
  const [first, second] = answersByLevel(data);
  if (first.length !== second.length) return {};
  if (people === null) return testValues(estimated(pairedTTest(first, second, null, confidence)));
  const answerOf = (person: string, level: string) => {
    const row = people.findIndex((each, place) => each === person && data.labels[place] === level);
    return row < 0 ? Number.NaN : data.outcome[row];
  };
  const names = [...new Set(people)];
  const [a, b] = data.levels.map((level) => Float64Array.from(names, (person) => answerOf(person, level)));
  return testValues(estimated(pairedTTest(a, b, null, confidence)));
}
