/**
 * Net Promoter Score: the share of promoters (9–10) less the share of detractors (0–6) among those who answered "how
 * likely are you to recommend …" on 0–10, in points from −100 to 100. It is the mean of marks −100 / 0 / +100, which
 * gives its variance, weighted and clustered.
 */
import type { Estimated, Interval, TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { normalInterval, requireConfidence } from "../estimate/interval.ts";
import type { RatingTally } from "../tally/rating-tally.ts";
import { sumsOfMappedTally } from "../tally/sums.ts";
import { effectiveNOf } from "./share.ts";

export interface RecommendationCounts {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

export interface NetPromoterScore extends Estimated {
  /** Answers, unweighted. */
  readonly counts: RecommendationCounts;
  /** Weighted shares, 0–1; they add up to 1. */
  readonly shares: RecommendationCounts;
}

export type NpsEstimate = NetPromoterScore | TooFewAnswers;

/** Answers a score needs for its variance. */
const answersForNps = 2;

/**
 * @param tally ratings 0–10, answered questions only
 * @returns score and standard error in points. Without weights: variance p + d − (p − d)² over n and the adjusted Wald
 *   interval, which is centred beside the raw score; with case weights the same at the effective n, where p + d − (p − d)² over n
 *   equals the linearised variance, at most Kish's. too-few-answers below two answers
 * @throws RangeError if a rating is not an integer in 0–10, or confidence is outside (0, 1)
 * Source: Rocks 2016, arXiv 1601.07235. Golden values: golden/example/expected/synth_public_scores.json
 */
export function netPromoterScore(tally: RatingTally, confidence: number): NpsEstimate {
  requireConfidence(confidence);
  const marks = sumsOfMappedTally(tally, recommendationMark);
  if (marks.n < answersForNps) return tooFewAnswers(marks.n, answersForNps);
  const counts = recommendationCounts(tally.values, tally.count);
  const weights = recommendationCounts(tally.values, tally.weight);
  const shares = {
    promoters: weights.promoters / marks.weight,
    passives: weights.passives / marks.weight,
    detractors: weights.detractors / marks.weight,
  };
  const isWeighted = tally.weighting !== "none";
  const value = marks.centre + marks.x / marks.weight;
  const effectiveN = isWeighted ? effectiveNOf(marks, varianceOfMarks(shares)) : marks.n;
  return {
    kind: "estimated",
    value,
    standardError: npsStandardError(shares, effectiveN),
    interval: isWeighted
      ? intervalAtEffectiveN(value, shares, effectiveN, confidence)
      : withinScale(adjustedWaldInterval(shares, effectiveN, confidence)),
    n: marks.n,
    weightedBase: marks.weight,
    effectiveN,
    counts,
    shares,
    method: isWeighted ? "nps/adjusted-wald-effective-n" : "nps/adjusted-wald",
  };
}

/** −100 for a detractor, 0 for a passive, 100 for a promoter. @throws RangeError unless an integer in 0–10 */
export function recommendationMark(rating: number): -100 | 0 | 100 {
  if (!(Number.isInteger(rating) && rating >= 0 && rating <= 10)) {
    throw new RangeError(`a recommendation is an integer in 0–10, got ${rating}`);
  }
  if (rating >= 9) return 100;
  return rating >= 7 ? 0 : -100;
}

/** Standard error in points, 100 √((p + d − (p − d)²)/n). */
export function npsStandardError(shares: RecommendationCounts, n: number): number {
  return Math.sqrt(varianceOfMarks(shares) / n);
}

/** 100² (p + d − (p − d)²), without the rounding that unanimous answers leave. */
function varianceOfMarks({ promoters, passives, detractors }: RecommendationCounts): number {
  return 1e4 * (passives * (promoters + detractors) + 4 * promoters * detractors);
}

/**
 * Adjusted Wald: three answers are added, ¾ of one a promoter and ¾ a detractor, then Wald's interval. It keeps its
 * coverage where all answers agree. In small groups a limit may pass ±100; `netPromoterScore` cuts it there.
 * Source: Rocks 2016.
 * @param n answers, or an effective number of them
 */
export function adjustedWaldInterval(shares: RecommendationCounts, n: number, confidence: number): Interval {
  const adjusted = withAddedAnswers(shares, n, 3);
  const score = 100 * (adjusted.promoters - adjusted.detractors);
  return normalInterval(score, npsStandardError(adjusted, n + 3), confidence, "adjusted-wald");
}

/** Shares once `added` answers have joined n others: a quarter of them promoters, half passives, a quarter detractors. */
export function withAddedAnswers(shares: RecommendationCounts, n: number, added: number): RecommendationCounts {
  return {
    promoters: (shares.promoters * n + added / 4) / (n + added),
    passives: (shares.passives * n + added / 2) / (n + added),
    detractors: (shares.detractors * n + added / 4) / (n + added),
  };
}

/** Wald's interval around the raw score, for comparison with older reports. */
export function waldNpsInterval(shares: RecommendationCounts, n: number, confidence: number): Interval {
  const score = 100 * (shares.promoters - shares.detractors);
  return normalInterval(score, npsStandardError(shares, n), confidence, "wald");
}

/** Adjusted Wald at the effective n; below two effective answers it would miss the score itself, so it reaches there. */
function intervalAtEffectiveN(
  score: number,
  shares: RecommendationCounts,
  effectiveN: number,
  confidence: number,
): Interval {
  const { lower, upper } = withinScale(adjustedWaldInterval(shares, effectiveN, confidence));
  const method = "adjusted-wald-effective-n";
  return { lower: Math.min(lower, score), upper: Math.max(upper, score), confidence, method };
}

function withinScale(interval: Interval): Interval {
  return { ...interval, lower: Math.max(-100, interval.lower), upper: Math.min(100, interval.upper) };
}

function recommendationCounts(values: readonly number[], cells: Float64Array): RecommendationCounts {
  const sums = { promoters: 0, passives: 0, detractors: 0 };
  for (let cell = 0; cell < values.length; cell++) {
    const mark = recommendationMark(values[cell]);
    if (mark === 100) sums.promoters += cells[cell];
    else if (mark === 0) sums.passives += cells[cell];
    else sums.detractors += cells[cell];
  }
  return sums;
}
