import type { EstimatedDifference, NoVariation } from "../comparison/difference.ts";
import { studentTwoSided } from "../distribution/student-t.ts";
import type { TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence, studentInterval } from "../estimate/interval.ts";
import { meanWithVariance } from "../scores/mean-variance.ts";
import { sumsOfColumn } from "../tally/sums.ts";

export interface PairedDifference extends EstimatedDifference {
  /** Pairs with both answers. */
  readonly n: number;
  readonly weightedBase: number;
  readonly effectiveN: number;
  /** The mean difference in standard deviations of the differences (Cohen's d_z); null with weights. */
  readonly standardised: number | null;
}

/**
 * Two answers of the same people, first minus second: mean of the differences with Student's t on pairs − 1; with weights the
 * linearised standard error, and t on the weighted pairs − 1.
 * @param first and `second`: one column each, the same rows; NaN = no answer; a row counts where it has both
 * @param weights one a row, or null
 * @param designN rows of the whole sample, with weights
 * @returns too-few-answers below two pairs; no-variation where all differences are equal
 * @throws RangeError if lengths differ, a weight is negative or confidence is outside (0, 1)
 * Source: Student 1908; R's `t.test(paired = TRUE)`; weighted `survey::svyttest(d ~ 0)`.
 * Golden values: golden/second/expected/survey_groups.json
 */
export function pairedTTest(
  first: Float64Array,
  second: Float64Array,
  weights: Float64Array | null,
  confidence: number,
  designN: number = first.length,
): PairedDifference | NoVariation | TooFewAnswers {
  requireConfidence(confidence);
  if (first.length !== second.length) throw new RangeError("pairs need columns of one length");
  const sums = sumsOfColumn(
    first.map((value, row) => value - second[row]),
    weights,
    designN,
  );
  const found = meanWithVariance(sums);
  if (found === null) return tooFewAnswers(sums.n, 2);
  const { mean: value, variance, n, weightedBase, effectiveN } = found;
  if (!(variance > 0)) return { kind: "no-variation", value };
  const standardError = Math.sqrt(variance);
  const statistic = value / standardError;
  const degreesOfFreedom = n - 1;
  const isWeighted = weights !== null;
  return {
    kind: "estimated",
    value,
    standardError,
    interval: studentInterval(value, standardError, degreesOfFreedom, confidence, isWeighted ? "linearised-t" : "t"),
    statistic,
    degreesOfFreedom,
    pValue: studentTwoSided(statistic, degreesOfFreedom),
    n,
    weightedBase,
    effectiveN,
    standardised: isWeighted ? null : statistic / Math.sqrt(n),
    method: isWeighted ? "paired-means/linearised-t" : "paired-means/t",
  };
}
