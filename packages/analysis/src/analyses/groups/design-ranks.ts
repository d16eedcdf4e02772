/** Places of the answers in the population, weighted or clustered. */
import { weightedMeans } from "@manyi/statistics/groups/weighted-means";
import { populationRanks, rankSums } from "@manyi/statistics/groups/weighted-rank-test";
import { meanEstimate } from "@manyi/statistics/scores/mean";
import { medianEstimate } from "@manyi/statistics/scores/median";
import { estimate, none, number } from "../result/cells.ts";
import { terms } from "../words/terms.ts";
import type { ComparedOutcome } from "./compared-outcome.ts";
import type { Comparator } from "./comparison.ts";
import { designComparison, meansOverClusters } from "./design-comparison.ts";
import { groupTerms as own, testNames, groupsWords as words } from "./words.ts";

export const weightedRanks: Comparator = {
  compare: (outcome, correction, confidence) => {
    const sums = placesOfGroups(outcome);
    const meansOf = (places: readonly number[]) => weightedMeans(places.map((place) => sums[place]));
    return designComparison(outcome, meansOf, testNames.weightedRanks, correction, confidence);
  },
  groupColumns: [terms.median, own.place],
  groupCells: (outcome, confidence) => {
    const places = placesOfGroups(outcome);
    return outcome.groups.map(({ tally }, place) => {
      const median = medianEstimate(tally, confidence);
      const mean = meanEstimate(places[place], confidence);
      return [
        median.kind === "estimated" ? estimate(median.value, median.interval, "points") : none("too-few-answers"),
        mean.kind === "estimated" ? number(mean.value, "share") : none("too-few-answers"),
      ];
    });
  },
  difference: own.placeDifference,
  effect: null,
  pairNote: ({ label }) => words.corrected(label),
  testNotes: () => [],
};

export const clusteredRanks: Comparator = {
  ...weightedRanks,
  compare: (outcome, correction, confidence) => {
    const rankOf = populationRanks(outcome.groups.map(({ tally }) => tally));
    const places = outcome.values.map((value) => (Number.isNaN(value) ? value : rankOf(value)));
    const meansOf = (wanted: readonly number[]) => meansOverClusters(outcome, places, wanted);
    return designComparison(outcome, meansOf, testNames.clusteredRanks, correction, confidence);
  },
};

function placesOfGroups({ groups }: ComparedOutcome) {
  const tallies = groups.map(({ tally }) => tally);
  return rankSums(tallies, populationRanks(tallies));
}
