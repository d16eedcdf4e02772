/** Ranks of independent respondents who count once: Kruskal and Wallis, Dunn, Mann and Whitney. */
import { cliffsDelta } from "@manyi/statistics/groups/cliffs-delta";
import { dunnTest } from "@manyi/statistics/groups/dunn";
import { kruskalWallis } from "@manyi/statistics/groups/kruskal-wallis";
import { mannWhitney } from "@manyi/statistics/groups/mann-whitney";
import { medianEstimate } from "@manyi/statistics/scores/median";
import type { RatingTally } from "@manyi/statistics/tally/rating-tally";
import { estimate, none, number } from "../result/cells.ts";
import { terms } from "../words/terms.ts";
import type { ComparedOutcome } from "./compared-outcome.ts";
import type { Comparator, Comparison, Effect } from "./comparison.ts";
import { effectNames, groupTerms as own, testNames, groupsWords as words } from "./words.ts";

/** Pairs of different answers that δ may compare: it takes all of them. */
const mostDominances = 4_000_000;

export const plainRanks: Comparator = {
  compare: (outcome, correction, confidence) => {
    const tallies = outcome.groups.map(({ tally }) => tally);
    const dunn = dunnTest(tallies, correction.adjust);
    const tests = outcome.groups.length === 2 ? testOfTwo(outcome, confidence) : testOfSeveral(outcome);
    if (dunn.kind !== "tested") return { tests, pairs: [] };
    return {
      tests,
      pairs: dunn.pairs.map(({ first, second, value, adjustedPValue }) => ({
        first,
        second,
        value: -value,
        interval: null,
        // Of two groups Mann and Whitney's test speaks, which corrects for continuity.
        adjustedPValue: outcome.groups.length === 2 ? (tests[0]?.pValue ?? adjustedPValue) : adjustedPValue,
        effect: deltaOf(tallies[first], tallies[second], confidence),
      })),
    };
  },
  groupColumns: [terms.median, own.meanRank],
  groupCells: ({ groups }, confidence) => {
    const test = kruskalWallis(groups.map(({ tally }) => tally));
    return groups.map(({ tally }, place) => {
      const median = medianEstimate(tally, confidence);
      return [
        median.kind === "estimated" ? estimate(median.value, median.interval, "points") : none("too-few-answers"),
        test.kind === "tested" ? number(test.meanRanks[place], "weighted-count") : none("no-variation"),
      ];
    });
  },
  difference: own.rankDifference,
  effect: own.cliffsDelta,
  pairNote: ({ label }) => words.corrected(label),
  testNotes: (groups) => [groups === 2 ? words.cliffsDelta : words.epsilon],
};

function testOfTwo({ groups: [first, second] }: ComparedOutcome, confidence: number): Comparison["tests"] {
  const test = mannWhitney(first.tally, second.tally);
  if (test.kind !== "tested") return [];
  const delta = deltaOf(first.tally, second.tally, confidence);
  return [
    {
      name: testNames.mannWhitney,
      statistic: test.statistic,
      numerator: null,
      denominator: null,
      pValue: test.pValue,
      effect: delta === null ? null : { ...delta, name: effectNames.cliffsDelta },
    },
  ];
}

function testOfSeveral({ groups }: ComparedOutcome): Comparison["tests"] {
  const test = kruskalWallis(groups.map(({ tally }) => tally));
  if (test.kind !== "tested") return [];
  return [
    {
      name: testNames.kruskalWallis,
      statistic: test.statistic,
      numerator: test.degreesOfFreedom,
      denominator: null,
      pValue: test.pValue,
      effect: { name: effectNames.epsilonSquared, value: test.epsilonSquared, interval: null },
    },
  ];
}

function deltaOf(first: RatingTally, second: RatingTally, confidence: number): Effect | null {
  if (first.values.length * second.values.length > mostDominances) return null;
  const delta = cliffsDelta(first, second, confidence);
  return delta.kind === "estimated" ? { value: delta.value, interval: delta.interval } : null;
}
