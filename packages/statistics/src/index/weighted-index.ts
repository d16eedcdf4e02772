/**
 * A satisfaction index: Σ w_j · (mean of item j), over those who answered item j, on 0–100. The weights are taken as
 * given: where they were estimated from the same answers, the interval does not include their own uncertainty.
 */
import type { Estimated, TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence, studentInterval } from "../estimate/interval.ts";
import { effectiveSampleSize } from "../scores/effective-sample-size.ts";
import { answersForVariance, isTooFewForVariance } from "../scores/mean-variance.ts";
import type { Weighting } from "../tally/rating-tally.ts";
import type { IndexMoments } from "./index-moments.ts";

export interface EstimatedIndex extends Estimated {
  /** Mean of each item in the group, 0–100; null for an item of weight 0 without answers. */
  readonly itemMeans: readonly (number | null)[];
  /** Answers to each item in the group. */
  readonly itemN: Float64Array;
  /** Of the standard error: between those of the item answered least and of the item answered most. */
  readonly degreesOfFreedom: number;
}

export type IndexEstimate = EstimatedIndex | TooFewAnswers;

/**
 * The index of a group. Its variance is linearised, u_i = ω_i Σ_j w_j √f_j (x_ij − x̄_j) / Σω over those who answered j, V = Σu²,
 * with f_j = n_j/(n_j − 1) for each item by itself, n_j its answers, with case weights its effective ones: an item that few answered
 * is known badly, however many answered the others. The interval is Student's, so that an index of one item is its mean.
 * @param moments of the group, from `indexMoments`
 * @param weights one an item, not negative, not all 0; they are divided by their sum
 * @param weighting whether the moments have case weights
 * @returns too-few-answers where an item that counts has fewer than two answers, effective ones with case weights
 * @throws RangeError if weights do not fit the items or confidence is outside (0, 1)
 * Source: linearisation as in Särndal, Swensson & Wretman 1992, ch. 5. Golden values: golden/example/expected/synth_public_csi.json
 */
export function weightedIndex(
  moments: IndexMoments,
  weights: readonly number[],
  weighting: Weighting,
  confidence: number,
): IndexEstimate {
  requireConfidence(confidence);
  requireWeights(weights, moments);
  const { n, itemN } = moments;
  const counted = weights.flatMap((weight, j) => (weight > 0 ? [j] : []));
  const effective = effectiveItemN(moments);
  const thinnest = counted.reduce((least, j) => (effective[j] < effective[least] ? j : least));
  if (isTooFewForVariance(effective[thinnest])) return tooFewAnswers(itemN[thinnest], answersForVariance);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const itemMeans = weights.map((_, j) =>
    itemN[j] > 0 ? moments.centres[j] + moments.itemSum[j] / moments.itemWeight[j] : null,
  );
  const value = counted.reduce((sum, j) => sum + (weights[j] / total) * (itemMeans[j] ?? 0), 0);
  const factors = effective.map((n) => n / (n - 1));
  const contributions = varianceByItem(moments, weights, counted, factors);
  const variance = contributions.reduce((sum, each) => sum + each, 0);
  const standardError = Math.sqrt(variance) / total;
  const degreesOfFreedom = leastDegreesOfFreedom(
    contributions,
    counted.map((j) => effective[j]),
  );
  return {
    kind: "estimated",
    value,
    standardError,
    interval: studentInterval(value, standardError, degreesOfFreedom, confidence, "linearised-t"),
    n,
    weightedBase: moments.weight,
    effectiveN: effectiveSampleSize(moments.weight, moments.squaredWeight),
    degreesOfFreedom,
    method: weighting === "none" ? "index/linearised-t" : "index/weighted-linearised-t",
    itemMeans,
    itemN,
  };
}

/** (Σω)²/Σω² over those who answered an item; their number without case weights. Of a rest that is empty rounding is left. */
function effectiveItemN({ itemN, itemWeight, pair }: IndexMoments): readonly number[] {
  const k = itemN.length;
  return Array.from(itemN, (n, j) => (n === 0 ? 0 : Math.min(n, effectiveSampleSize(itemWeight[j], pair[j * k + j]))));
}

/**
 * Each item's part of Σu², written out over the pairs of items that one respondent answered; all 0 where the answers agree.
 * @param weights one an item; the result is in the square of their sum
 * @param counted places of the items whose weight is not 0
 * @param factors of the items' variances, for small samples
 */
export function varianceByItem(
  moments: IndexMoments,
  weights: readonly number[],
  counted: readonly number[],
  factors: readonly number[],
): readonly number[] {
  const k = weights.length;
  const { itemWeight, itemSum, pair, pairX, pairXX } = moments;
  const factor = weights.map((weight, j) => (weight / itemWeight[j]) * Math.sqrt(factors[j]));
  const offset = weights.map((_, j) => itemSum[j] / itemWeight[j]);
  const parts = counted.map((i) => {
    let part = 0;
    for (const j of counted) {
      const about =
        pairXX[i * k + j] -
        offset[j] * pairX[i * k + j] -
        offset[i] * pairX[j * k + i] +
        offset[i] * offset[j] * pair[i * k + j];
      part += factor[i] * factor[j] * about;
    }
    return part;
  });
  // Where everybody agrees the terms cancel to rounding, on either side of 0.
  const scale = counted.reduce((most, i) => Math.max(most, factor[i] ** 2 * pairXX[i * k + i]), 0);
  const sum = parts.reduce((total, part) => total + part, 0);
  return sum > scale * 1e-14 ? parts : parts.map(() => 0);
}

/**
 * A lower bound of Satterthwaite's degrees of freedom that needs no covariances: the standard deviation of a sum of estimated
 * variances is at most the sum of theirs, v_j √(2/ν_j). With ν_j alike it is ν; an item of little weight costs little.
 */
function leastDegreesOfFreedom(contributions: readonly number[], effective: readonly number[]): number {
  const parts = contributions.map((part) => Math.max(0, part));
  const sum = parts.reduce((total, part) => total + part, 0);
  const degrees = effective.map((n) => n - 1);
  if (sum === 0) return Math.min(...degrees);
  return 1 / parts.reduce((total, part, j) => total + part / sum / Math.sqrt(degrees[j]), 0) ** 2;
}

function requireWeights(weights: readonly number[], { itemN }: IndexMoments): void {
  if (weights.length !== itemN.length) throw new RangeError("one weight for each item is needed");
  if (!weights.every((weight) => weight >= 0 && Number.isFinite(weight)) || !weights.some((weight) => weight > 0)) {
    throw new RangeError("index weights must not be negative, and not all 0");
  }
}
