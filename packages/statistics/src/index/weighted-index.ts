/**
 * A satisfaction index: Σ w_j · (mean of item j), over those who answered item j, on 0–100. The weights are taken as
 * given: where they were estimated from the same answers, the interval does not include their own uncertainty.
 */
import type { Estimated, TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { normalInterval, requireConfidence, studentInterval } from "../estimate/interval.ts";
import { effectiveSampleSize } from "../scores/effective-sample-size.ts";
import type { Weighting } from "../tally/rating-tally.ts";
import type { IndexMoments } from "./index-moments.ts";

export interface EstimatedIndex extends Estimated {
  /** Mean of each item in the group, 0–100; null for an item of weight 0 without answers. */
  readonly itemMeans: readonly (number | null)[];
  /** Answers to each item in the group. */
  readonly itemN: Float64Array;
}

export type IndexEstimate = EstimatedIndex | TooFewAnswers;

/** The sample that moments come from: it decides the variance's factor and the interval. */
export interface IndexDesign {
  readonly weighting: Weighting;
  /** Rows of the whole sample; see RatingTally. */
  readonly designN: number;
}

/**
 * The index of a group. Its variance is linearised: u_i = ω_i Σ_j w_j (x_ij − x̄_j) / Σω over those who answered j, and
 * V = n/(n − 1) · Σu². Without case weights n is the group's own and the interval Student's, so that an index of one item is
 * its mean; with them n is the sample's and the interval normal, as for every weighted mean here.
 * @param moments of the group, from `indexMoments`
 * @param weights one an item, not negative, not all 0; they are divided by their sum
 * @returns too-few-answers below two respondents, or where nobody answered an item that counts
 * @throws RangeError if weights do not fit the items or confidence is outside (0, 1)
 * Source: linearisation as in Särndal, Swensson & Wretman 1992, ch. 5. Golden values: golden/example/expected/synth_public_csi.json
 */
export function weightedIndex(
  moments: IndexMoments,
  weights: readonly number[],
  { weighting, designN }: IndexDesign,
  confidence: number,
): IndexEstimate {
  requireConfidence(confidence);
  requireWeights(weights, moments);
  const { n, itemN } = moments;
  const counted = weights.flatMap((weight, j) => (weight > 0 ? [j] : []));
  const isEmpty = counted.some((j) => itemN[j] === 0);
  if (isEmpty || n < 2) return tooFewAnswers(isEmpty ? 0 : n, 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const itemMeans = weights.map((_, j) =>
    itemN[j] > 0 ? moments.centres[j] + moments.itemSum[j] / moments.itemWeight[j] : null,
  );
  const value = counted.reduce((sum, j) => sum + (weights[j] / total) * (itemMeans[j] ?? 0), 0);
  const size = weighting === "none" ? n : designN;
  const standardError = Math.sqrt((size / (size - 1)) * sumOfSquaredInfluences(moments, weights, counted)) / total;
  const interval =
    weighting === "none"
      ? studentInterval(value, standardError, n - 1, confidence, "linearised-t")
      : normalInterval(value, standardError, confidence, "linearised");
  const effectiveN = effectiveSampleSize(moments.weight, moments.squaredWeight);
  const method = weighting === "none" ? "index/linearised-t" : "index/linearised";
  const base = {
    kind: "estimated",
    value,
    standardError,
    interval,
    n,
    weightedBase: moments.weight,
    effectiveN,
  } as const;
  return { ...base, method, itemMeans, itemN };
}

/** Σu² written out over the pairs of items that one respondent answered. */
function sumOfSquaredInfluences(moments: IndexMoments, weights: readonly number[], counted: readonly number[]): number {
  const k = weights.length;
  const { itemWeight, itemSum, pair, pairX, pairXX } = moments;
  const factor = weights.map((weight, j) => weight / itemWeight[j]);
  const offset = weights.map((_, j) => itemSum[j] / itemWeight[j]);
  let sum = 0;
  for (const i of counted) {
    for (const j of counted) {
      const about =
        pairXX[i * k + j] -
        offset[j] * pairX[i * k + j] -
        offset[i] * pairX[j * k + i] +
        offset[i] * offset[j] * pair[i * k + j];
      sum += factor[i] * factor[j] * about;
    }
  }
  // Where everybody agrees the terms cancel to rounding, on either side of 0.
  const scale = counted.reduce((most, i) => Math.max(most, factor[i] ** 2 * pairXX[i * k + i]), 0);
  return sum > scale * 1e-14 ? sum : 0;
}

function requireWeights(weights: readonly number[], { itemN }: IndexMoments): void {
  if (weights.length !== itemN.length) throw new RangeError("one weight for each item is needed");
  if (!weights.every((weight) => weight >= 0 && Number.isFinite(weight)) || !weights.some((weight) => weight > 0)) {
    throw new RangeError("index weights must not be negative, and not all 0");
  }
}
