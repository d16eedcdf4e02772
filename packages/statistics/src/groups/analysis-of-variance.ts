import { fUpper } from "../distribution/f.ts";
import { noncentralityOfF } from "../distribution/noncentral-f.ts";
import type { Interval } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence } from "../estimate/interval.ts";
import type { Sums } from "../tally/sums.ts";
import { answersIn, type GroupMoments, groupMoments, type NoGroupTest, tooFewGroups } from "./group-problem.ts";

export interface AnalysisOfVariance {
  readonly kind: "tested";
  /** F on `numerator` and `denominator` degrees of freedom. */
  readonly statistic: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly pValue: number;
  readonly betweenSumOfSquares: number;
  readonly withinSumOfSquares: number;
  /** η²: share of the variance among these customers that the groups explain, 0–1. Too high in small samples. */
  readonly etaSquared: number;
  /** Limits of the population's share, from the noncentral F. */
  readonly etaSquaredInterval: Interval;
  /** ω² and ε²: η² less what chance would explain; 0 where that is more. */
  readonly omegaSquared: number;
  readonly epsilonSquared: number;
  /** Places of the groups that have answers. */
  readonly groups: readonly number[];
  readonly n: number;
  readonly method: "analysis-of-variance/f";
}

/**
 * One-way analysis of variance: are all means equal, if the groups vary alike? Where they may not, `welchAnova`.
 * @param groups without weights; empty groups are left out
 * @returns too-few-groups; too-few-answers where no group has two; no-variation where all answers within each group are equal
 * @throws RangeError for weighted sums or a confidence outside (0, 1)
 * Source: Fisher 1925; ω² Hays 1963, ε² Kelley 1935; interval λ/(λ + n), Steiger 2004. Agrees with R's `aov` and effectsize.
 * Golden values: golden/second/expected/survey_groups.json
 */
export function analysisOfVariance(groups: readonly Sums[], confidence: number): AnalysisOfVariance | NoGroupTest {
  requireConfidence(confidence);
  const moments = groupMoments(groups, 1);
  if (moments.length < 2) return tooFewGroups(moments.length);
  const n = answersIn(moments);
  const numerator = moments.length - 1;
  const denominator = n - moments.length;
  if (denominator < 1) return tooFewAnswers(n, moments.length + 1);
  const between = betweenGroups(moments);
  const within = moments.reduce((sum, { sumOfSquares }) => sum + sumOfSquares, 0);
  if (!(within > 0)) return { kind: "no-variation" };
  const residual = within / denominator;
  const statistic = between / numerator / residual;
  const total = between + within;
  return {
    kind: "tested",
    statistic,
    numerator,
    denominator,
    pValue: fUpper(statistic, numerator, denominator),
    betweenSumOfSquares: between,
    withinSumOfSquares: within,
    etaSquared: between / total,
    etaSquaredInterval: etaSquaredInterval(statistic, numerator, denominator, confidence),
    omegaSquared: Math.max(0, (between - numerator * residual) / (total + residual)),
    epsilonSquared: Math.max(0, (between - numerator * residual) / total),
    groups: moments.map(({ group }) => group),
    n,
    method: "analysis-of-variance/f",
  };
}

function betweenGroups(moments: readonly GroupMoments[]): number {
  const n = answersIn(moments);
  const origin = moments[0].mean;
  const mean = moments.reduce((sum, group) => sum + (group.n / n) * (group.mean - origin), 0);
  return moments.reduce((sum, group) => sum + group.n * (group.mean - origin - mean) ** 2, 0);
}

function etaSquaredInterval(statistic: number, numerator: number, denominator: number, confidence: number): Interval {
  const n = numerator + denominator + 1;
  const limit = (probability: number) => {
    const noncentrality = noncentralityOfF(statistic, numerator, denominator, probability);
    return noncentrality / (noncentrality + n);
  };
  const tail = (1 - confidence) / 2;
  return { lower: limit(tail), upper: limit(1 - tail), confidence, method: "noncentral-f" };
}
