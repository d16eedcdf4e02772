import type { Estimate } from "../estimate/estimate.ts";
import { meanEstimate } from "../scores/mean.ts";
import { sumsOfColumn } from "../tally/sums.ts";
import { type GapEstimate, pairedGap } from "./paired-gap.ts";
import { gapColumns, type ServqualAnswers } from "./servqual-answers.ts";

export interface ItemGap {
  /** In scale points, each over those who answered it. */
  readonly perception: Estimate;
  readonly expectation: Estimate;
  /** Perception less expectation, over those who answered both; with answers missing it is not the difference of the two means. */
  readonly gap: GapEstimate;
}

/**
 * Perception, expectation and gap of each item, with the paired test of no gap. Twenty-two tests need a correction
 * (`src/comparison/adjust-p-values.ts`) before one of them is called a finding.
 * @throws RangeError if columns differ in number or length, weights do not fit, or confidence is outside (0, 1)
 * Source: Parasuraman et al. 1988. Golden values: golden/second/expected/survey_servqual.json (items)
 */
export function itemGaps(answers: ServqualAnswers, confidence: number): readonly ItemGap[] {
  const { perceptions, expectations, caseWeights, designN } = answers;
  const gaps = gapColumns(answers);
  const meanOf = (column: Float64Array) => meanEstimate(sumsOfColumn(column, caseWeights, designN), confidence);
  return perceptions.map((perception, item) => ({
    perception: meanOf(perception),
    expectation: meanOf(expectations[item]),
    gap: pairedGap(gaps[item], caseWeights, designN, confidence),
  }));
}
