import type { Estimate } from "../estimate/estimate.ts";
import { meanEstimate } from "../scores/mean.ts";
import { sumsOfColumn } from "../tally/sums.ts";
import { type GapEstimate, pairedGap } from "./paired-gap.ts";
import {
  columnOf,
  dimensionMeans,
  gapColumns,
  type ServqualAnswers,
  type ServqualDimension,
} from "./servqual-answers.ts";

/** A dimension's place in the profile. */
export interface DimensionGap {
  readonly dimension: string;
  /** Mean of the respondents' gaps, with the paired test of no gap. */
  readonly gap: GapEstimate;
  /** Mean perception alone: SERVPERF's score of the dimension. */
  readonly performance: Estimate;
}

/**
 * Gap and performance of each dimension; a respondent's score is the mean of the items answered.
 * @param leastShare of a dimension's items, 0–1, that a respondent must have answered; 0.5 is usual
 * @throws RangeError if columns, weights or dimensions do not fit, or confidence is outside (0, 1)
 * Source: Parasuraman et al. 1988; Cronin & Taylor 1992. Golden values: golden/second/expected/survey_servqual.json (dimensions)
 */
export function dimensionGaps(
  answers: ServqualAnswers,
  dimensions: readonly ServqualDimension[],
  leastShare: number,
  confidence: number,
): readonly DimensionGap[] {
  const { caseWeights, designN, perceptions } = answers;
  const gaps = dimensionMeans(gapColumns(answers), dimensions, leastShare);
  const performance = dimensionMeans(perceptions, dimensions, leastShare);
  return dimensions.map(({ name }, place) => ({
    dimension: name,
    gap: pairedGap(columnOf(gaps, place), caseWeights, designN, confidence),
    performance: meanEstimate(sumsOfColumn(columnOf(performance, place), caseWeights, designN), confidence),
  }));
}
