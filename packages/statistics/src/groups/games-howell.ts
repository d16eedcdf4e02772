import { type StudentizedRange, studentizedRange } from "../distribution/studentized-range.ts";
import { requireConfidence } from "../estimate/interval.ts";
import type { Sums } from "../tally/sums.ts";
import {
  answersIn,
  type GroupMoments,
  groupMoments,
  type NoGroupTest,
  pairsOf,
  tooFewGroups,
  varianceOf,
} from "./group-problem.ts";
import type { SimultaneousPairTest } from "./pairwise.ts";

/** Neither of the two groups varies: their difference is what it is, and nothing says how sure it is. */
export interface ConstantPair {
  readonly kind: "no-variation";
  readonly first: number;
  readonly second: number;
  readonly value: number;
}

export interface GamesHowell {
  readonly kind: "tested";
  readonly pairs: readonly (({ readonly kind: "tested" } & SimultaneousPairTest) | ConstantPair)[];
  /** Places of the groups with two answers or more. */
  readonly groups: readonly number[];
  readonly n: number;
  readonly method: "games-howell/studentized-range";
}

/**
 * All pairs of means at once, each with its own variances and degrees of freedom (Welch's). The default for branches and
 * segments, which differ in size and in spread.
 * @param groups without weights; those with fewer than two answers are left out
 * @returns too-few-groups
 * @throws RangeError for weighted sums or a confidence outside (0, 1)
 * Source: Games & Howell 1976; R's `rstatix::games_howell_test`. Golden values: golden/second/expected/survey_groups.json
 */
export function gamesHowell(groups: readonly Sums[], confidence: number): GamesHowell | NoGroupTest {
  requireConfidence(confidence);
  const moments = groupMoments(groups, 2);
  if (moments.length < 2) return tooFewGroups(moments.length);
  const range = studentizedRange(moments.length);
  const pairs = pairsOf(moments.length).map(([i, j]) => pairTest(moments[i], moments[j], range, confidence));
  const places = moments.map(({ group }) => group);
  return { kind: "tested", pairs, groups: places, n: answersIn(moments), method: "games-howell/studentized-range" };
}

function pairTest(
  a: GroupMoments,
  b: GroupMoments,
  range: StudentizedRange,
  confidence: number,
): GamesHowell["pairs"][number] {
  const places = { first: a.group, second: b.group, value: b.mean - a.mean };
  const [ofA, ofB] = [varianceOf(a) / a.n, varianceOf(b) / b.n];
  const standardError = Math.sqrt(ofA + ofB);
  if (!(standardError > 0)) return { kind: "no-variation", ...places };
  const shareOfA = ofA / (ofA + ofB);
  const degreesOfFreedom = 1 / (shareOfA ** 2 / (a.n - 1) + (1 - shareOfA) ** 2 / (b.n - 1));
  const statistic = (Math.abs(places.value) / standardError) * Math.SQRT2;
  const half = (range.quantile(confidence, degreesOfFreedom) / Math.SQRT2) * standardError;
  return {
    kind: "tested",
    ...places,
    standardError,
    degreesOfFreedom,
    interval: {
      lower: places.value - half,
      upper: places.value + half,
      confidence,
      method: "studentized-range",
    },
    statistic,
    adjustedPValue: range.upper(statistic, degreesOfFreedom),
  };
}
