/**
 * Before and after a measure, after minus before. Without others who had no measure a change is not an effect of it: season, prices
 * and who answers change too. `differenceInDifferences` compares with such others, `interruptedSeries` with the own past.
 */
import type { Difference, NoVariation, Side } from "../comparison/difference.ts";
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

/** A change with the answers behind it. */
export interface ChangeOfSamples extends JudgedChange {
  readonly before: Side;
  readonly after: Side;
}

export type BeforeAfter = ChangeOfSamples | NoVariation | TooFewAnswers;

/**
 * Two samples of different people, means: Welch's t, with weights linearised and at the effective n.
 * @returns the variants of `differenceOfMeans`; no-variation where all answers before are equal and all after
 * @throws RangeError if relevantChange is negative or confidence outside (0, 1)
 * Golden values: golden/second/expected/survey_effect.json
 */
export function changeOfMeans(before: Sums, after: Sums, question: ChangeQuestion): BeforeAfter {
  return judged(differenceOfMeans(after, before, question.confidence), question);
}

/**
 * Two samples of different people, shares of answers that count; relevantChange is a share, 0–1. Newcombe's interval, with weights at
 * the effective n: a share that rises from 0 to 1 is a change with an interval, too.
 * @returns no-variation only where all count both times, or none does. Otherwise as `changeOfMeans`
 */
export function changeOfShares(
  before: RatingTally,
  after: RatingTally,
  counted: (value: number) => boolean,
  question: ChangeQuestion,
): BeforeAfter {
  return judged(differenceOfShares(after, before, counted, question.confidence), question);
}

/**
 * Two samples of different people, Net Promoter Score in points, by the adjusted Wald form. The plain z of older reports is
 * `waldDifferenceOfNps`.
 * @returns no-variation only where all answers of both times have one mark. Otherwise as `changeOfMeans`
 */
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
  const { first: after, second: before, ...change } = difference;
  return { ...change, before, after, verdict: changeVerdict(change.interval, question) };
}
