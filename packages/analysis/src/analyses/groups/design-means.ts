/** Means of weighted answers, and of clusters. */
import { designMeansByGroup } from "@manyi/statistics/design-variance/design-groups";
import { weightedMeans } from "@manyi/statistics/groups/weighted-means";
import { estimate, none } from "../result/cells.ts";
import { terms } from "../words/terms.ts";
import { designOf } from "./compared-outcome.ts";
import type { Comparator } from "./comparison.ts";
import { designComparison, meansOverClusters } from "./design-comparison.ts";
import { meanCells, meanColumns, spreadCell } from "./mean-cells.ts";
import { testNames, groupsWords as words } from "./words.ts";

export const weightedMeansComparator: Comparator = {
  compare: (outcome, correction, confidence) =>
    designComparison(
      outcome,
      (places) => weightedMeans(places.map((place) => outcome.groups[place].sums)),
      testNames.wald,
      correction,
      confidence,
    ),
  groupColumns: meanColumns,
  groupCells: meanCells,
  difference: terms.difference,
  effect: null,
  pairNote: ({ label }) => words.corrected(label),
  testNotes: () => [],
};

export const clusteredMeansComparator: Comparator = {
  ...weightedMeansComparator,
  compare: (outcome, correction, confidence) =>
    designComparison(
      outcome,
      (places) => meansOverClusters(outcome, outcome.values, places),
      testNames.clusteredWald,
      correction,
      confidence,
    ),
  groupCells: (outcome, confidence) => {
    const { values, codes, groups } = outcome;
    const means = designMeansByGroup(designOf(outcome), values, codes, groups.length, confidence);
    return groups.map(({ sums }, place) => {
      const mean = means[place];
      return [
        mean.kind === "estimated" ? estimate(mean.value, mean.interval, "points") : none("not-estimable"),
        spreadCell(sums),
      ];
    });
  },
};
