/**
 * Differences as R and older reports have them, for comparison with those. They hold in large samples only: in small ones they
 * reject too often, and `differenceOfMeans` and `differenceOfNps` are the defaults.
 */
import { tooFewAnswers } from "../estimate/estimate.ts";
import { normalInterval } from "../estimate/interval.ts";
import { linearisedMean } from "../scores/linearised-mean.ts";
import { netPromoterScore } from "../scores/net-promoter-score.ts";
import type { RatingTally } from "../tally/rating-tally.ts";
import type { Sums } from "../tally/sums.ts";
import { type Difference, differenceOfEstimates } from "./difference.ts";

/**
 * Two weighted means by z, with the linearised variance of the whole design on each side.
 * @returns too-few-answers below two answers on a side; no-variation if both sides are constant
 * @throws RangeError unless 0 < confidence < 1
 * Source: `survey::svymean` of each side. Golden values: golden/second/expected/survey_effect.json (change_of_weighted_means)
 */
export function linearisedDifferenceOfMeans(first: Sums, second: Sums, confidence: number): Difference {
  const a = linearisedMean(first, confidence);
  const b = linearisedMean(second, confidence);
  if (a.kind !== "estimated" || b.kind !== "estimated") return tooFewAnswers(Math.min(first.n, second.n), 2);
  const difference = differenceOfEstimates(a, b, confidence);
  if (difference.kind !== "estimated") return difference;
  const { value, standardError } = difference;
  const interval = normalInterval(value, standardError, confidence, "linearised");
  return { ...difference, interval, method: "means/linearised-z" };
}

/**
 * Two Net Promoter Scores by z = (NPS₁ − NPS₂)/√(SE₁² + SE₂²).
 * @returns as `differenceOfNps`; no-variation if both sides are unanimous
 * @throws RangeError as `differenceOfNps`
 * Source: Rocks 2016, arXiv 1601.07235. Golden values: golden/example/expected/synth_public_scores.json (nps_last_vs_previous_wave)
 */
export function waldDifferenceOfNps(first: RatingTally, second: RatingTally, confidence: number): Difference {
  const a = netPromoterScore(first, confidence);
  const b = netPromoterScore(second, confidence);
  if (a.kind === "too-few-answers") return a;
  if (b.kind === "too-few-answers") return b;
  const difference = differenceOfEstimates(a, b, confidence);
  return difference.kind === "estimated" ? { ...difference, method: "nps/z" } : difference;
}
