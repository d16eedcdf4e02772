/**
 * Differences between two independent groups, first minus second, with the test of no difference. What "no test" means
 * is a variant: too few answers on a side, or no variation on either, where a test statistic would be 0/0 or infinite.
 * Where one side or both have case weights, variances are linearised and the test is z.
 */
import { normalTwoSided } from "../distribution/normal.ts";
import { studentTwoSided } from "../distribution/student-t.ts";
import type { Estimated, Interval, IntervalMethod, TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { normalInterval, requireConfidence, studentInterval } from "../estimate/interval.ts";
import { answersForVariance, meanWithVariance } from "../scores/mean-variance.ts";
import { netPromoterScore } from "../scores/net-promoter-score.ts";
import type { ShareWithVariance } from "../scores/share.ts";
import { shareWithVariance } from "../scores/share.ts";
import type { RatingTally } from "../tally/rating-tally.ts";
import type { Sums } from "../tally/sums.ts";
import { sumsOfMappedTally } from "../tally/sums.ts";
import { newcombeInterval } from "./newcombe.ts";
import { welchTest } from "./welch.ts";

export interface EstimatedDifference {
  readonly kind: "estimated";
  /** First minus second, in the unit of what is compared. */
  readonly value: number;
  readonly standardError: number;
  readonly interval: Interval;
  /** t or z; see `degreesOfFreedom`. */
  readonly statistic: number;
  /** null for a z statistic. */
  readonly degreesOfFreedom: number | null;
  /** Two-sided. */
  readonly pValue: number;
  /** Estimator and test, for example "means/welch-t". */
  readonly method: string;
}

/** The answers on both sides are all equal: the difference is what it is, and nothing says how sure it is. */
export interface NoVariation {
  readonly kind: "no-variation";
  readonly value: number;
}

export type Difference = EstimatedDifference | NoVariation | TooFewAnswers;

/**
 * Difference of two means: Welch's t, or linearised z with weights.
 * @returns too-few-answers naming the smaller side below two answers; no-variation if both sides are constant
 * @throws RangeError unless 0 < confidence < 1
 */
export function differenceOfMeans(first: Sums, second: Sums, confidence: number): Difference {
  requireConfidence(confidence);
  const a = meanWithVariance(first);
  const b = meanWithVariance(second);
  if (a === null || b === null) return tooFewAnswers(Math.min(first.n, second.n), answersForVariance);
  const value = a.mean - b.mean;
  if (isWeighted(first, second)) {
    return zDifference(value, a.variance + b.variance, confidence, "linearised", "means/linearised-z");
  }
  const test = welchTest(a, b, confidence);
  return test === null
    ? { kind: "no-variation", value }
    : { kind: "estimated", value, ...test, method: "means/welch-t" };
}

/**
 * Difference of the shares of answers that count. Interval: Newcombe's. Test: z with the pooled share, or with the
 * linearised variances with weights; interval and test need not agree at the edge of significance.
 * @returns too-few-answers without an answer on a side; no-variation if the test's variance is 0
 * @throws RangeError unless 0 < confidence < 1
 */
export function differenceOfShares(
  first: RatingTally,
  second: RatingTally,
  counted: (value: number) => boolean,
  confidence: number,
): Difference {
  const indicator = (value: number) => (counted(value) ? 1 : 0);
  return differenceOfSharesFromSums(
    sumsOfMappedTally(first, indicator),
    sumsOfMappedTally(second, indicator),
    confidence,
  );
}

/** The same for sums of a variable that is 1 where an answer counts and 0 where it does not. */
function differenceOfSharesFromSums(first: Sums, second: Sums, confidence: number): Difference {
  requireConfidence(confidence);
  const a = shareWithVariance(first);
  const b = shareWithVariance(second);
  if (a === null || b === null) return tooFewAnswers(Math.min(first.n, second.n), 1);
  const value = a.share - b.share;
  const variance = a.variance + b.variance;
  const testVariance = isWeighted(first, second) ? variance : pooledVariance(a, b);
  if (!(testVariance > 0)) return { kind: "no-variation", value };
  const statistic = value / Math.sqrt(testVariance);
  return {
    kind: "estimated",
    value,
    standardError: Math.sqrt(variance),
    interval: newcombeInterval(a, b, confidence),
    statistic,
    degreesOfFreedom: null,
    pValue: normalTwoSided(statistic),
    method: isWeighted(first, second) ? "shares/linearised-z" : "shares/pooled-z",
  };
}

/**
 * Difference of two Net Promoter Scores in points: z = (NPS₁ − NPS₂)/√(SE₁² + SE₂²).
 * @returns too-few-answers below two answers on a side; no-variation if both sides are unanimous
 * @throws RangeError if a rating is not an integer in 0–10, or confidence is outside (0, 1)
 * Source: Rocks 2016, arXiv 1601.07235. Golden values: golden/example/expected/synth_public_scores.json (nps_last_vs_previous_wave)
 */
export function differenceOfNps(first: RatingTally, second: RatingTally, confidence: number): Difference {
  const a = netPromoterScore(first, confidence);
  const b = netPromoterScore(second, confidence);
  if (a.kind === "too-few-answers") return a;
  if (b.kind === "too-few-answers") return b;
  const variance = a.standardError ** 2 + b.standardError ** 2;
  return isWeighted(first, second)
    ? zDifference(a.value - b.value, variance, confidence, "linearised", "nps/linearised-z")
    : zDifference(a.value - b.value, variance, confidence, "wald", "nps/z");
}

/**
 * Difference of any two independent estimates in the same unit. For estimates of one kind the functions above do better
 * in small groups.
 * @returns no-variation if both standard errors are 0
 * @throws RangeError unless 0 < confidence < 1
 */
export function differenceOfEstimates(first: Estimated, second: Estimated, confidence: number): Difference {
  const variance = first.standardError ** 2 + second.standardError ** 2;
  return zDifference(first.value - second.value, variance, confidence, "wald", "estimates/z");
}

/**
 * Difference of two independent estimates that each have a Student interval on n − 1 degrees of freedom (an index without
 * case weights): Satterthwaite's degrees of freedom, so that small groups keep their level.
 */
export function differenceOfStudentEstimates(first: Estimated, second: Estimated, confidence: number): Difference {
  const [a, b] = [first.standardError ** 2, second.standardError ** 2];
  const value = first.value - second.value;
  if (first.n < 2 || second.n < 2) return tooFewAnswers(Math.min(first.n, second.n), answersForVariance);
  const standardError = Math.sqrt(a + b);
  if (!(standardError > 0)) return { kind: "no-variation", value };
  const degreesOfFreedom = (a + b) ** 2 / (a ** 2 / (first.n - 1) + b ** 2 / (second.n - 1));
  const statistic = value / standardError;
  return {
    kind: "estimated",
    value,
    standardError,
    interval: studentInterval(value, standardError, degreesOfFreedom, confidence, "welch-t"),
    statistic,
    degreesOfFreedom,
    pValue: studentTwoSided(statistic, degreesOfFreedom),
    method: "estimates/welch-t",
  };
}

function zDifference(
  value: number,
  variance: number,
  confidence: number,
  intervalMethod: IntervalMethod,
  method: string,
): Difference {
  const standardError = Math.sqrt(variance);
  const interval = normalInterval(value, standardError, confidence, intervalMethod);
  if (!(standardError > 0)) return { kind: "no-variation", value };
  const statistic = value / standardError;
  const pValue = normalTwoSided(statistic);
  return { kind: "estimated", value, standardError, interval, statistic, degreesOfFreedom: null, pValue, method };
}

function pooledVariance(a: ShareWithVariance, b: ShareWithVariance): number {
  const pooled = (a.share * a.n + b.share * b.n) / (a.n + b.n);
  return pooled * (1 - pooled) * (1 / a.n + 1 / b.n);
}

function isWeighted(first: Pick<Sums, "weighting">, second: Pick<Sums, "weighting">): boolean {
  return first.weighting !== "none" || second.weighting !== "none";
}
