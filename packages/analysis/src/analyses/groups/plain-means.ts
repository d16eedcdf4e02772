/** Means of independent respondents who count once: Welch, Games and Howell. */
import { differenceOfMeans } from "@manyi/statistics/comparison/difference";
import { analysisOfVariance } from "@manyi/statistics/groups/analysis-of-variance";
import { cohensD } from "@manyi/statistics/groups/cohens-d";
import { gamesHowell } from "@manyi/statistics/groups/games-howell";
import { brownForsytheTest } from "@manyi/statistics/groups/levene";
import { welchAnova } from "@manyi/statistics/groups/welch-anova";
import { terms } from "../words/terms.ts";
import type { ComparedOutcome } from "./compared-outcome.ts";
import type { Comparator, Comparison, Effect, TestOfAll, TestOfPair } from "./comparison.ts";
import { meanCells, meanColumns } from "./mean-cells.ts";
import { effectNames, groupTerms as own, testNames, groupsWords as words } from "./words.ts";

export const plainMeans: Comparator = {
  compare: (outcome, _correction, confidence) =>
    outcome.groups.length === 2 ? twoGroups(outcome, confidence) : severalGroups(outcome, confidence),
  groupColumns: meanColumns,
  groupCells: meanCells,
  difference: terms.difference,
  effect: own.cohensD,
  pairNote: () => words.simultaneous,
  testNotes: (groups) => [groups === 2 ? words.cohensD : words.omega],
};

function twoGroups({ groups: [first, second] }: ComparedOutcome, confidence: number): Comparison {
  const found = differenceOfMeans(first.sums, second.sums, confidence);
  if (found.kind !== "estimated") return { tests: [], pairs: [] };
  const effect = effectOf(first.sums, second.sums, confidence);
  const { value, interval, statistic, degreesOfFreedom, pValue } = found;
  const test = {
    name: testNames.welchT,
    statistic,
    numerator: degreesOfFreedom,
    denominator: null,
    pValue,
    effect: effect === null ? null : { ...effect, name: effectNames.cohensD },
  };
  return {
    tests: [test, ...spreadTest([first, second])],
    pairs: [{ first: 0, second: 1, value, interval, adjustedPValue: pValue, effect }],
  };
}

function severalGroups({ groups }: ComparedOutcome, confidence: number): Comparison {
  const sums = groups.map((group) => group.sums);
  const welch = welchAnova(sums);
  const classical = analysisOfVariance(sums, confidence);
  const howell = gamesHowell(sums, confidence);
  const pairs = howell.kind === "tested" ? howell.pairs : [];
  return {
    tests: [
      ...(welch.kind === "tested" ? [{ name: testNames.welchAnova, ...welch, effect: null }] : []),
      ...(classical.kind === "tested"
        ? [
            {
              name: testNames.anova,
              ...classical,
              effect: { name: effectNames.omegaSquared, value: classical.omegaSquared, interval: null },
            },
          ]
        : []),
      ...spreadTest(groups),
    ],
    pairs: pairs.map((pair): TestOfPair => {
      const { first, second } = pair;
      const effect = effectOf(sums[first], sums[second], confidence);
      if (pair.kind !== "tested")
        return { first, second, value: -pair.value, interval: null, adjustedPValue: null, effect };
      const interval = { lower: -pair.interval.upper, upper: -pair.interval.lower };
      return { first, second, value: -pair.value, interval, adjustedPValue: pair.adjustedPValue, effect };
    }),
  };
}

function spreadTest(groups: ComparedOutcome["groups"]): readonly TestOfAll[] {
  const test = brownForsytheTest(groups.map(({ tally }) => tally));
  return test.kind === "tested" ? [{ name: testNames.spread, ...test, effect: null }] : [];
}

type Summed = ComparedOutcome["groups"][number]["sums"];

function effectOf(first: Summed, second: Summed, confidence: number): Effect | null {
  const found = cohensD(first, second, confidence);
  return found.kind === "estimated" ? { value: found.value, interval: found.interval } : null;
}
