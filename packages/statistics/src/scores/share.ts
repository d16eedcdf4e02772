import type { Estimate, Interval } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence } from "../estimate/interval.ts";
import type { RatingTally } from "../tally/rating-tally.ts";
import type { Sums } from "../tally/sums.ts";
import { sumsOfMappedTally } from "../tally/sums.ts";
import { effectiveSampleSize } from "./effective-sample-size.ts";
import { sumOfSquaredInfluences } from "./mean-variance.ts";
import { wilsonInterval } from "./wilson.ts";

/**
 * Share of the answers that count, 0–1: top-box, top-2, bottom-2, satisfied at a threshold, a single option.
 *
 * Standard error √(p(1 − p)/n) and Wilson's interval, with case weights at the effective n: the one for which p(1 − p)/n equals
 * the linearised variance Σu², but no more than Kish's, so that no share claims more than the sample has, by luck or because all
 * answers are on one side. R's standard error is `linearisedMean` of the marks 0 and 1.
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
  /** n without weights; with weights p(1 − p)/Σu², for answers that count or do not at most Kish's. */
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
  const intervalN = effectiveNOf(sums, binomial);
  return { share, variance: binomial / intervalN, n, intervalN, isDesignBased: true };
}

/**
 * The sample in which answers of this variance would have a mean as certain as that of the sums: by Σu² or by s²/n_eff, n_eff Kish's,
 * whichever is larger. s² is the variance of the summed variable; it is smaller than p(1 − p) where one row stands for several answers
 * that count or do not, and such rows say more than a single answer.
 * @param variance of one answer, in the unit of the sums
 */
export function effectiveNOf(sums: Sums, variance: number): number {
  const kish = effectiveSampleSize(sums.weight, sums.squaredWeight);
  const spread = Math.max(0, sums.xx / sums.weight - (sums.x / sums.weight) ** 2);
  const ofMean = Math.max(sumOfSquaredInfluences(sums), spread / kish);
  return variance > 0 && ofMean > 0 ? variance / ofMean : kish;
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
