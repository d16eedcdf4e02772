import type { Estimated, TooFewAnswers } from "../estimate/estimate.ts";
import { meanEstimate } from "../scores/mean.ts";
import { sumsOfColumn } from "../tally/sums.ts";

export interface NeutralValueRule {
  readonly kind: "biased";
  /** Mean of the answers that were given: the one to report. */
  readonly correct: Estimated;
  /** What the rule would make of it; drawn towards the neutral value by the share of missing answers. */
  readonly withNeutralValue: number;
  /** withNeutralValue − correct.value */
  readonly bias: number;
  /** Weighted share of missing answers, 0–1. */
  readonly missingShare: number;
}

/**
 * The rule by which some questionnaires count a missing answer as the middle of the scale, beside the correct mean. It invents answers:
 * the mean moves towards the middle, and groups that skip more look more alike. For comparison with old reports only; no interval is
 * given to it, because its answers are not data.
 * @param ratings NaN = no answer
 * @param neutral the value counted for a missing answer, for example 3 on 1–5
 * @param weights one for each row, or null
 * @returns too-few-answers below two answers
 * @throws RangeError if the neutral value is not finite, lengths differ, a weight is negative, or confidence is outside (0, 1)
 * Source: the bias is the missing share times (neutral − mean). Golden values: golden/second/expected/survey_missing.json
 */
export function neutralValueRule(
  ratings: Float64Array,
  neutral: number,
  weights: Float64Array | null,
  confidence: number,
): NeutralValueRule | TooFewAnswers {
  if (!Number.isFinite(neutral)) throw new RangeError(`a neutral value cannot be ${neutral}`);
  const correct = meanEstimate(sumsOfColumn(ratings, weights, ratings.length), confidence);
  if (correct.kind !== "estimated") return correct;
  let all = 0;
  let missing = 0;
  ratings.forEach((rating, row) => {
    const weight = weights === null ? 1 : weights[row];
    all += weight;
    if (Number.isNaN(rating)) missing += weight;
  });
  const missingShare = missing / all;
  const bias = missingShare * (neutral - correct.value);
  return { kind: "biased", correct, withNeutralValue: correct.value + bias, bias, missingShare };
}
