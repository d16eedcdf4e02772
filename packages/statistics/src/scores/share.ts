import type { Estimate, Interval } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence } from "../estimate/interval.ts";
import type { RatingTally } from "../tally/rating-tally.ts";
import type { Sums } from "../tally/sums.ts";
import { sumsOfMappedTally } from "../tally/sums.ts";
import { effectiveSampleSize } from "./effective-sample-size.ts";
import { meanWithVariance } from "./mean-variance.ts";
import { wilsonInterval } from "./wilson.ts";

/**
 * Share of the answers that count, 0–1: top-box, top-2, bottom-2, satisfied at a threshold, a single option.
 *
 * Without weights: standard error √(p(1 − p)/n), Wilson's interval. With case weights: linearised standard error and
 * Wilson's interval at the effective n for which p(1 − p)/n_eff equals the linearised variance; where all answers are
 * on one side that variance is 0 and Kish's n_eff takes its place.
 * @param counted whether an answer value counts; skips are not in a tally and so not in the denominator
 * @returns too-few-answers without an answer
 * @throws RangeError unless 0 < confidence < 1
 * Golden values: golden/example/expected/synth_public_scores.json (wilson_lo, top2_se)
 */
export function shareEstimate(tally: RatingTally, counted: (value: number) => boolean, confidence: number): Estimate {
  return shareEstimateFromSums(
    sumsOfMappedTally(tally, (value) => (counted(value) ? 1 : 0)),
    confidence,
  );
}

/** The same for sums of a variable that is 1 where an answer counts and 0 where it does not. */
export function shareEstimateFromSums(sums: Sums, confidence: number): Estimate {
  requireConfidence(confidence);
  const found = shareWithVariance(sums);
  if (found === null) return tooFewAnswers(0, 1);
  return {
    kind: "estimated",
    value: found.share,
    standardError: Math.sqrt(found.variance),
    interval: intervalOfShare(found, confidence),
    n: sums.n,
    weightedBase: sums.weight,
    effectiveN: found.intervalN,
    method: found.isDesignBased ? "share/wilson-effective-n" : "share/wilson",
  };
}

/** A share with the size of the simple random sample that would be as certain. */
export interface ShareWithVariance {
  readonly share: number;
  readonly variance: number;
  readonly n: number;
  /** n without weights; p(1 − p)/V with weights, or Kish's where V is 0. */
  readonly intervalN: number;
  readonly isDesignBased: boolean;
}

/**
 * @returns null without an answer
 * @throws RangeError if the summed variable leaves [0, 1]
 */
export function shareWithVariance(sums: Sums): ShareWithVariance | null {
  if (sums.n === 0) return null;
  const share = unitShare(sums.centre + sums.x / sums.weight);
  const binomial = share * (1 - share);
  const { n } = sums;
  if (sums.weighting === "none") return { share, variance: binomial / n, n, intervalN: n, isDesignBased: false };
  const variance = meanWithVariance(sums)?.variance ?? 0;
  const hasVariance = binomial > 0 && variance > 0;
  const intervalN = hasVariance ? binomial / variance : effectiveSampleSize(sums.weight, sums.squaredWeight);
  return { share, variance, n, intervalN, isDesignBased: true };
}

export function intervalOfShare(share: ShareWithVariance, confidence: number): Interval {
  const interval = wilsonInterval(share.share, share.intervalN, confidence);
  return share.isDesignBased ? { ...interval, method: "wilson-effective-n" } : interval;
}

/** Sums of weights round: a share may come out 1e-16 beside 0 or 1. Anything further off is a caller's mistake. */
function unitShare(share: number): number {
  const rounding = 1e-12;
  if (!(share >= -rounding && share <= 1 + rounding)) throw new RangeError("the summed variable must be 0 or 1");
  if (share < rounding) return 0;
  return share > 1 - rounding ? 1 : share;
}
