import { studentTwoSided } from "../distribution/student-t.ts";
import { designBasedErrors } from "../drivers/design-based-errors.ts";
import { linearRegression } from "../drivers/linear-regression.ts";
import type { Interval, TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence, studentInterval } from "../estimate/interval.ts";
import { completeRows, momentsOf } from "../moments/moments.ts";
import { effectiveSampleSize } from "../scores/effective-sample-size.ts";

export interface TrendCoefficient {
  readonly value: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly statistic: number;
  readonly pValue: number;
}

export interface LinearTrend {
  readonly kind: "estimated";
  /** Change a unit of time. */
  readonly slope: TrendCoefficient;
  /** Level at time 0; null with weights, where its error is not computed. */
  readonly intercept: TrendCoefficient | null;
  readonly rSquared: number;
  readonly degreesOfFreedom: number;
  readonly n: number;
  readonly weightedBase: number;
  readonly effectiveN: number;
  readonly method: "linear-trend/t" | "linear-trend/linearised-t";
}

/** All answers are from one time, or all are equal, or they lie on a line: there is no trend to be sure of. */
export interface NoTrend {
  readonly kind: "no-variation";
}

/**
 * Straight line through answers over time, by least squares: one row a respondent.
 * @param times of the answers, in any unit and at any distances
 * @param values NaN = no answer
 * @param weights one a row, or null; with weights the errors are linearised, as `survey::svyglm` has them
 * @param designN rows of the whole sample, with weights
 * @returns too-few-answers below three; no-variation
 * @throws RangeError if lengths differ, a weight is negative or confidence is outside (0, 1)
 * Source: R's `lm(y ~ time)`, `confint`. Golden values: golden/second/expected/survey_trend_spc.json
 */
export function linearTrend(
  times: Float64Array,
  values: Float64Array,
  weights: Float64Array | null,
  confidence: number,
  designN: number = values.length,
): LinearTrend | NoTrend | TooFewAnswers {
  requireConfidence(confidence);
  const columns = [times, values];
  const moments = momentsOf({ variables: ["time", "value"], columns }, weights);
  const regression = linearRegression(moments, 1);
  if (regression.kind === "too-few-answers") return tooFewAnswers(moments.n, 3);
  if (regression.kind === "singular") return { kind: "no-variation" };
  const { degreesOfFreedom, rSquared, intercept } = regression;
  const [slope] = regression.coefficients;
  const coefficient = (value: number, standardError: number): TrendCoefficient => ({
    value,
    standardError,
    interval: studentInterval(value, standardError, degreesOfFreedom, confidence, weights ? "linearised-t" : "t"),
    statistic: value / standardError,
    pValue: studentTwoSided(value / standardError, degreesOfFreedom),
  });
  const standardError = weights === null ? slope.standardError : errorOfSlope(columns, weights, designN);
  if (standardError === null || !(standardError > 0)) return { kind: "no-variation" };
  return {
    kind: "estimated",
    slope: coefficient(slope.value, standardError),
    intercept: weights === null ? coefficient(intercept.value, intercept.standardError) : null,
    rSquared,
    degreesOfFreedom,
    n: moments.n,
    weightedBase: moments.weight,
    effectiveN: effectiveSampleSize(moments.weight, moments.squaredWeight),
    method: weights === null ? "linear-trend/t" : "linear-trend/linearised-t",
  };
}

/** Linearised standard error of the slope; null where it cannot be told. */
function errorOfSlope(columns: readonly Float64Array[], weights: Float64Array, designN: number): number | null {
  const rows = completeRows(columns, weights, weights.length);
  const pick = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]);
  const variables = ["time", "value"];
  const sample = { variables, columns: columns.map(pick), caseWeights: pick(weights), target: 1 };
  const moments = momentsOf(sample, sample.caseWeights);
  const regression = linearRegression(moments, 1);
  if (regression.kind !== "estimated") return null;
  const errors = designBasedErrors(sample, moments, regression, designN);
  return errors.kind === "estimated" ? errors.standardErrors[0] : null;
}
