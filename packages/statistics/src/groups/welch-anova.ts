import { fUpper } from "../distribution/f.ts";
import type { Sums } from "../tally/sums.ts";
import { answersIn, groupMoments, type NoGroupTest, tooFewGroups, varianceOf } from "./group-problem.ts";

export interface WelchAnova {
  readonly kind: "tested";
  /** F on `numerator` and the fractional `denominator` degrees of freedom. */
  readonly statistic: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly pValue: number;
  /** Places of the groups with two answers or more. */
  readonly groups: readonly number[];
  readonly n: number;
  readonly method: "welch-anova/f";
}

/**
 * Welch's analysis of variance: are all means equal, whatever the groups' variances? The default for branches and segments,
 * which differ in size and in spread.
 * @param groups without weights; those with fewer than two answers are left out
 * @returns too-few-groups; no-variation where a group's answers are all equal, which would give it infinite weight
 * @throws RangeError for weighted sums
 * Source: Welch 1951, Biometrika 38; R's `oneway.test`. Golden values: golden/second/expected/survey_groups.json
 */
export function welchAnova(groups: readonly Sums[]): WelchAnova | NoGroupTest {
  const moments = groupMoments(groups, 2);
  const k = moments.length;
  if (k < 2) return tooFewGroups(k);
  if (moments.some((group) => !(varianceOf(group) > 0))) return { kind: "no-variation" };
  const precision = moments.map((group) => group.n / varianceOf(group));
  const total = precision.reduce((sum, each) => sum + each, 0);
  const origin = moments[0].mean;
  const centre = moments.reduce((sum, { mean }, j) => sum + (precision[j] / total) * (mean - origin), 0);
  const between = moments.reduce((sum, { mean }, j) => sum + precision[j] * (mean - origin - centre) ** 2, 0);
  const imbalance = moments.reduce((sum, { n }, j) => sum + (1 - precision[j] / total) ** 2 / (n - 1), 0);
  const lambda = imbalance / (k * k - 1);
  const statistic = between / (k - 1) / (1 + 2 * (k - 2) * lambda);
  const denominator = 1 / (3 * lambda);
  return {
    kind: "tested",
    statistic,
    numerator: k - 1,
    denominator,
    pValue: fUpper(statistic, k - 1, denominator),
    groups: moments.map(({ group }) => group),
    n: answersIn(moments),
    method: "welch-anova/f",
  };
}
