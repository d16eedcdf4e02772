import type { Estimated, TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence } from "../estimate/interval.ts";
import { meanEstimate } from "../scores/mean.ts";
import { roundingOf, sumsOfColumn } from "../tally/sums.ts";

/** Nobody expects anything: there is nothing to divide by. */
export interface NoExpectation {
  readonly kind: "no-expectation";
  readonly n: number;
}

export type RatioIndex = Estimated | NoExpectation | TooFewAnswers;

/**
 * Satisfaction in per cent of expectation: 100 · mean satisfaction ÷ mean expectation, over those who answered both. 100 means that
 * expectations are met; a fall can come from either side, so both means belong beside it. Its standard error is linearised, with
 * influence (s − R e) ÷ mean expectation; the ratio of means, since the mean of single ratios follows the few who expect little.
 * @param satisfaction 0–100 by the range conversion, one a row; NaN = no answer
 * @param expectation the same scale and rows
 * @param caseWeights one a row, or null
 * @param designN rows of the whole sample
 * @returns too-few-answers below two who answered both, with weights below two effective ones; no-expectation where all of those expect 0
 * @throws RangeError if lengths differ, a value is negative, weights do not fit, or confidence is outside (0, 1)
 * Source: Cochran 1977, ch. 6
 */
export function ratioIndex(
  satisfaction: Float64Array,
  expectation: Float64Array,
  caseWeights: Float64Array | null,
  designN: number,
  confidence: number,
): RatioIndex {
  requireConfidence(confidence);
  if (satisfaction.length !== expectation.length) throw new RangeError("both sides need one value a row");
  if ([...satisfaction, ...expectation].some((value) => value < 0)) throw new RangeError("an index cannot be negative");
  const isPair = satisfaction.map((value, row) => (Number.isNaN(value + expectation[row]) ? 0 : 1));
  const paired = (column: Float64Array) => column.map((value, row) => (isPair[row] ? value : Number.NaN));
  const [upper, lower] = [satisfaction, expectation].map((column) =>
    sumsOfColumn(paired(column), caseWeights, designN),
  );
  if (upper.n < 2) return tooFewAnswers(upper.n, 2);
  const [met, expected] = [upper, lower].map((sums) => sums.centre + sums.x / sums.weight);
  if (!(expected > 0)) return { kind: "no-expectation", n: upper.n };
  const value = (100 * met) / expected;
  const single = paired(satisfaction).map((own) => (100 * own) / expected);
  const influence = single.map((own, row) => value + own - (value * expectation[row]) / expected);
  const sums = sumsOfColumn(influence, caseWeights, designN, roundingOf([single]));
  const estimate = meanEstimate(sums, confidence);
  return estimate.kind === "estimated" ? { ...estimate, value, method: "ratio/linearised" } : estimate;
}
