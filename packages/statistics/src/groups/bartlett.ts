import { chiSquareUpper } from "../distribution/chi-square.ts";
import type { Sums } from "../tally/sums.ts";
import { answersIn, groupMoments, type NoGroupTest, tooFewGroups, varianceOf } from "./group-problem.ts";

export interface BartlettTest {
  readonly kind: "tested";
  /** χ² with `degreesOfFreedom`. */
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  /** Places of the groups with two answers or more. */
  readonly groups: readonly number[];
  readonly n: number;
  readonly method: "bartlett/chi-square";
}

/**
 * Are the groups' variances equal, if the answers are normal? Ratings are not: `brownForsytheTest` is the safer one.
 * @param groups without weights; those with fewer than two answers are left out
 * @returns too-few-groups; no-variation where a group's answers are all equal
 * @throws RangeError for weighted sums
 * Source: Bartlett 1937; R's `bartlett.test`. Golden values: golden/second/expected/survey_groups.json
 */
export function bartlettTest(groups: readonly Sums[]): BartlettTest | NoGroupTest {
  const moments = groupMoments(groups, 2);
  const k = moments.length;
  if (k < 2) return tooFewGroups(k);
  if (moments.some((group) => !(varianceOf(group) > 0))) return { kind: "no-variation" };
  const n = answersIn(moments);
  const within = moments.reduce((sum, { sumOfSquares }) => sum + sumOfSquares, 0);
  const pooled = within / (n - k);
  const logarithms = moments.reduce((sum, group) => sum + (group.n - 1) * Math.log(varianceOf(group) / pooled), 0);
  const inverses = moments.reduce((sum, group) => sum + 1 / (group.n - 1), 0);
  const statistic = Math.max(0, -logarithms / (1 + (inverses - 1 / (n - k)) / (3 * (k - 1))));
  return {
    kind: "tested",
    statistic,
    degreesOfFreedom: k - 1,
    pValue: chiSquareUpper(statistic, k - 1),
    groups: moments.map(({ group }) => group),
    n,
    method: "bartlett/chi-square",
  };
}
