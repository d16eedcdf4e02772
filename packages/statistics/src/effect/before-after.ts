/**
 * Before and after a measure, after minus before. Without others who had no measure a change is not an effect of it: season, prices
 * and who answers change too. `differenceInDifferences` compares with such others, `interruptedSeries` with the own past.
 */
import type { Difference, NoVariation } from "../comparison/difference.ts";
import { differenceOfMeans, differenceOfNps, differenceOfShares } from "../comparison/difference.ts";
import type { TooFewAnswers } from "../estimate/estimate.ts";
import { type PairedDifference, pairedTTest } from "../groups/paired-t-test.ts";
import type { RatingTally } from "../tally/rating-tally.ts";
import type { Sums } from "../tally/sums.ts";
import {
  type ChangeQuestion,
  changeVerdict,
  type JudgedChange,
  requireQuestion,
  type Verdict,
} from "./change-verdict.ts";

export type BeforeAfter = JudgedChange | NoVariation | TooFewAnswers;

/**
 * Two samples of different people, means: Welch's t, or linearised with weights.
 * @returns the variants of `differenceOfMeans`
 * @throws RangeError if relevantChange is negative or confidence outside (0, 1)
 * Golden values: golden/second/expected/survey_effect.json
 */
export function changeOfMeans(before: Sums, after: Sums, question: ChangeQuestion): BeforeAfter {
  return judged(differenceOfMeans(after, before, question.confidence), question);
}

/** Two samples of different people, shares of answers that count; relevantChange is a share, 0–1. Otherwise as `changeOfMeans`. */
export function changeOfShares(
  before: RatingTally,
  after: RatingTally,
  counted: (value: number) => boolean,
  question: ChangeQuestion,
): BeforeAfter {
  return judged(differenceOfShares(after, before, counted, question.confidence), question);
}

/** Two samples of different people, Net Promoter Score in points. Otherwise as `changeOfMeans`. */
export function changeOfNps(before: RatingTally, after: RatingTally, question: ChangeQuestion): BeforeAfter {
  return judged(differenceOfNps(after, before, question.confidence), question);
}

/**
 * The same people twice. Only those who answered both times count; say how many did not.
 * @param before and `after`: one row a person; NaN = no answer. NPS by its marks −100 / 0 / 100, a share by 0 / 1
 * @returns the variants of `pairedTTest`
 * @throws RangeError as `pairedTTest`, or if relevantChange is negative
 * Golden values: golden/second/expected/survey_effect.json
 */
export function changeOfPairs(
  before: Float64Array,
  after: Float64Array,
  weights: Float64Array | null,
  question: ChangeQuestion,
  designN: number = before.length,
): (PairedDifference & { readonly verdict: Verdict }) | NoVariation | TooFewAnswers {
  requireQuestion(question);
  const change = pairedTTest(after, before, weights, question.confidence, designN);
  if (change.kind !== "estimated") return change;
  return { ...change, verdict: changeVerdict(change.interval, question) };
}

function judged(difference: Difference, question: ChangeQuestion): BeforeAfter {
  requireQuestion(question);
  if (difference.kind !== "estimated") return difference;
  return { ...difference, verdict: changeVerdict(difference.interval, question) };
}
