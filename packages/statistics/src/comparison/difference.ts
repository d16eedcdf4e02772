/**
 * Differences between two independent groups, first minus second, with the test of no difference. What "no test" means
 * is a variant: too few answers on a side, or no variation on either, where a test statistic would be 0/0 or infinite.
 * Where a side has case weights its effective n stands for its n, so equal weights give what no weights give. R's forms for large
 * samples are in difference-in-r.ts.
 */
import { normalTwoSided } from "../distribution/normal.ts";
import type { Estimated, Interval, TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { normalInterval, requireConfidence } from "../estimate/interval.ts";
import { answersForVariance, meanWithVariance } from "../scores/mean-variance.ts";
import type { NetPromoterScore } from "../scores/net-promoter-score.ts";
import { netPromoterScore, npsStandardError, withAddedAnswers } from "../scores/net-promoter-score.ts";
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

/** The answers behind one side of a difference. */
export interface Side {
  /** Unweighted. */
  readonly n: number;
  /** Sum of weights. */
  readonly weightedBase: number;
  /** As the estimate of that side has it. */
  readonly effectiveN: number;
}

export interface DifferenceOfGroups extends EstimatedDifference {
  readonly first: Side;
  readonly second: Side;
}

export type Difference = DifferenceOfGroups | NoVariation | TooFewAnswers;

/**
 * Difference of two means: Welch's t, with case weights on the linearised variances and the effective n of each side.
 * @returns too-few-answers naming the smaller side below two answers, or two effective ones; no-variation if both sides are constant
 * @throws RangeError unless 0 < confidence < 1
 * Source: Welch 1947; degrees of freedom Satterthwaite 1946, with Kish's n_eff − 1 for n − 1.
 */
export function differenceOfMeans(first: Sums, second: Sums, confidence: number): Difference {
  requireConfidence(confidence);
  const a = meanWithVariance(first);
  const b = meanWithVariance(second);
  if (a === null || b === null) {
    const short = [...(a === null ? [first.n] : []), ...(b === null ? [second.n] : [])];
    return tooFewAnswers(Math.min(...short), answersForVariance);
  }
  const value = a.mean - b.mean;
  const isWeighted = hasWeights(first, second);
  const test = welchTest(a, b, confidence);
  if (test === null) return { kind: "no-variation", value };
  const interval = isWeighted ? ({ ...test.interval, method: "linearised-t" } as const) : test.interval;
  const method = isWeighted ? "means/linearised-welch-t" : "means/welch-t";
  return { kind: "estimated", value, ...test, interval, first: sideOf(a), second: sideOf(b), method };
}

/**
 * Difference of the shares of answers that count. Interval: Newcombe's. Test: z with the pooled share. With weights both at the
 * effective n of each share. Interval and test need not agree at the edge of significance.
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
  const testVariance = pooledVariance(a, b);
  if (!(testVariance > 0)) return { kind: "no-variation", value };
  const statistic = value / Math.sqrt(testVariance);
  return {
    kind: "estimated",
    value,
    standardError: Math.sqrt(a.variance + b.variance),
    interval: newcombeInterval(a, b, confidence),
    statistic,
    degreesOfFreedom: null,
    pValue: normalTwoSided(statistic),
    first: { n: first.n, weightedBase: first.weight, effectiveN: a.intervalN },
    second: { n: second.n, weightedBase: second.weight, effectiveN: b.intervalN },
    method: hasWeights(first, second) ? "shares/pooled-z-effective-n" : "shares/pooled-z",
  };
}

/** Answers added to both sides of a difference of Net Promoter Scores, together. */
const addedAnswers = 3;

/**
 * Difference of two Net Promoter Scores in points by the adjusted Wald form: one and a half answers are added to each side, half
 * of them passive, and the z of the difference taken then; with weights at the effective n. The plain z, `waldDifferenceOfNps`,
 * rejects up to four times too often in groups of ten where few are detractors. The value and its standard error are those of the
 * answers alone; the interval is centred beside.
 * @returns too-few-answers below two answers on a side; no-variation if all answers of both sides have one mark
 * @throws RangeError if a rating is not an integer in 0–10, or confidence is outside (0, 1)
 * Source: Rocks 2016, arXiv 1601.07235, halved for each side as Agresti & Caffo 2000 halve theirs.
 */
export function differenceOfNps(first: RatingTally, second: RatingTally, confidence: number): Difference {
  const a = netPromoterScore(first, confidence);
  const b = netPromoterScore(second, confidence);
  if (a.kind === "too-few-answers") return a;
  if (b.kind === "too-few-answers") return b;
  const value = a.value - b.value;
  if (a.standardError === 0 && b.standardError === 0 && value === 0) return { kind: "no-variation", value };
  const [ofA, ofB] = [adjusted(a), adjusted(b)];
  const centre = ofA.value - ofB.value;
  const error = Math.hypot(ofA.standardError, ofB.standardError);
  const { lower, upper } = normalInterval(centre, error, confidence, "adjusted-wald");
  const statistic = centre / error;
  const method = hasWeights(first, second) ? "adjusted-wald-effective-n" : "adjusted-wald";
  return {
    kind: "estimated",
    value,
    standardError: Math.hypot(a.standardError, b.standardError),
    interval: { lower: Math.max(-200, lower), upper: Math.min(200, upper), confidence, method },
    statistic,
    degreesOfFreedom: null,
    pValue: normalTwoSided(statistic),
    first: sideOf(a),
    second: sideOf(b),
    method: `nps/${method}-z`,
  };
}

function adjusted({ shares, effectiveN }: NetPromoterScore): {
  readonly value: number;
  readonly standardError: number;
} {
  const own = addedAnswers / 2;
  const enlarged = withAddedAnswers(shares, effectiveN, own);
  return {
    value: 100 * (enlarged.promoters - enlarged.detractors),
    standardError: npsStandardError(enlarged, effectiveN + own),
  };
}

/**
 * Difference of any two independent estimates in the same unit, for samples large enough for z. For estimates of one kind the
 * functions above do better in small groups.
 * @returns no-variation if both standard errors are 0
 * @throws RangeError unless 0 < confidence < 1
 */
export function differenceOfEstimates(first: Estimated, second: Estimated, confidence: number): Difference {
  const value = first.value - second.value;
  const standardError = Math.hypot(first.standardError, second.standardError);
  const interval = normalInterval(value, standardError, confidence, "wald");
  if (!(standardError > 0)) return { kind: "no-variation", value };
  const statistic = value / standardError;
  return {
    kind: "estimated",
    value,
    standardError,
    interval,
    statistic,
    degreesOfFreedom: null,
    pValue: normalTwoSided(statistic),
    first: sideOf(first),
    second: sideOf(second),
    method: "estimates/z",
  };
}

/** An estimate whose interval is Student's on these degrees of freedom. */
export interface StudentEstimate extends Estimated {
  readonly degreesOfFreedom: number;
}

/**
 * Difference of two independent estimates with Student intervals, such as indices: Satterthwaite's degrees of freedom, so that small
 * groups keep their level.
 * @returns no-variation if both standard errors are 0
 * @throws RangeError unless 0 < confidence < 1
 */
export function differenceOfStudentEstimates(
  first: StudentEstimate,
  second: StudentEstimate,
  confidence: number,
): Difference {
  requireConfidence(confidence);
  const value = first.value - second.value;
  const [a, b] = [first, second].map((each) => ({
    mean: each.value,
    variance: each.standardError ** 2,
    degreesOfFreedom: each.degreesOfFreedom,
  }));
  const test = welchTest(a, b, confidence);
  if (test === null) return { kind: "no-variation", value };
  return {
    kind: "estimated",
    value,
    ...test,
    first: sideOf(first),
    second: sideOf(second),
    method: "estimates/welch-t",
  };
}

function pooledVariance(a: ShareWithVariance, b: ShareWithVariance): number {
  const pooled = (a.share * a.intervalN + b.share * b.intervalN) / (a.intervalN + b.intervalN);
  return pooled * (1 - pooled) * (1 / a.intervalN + 1 / b.intervalN);
}

function sideOf({ n, weightedBase, effectiveN }: Side): Side {
  return { n, weightedBase, effectiveN };
}

function hasWeights(first: Pick<Sums, "weighting">, second: Pick<Sums, "weighting">): boolean {
  return first.weighting !== "none" || second.weighting !== "none";
}
