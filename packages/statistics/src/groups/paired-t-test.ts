import type { EstimatedDifference, NoVariation } from "../comparison/difference.ts";
import { studentTwoSided } from "../distribution/student-t.ts";
import type { TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence, studentInterval } from "../estimate/interval.ts";
import { linearisedVariance } from "../scores/linearised-mean.ts";
import { type MeanWithVariance, meanWithVariance } from "../scores/mean-variance.ts";
import { roundingOf, type Sums, sumsOfColumn } from "../tally/sums.ts";

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
 * linearised standard error of `meanEstimate`, and t on the effective pairs − 1. R's form is `pairedTTestInR`.
 * @param first and `second`: one column each, the same rows; NaN = no answer; a row counts where it has both
 * @param weights one a row, or null
 * @param designN rows of the whole sample, with weights
 * @returns too-few-answers below two pairs, with weights below two effective ones; no-variation where all differences are equal
 * @throws RangeError if lengths differ, a weight is negative or confidence is outside (0, 1)
 * Source: Student 1908; R's `t.test(paired = TRUE)`.
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
  const sums = sumsOfPairs(first, second, weights, designN);
  const found = meanWithVariance(sums);
  return found === null ? tooFewAnswers(sums.n, 2) : testOf(found, weights, confidence);
}

/**
 * The same as R's survey package has it, for comparison with it: the linearised variance of the whole design, and t on pairs − 1.
 * In small weighted samples it rejects too often.
 * Source: `survey::svyttest(d ~ 0)`. Golden values: golden/second/expected/survey_effect.json (change_of_weighted_pairs)
 */
export function pairedTTestInR(
  first: Float64Array,
  second: Float64Array,
  weights: Float64Array,
  confidence: number,
  designN: number = first.length,
): PairedDifference | NoVariation | TooFewAnswers {
  requireConfidence(confidence);
  const sums = sumsOfPairs(first, second, weights, designN);
  const found = meanWithVariance(sums);
  if (found === null) return tooFewAnswers(sums.n, 2);
  const asInR = { variance: linearisedVariance(sums), degreesOfFreedom: sums.n - 1 };
  return testOf({ ...found, ...asInR }, weights, confidence);
}

function sumsOfPairs(first: Float64Array, second: Float64Array, weights: Float64Array | null, designN: number): Sums {
  if (first.length !== second.length) throw new RangeError("pairs need columns of one length");
  const differences = first.map((value, row) => value - second[row]);
  return sumsOfColumn(differences, weights, designN, roundingOf([first, second]));
}

function testOf(
  { mean: value, variance, n, weightedBase, effectiveN, degreesOfFreedom }: MeanWithVariance,
  weights: Float64Array | null,
  confidence: number,
): PairedDifference | NoVariation {
  if (!(variance > 0)) return { kind: "no-variation", value };
  const standardError = Math.sqrt(variance);
  const statistic = value / standardError;
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
