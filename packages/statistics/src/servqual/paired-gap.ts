import { studentTwoSided } from "../distribution/student-t.ts";
import type { Estimated, TooFewAnswers } from "../estimate/estimate.ts";
import { meanEstimate } from "../scores/mean.ts";
import { standardDeviation } from "../scores/standard-deviation.ts";
import { sumsOfColumn } from "../tally/sums.ts";

export interface PairedGap extends Estimated {
  /** Of the respondents' gaps. */
  readonly standardDeviation: number;
  /** t of no gap. */
  readonly statistic: number;
  /** n − 1; with case weights the effective n less 1. */
  readonly degreesOfFreedom: number;
  /** Two-sided. */
  readonly pValue: number;
}

/** Everybody has the same gap: it is what it is, and nothing says how sure it is. */
export interface EqualGaps {
  readonly kind: "no-variation";
  readonly value: number;
  readonly n: number;
}

export type GapEstimate = PairedGap | EqualGaps | TooFewAnswers;

/**
 * Mean of differences within respondents and its paired test: Student's t; with case weights linearised, on the effective n less 1
 * degrees of freedom, as `meanEstimate`.
 * @param gaps one a row; NaN = no answer on either side
 * @param designN rows of the whole sample
 * @returns too-few-answers below two, with weights below two effective ones; no-variation where all gaps are equal
 * @throws RangeError if weights do not fit or confidence is outside (0, 1)
 * Source: R's `t.test(paired = TRUE)`. Golden values: golden/second/expected/survey_servqual.json (items)
 */
export function pairedGap(
  gaps: Float64Array,
  caseWeights: Float64Array | null,
  designN: number,
  confidence: number,
): GapEstimate {
  const sums = sumsOfColumn(gaps, caseWeights, designN);
  const mean = meanEstimate(sums, confidence);
  if (mean.kind !== "estimated") return mean;
  const deviation = standardDeviation(sums);
  // A spread of rounding alone is none.
  const isConstant = deviation.kind !== "estimated" || deviation.value <= 1e-12 * Math.abs(mean.value);
  if (isConstant || !(mean.standardError > 0)) return { kind: "no-variation", value: mean.value, n: mean.n };
  const statistic = mean.value / mean.standardError;
  const degreesOfFreedom = mean.effectiveN - 1;
  return {
    ...mean,
    standardDeviation: deviation.value,
    statistic,
    degreesOfFreedom,
    pValue: studentTwoSided(statistic, degreesOfFreedom),
    method: caseWeights === null ? "gap/paired-t" : "gap/linearised-t",
  };
}
