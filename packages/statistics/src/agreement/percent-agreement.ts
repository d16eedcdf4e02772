import type { Estimate } from "../estimate/estimate.ts";
import { requireConfidence } from "../estimate/interval.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { meanEstimate } from "../scores/mean.ts";
import { shareEstimateFromSums } from "../scores/share.ts";
import { sumsOfColumn } from "../tally/sums.ts";
import { pairAgreement, ratedThings } from "./rating-counts.ts";

/**
 * Share of pairs of ratings of one thing that are the same, averaged over the things: what κ starts from, and what people ask for. It
 * says nothing of chance: where nine in ten get the same category anyway, 0.8 is less than guessing would give.
 * @param counts things × categories: how many raters chose it; numbers of ratings may differ, things with fewer than two are left out
 * @param weights one for each thing, or null
 * @returns Wilson's interval where each thing has two ratings, else that of a mean, kept within 0 … 1
 * @throws RangeError below two categories, if a count is no whole number, or confidence is outside (0, 1)
 */
export function percentAgreement(counts: Matrix, weights: Float64Array | null, confidence: number): Estimate {
  requireConfidence(confidence);
  const things = ratedThings(counts, weights, 2);
  const agreement = pairAgreement(things);
  const sums = sumsOfColumn(agreement, things.isWeighted ? things.weights : null, agreement.length);
  if (things.ratings.every((ratings) => ratings === 2)) return shareEstimateFromSums(sums, confidence);
  const mean = meanEstimate(sums, confidence);
  if (mean.kind !== "estimated") return mean;
  const { lower, upper } = mean.interval;
  return { ...mean, interval: { ...mean.interval, lower: Math.max(0, lower), upper: Math.min(1, upper) } };
}
