import type { EstimatedDifference } from "../comparison/difference.ts";
import { studentTwoSided } from "../distribution/student-t.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence, studentInterval } from "../estimate/interval.ts";
import type { Sums } from "../tally/sums.ts";
import { answersIn, groupMoments, type NoGroupTest, tooFewGroups } from "./group-problem.ts";

export interface TwoGroups extends EstimatedDifference {
  readonly n: number;
}

/**
 * Student's t for two independent means, first minus second, if both groups vary alike. They seldom do: Welch's test,
 * `differenceOfMeans` in comparison/, is the default.
 * @returns too-few-groups with an empty group; too-few-answers below three answers in all; no-variation
 * @throws RangeError for weighted sums or a confidence outside (0, 1)
 * Source: Student 1908; R's `t.test(var.equal = TRUE)`. Golden values: golden/second/expected/survey_groups.json
 */
export function pooledTTest(first: Sums, second: Sums, confidence: number): TwoGroups | NoGroupTest {
  requireConfidence(confidence);
  const moments = groupMoments([first, second], 1);
  if (moments.length < 2) return tooFewGroups(moments.length);
  const [a, b] = moments;
  const n = answersIn(moments);
  if (n < 3) return tooFewAnswers(n, 3);
  const degreesOfFreedom = n - 2;
  const variance = (a.sumOfSquares + b.sumOfSquares) / degreesOfFreedom;
  if (!(variance > 0)) return { kind: "no-variation" };
  const value = a.mean - b.mean;
  const standardError = Math.sqrt(variance * (1 / a.n + 1 / b.n));
  const statistic = value / standardError;
  return {
    kind: "estimated",
    value,
    standardError,
    interval: studentInterval(value, standardError, degreesOfFreedom, confidence, "t"),
    statistic,
    degreesOfFreedom,
    pValue: studentTwoSided(statistic, degreesOfFreedom),
    n,
    method: "means/pooled-t",
  };
}
