/**
 * Least squares with what a report asks of it: t intervals, F, information criteria, Durbin and Watson, and errors that hold where the
 * residuals of some respondents spread more than those of others (HC3), as ratings near the end of a scale make them.
 */
import { fitLinear } from "../design-variance/design-fit.ts";
import { fUpper } from "../distribution/f.ts";
import { requireConfidence } from "../estimate/interval.ts";
import { effectiveSampleSize } from "../scores/effective-sample-size.ts";
import { type HeteroscedasticErrors, heteroscedasticErrors } from "./heteroscedastic-errors.ts";
import { interceptName, type ModelCoefficient, mappedCovariance, studentCoefficients } from "./model-coefficients.ts";
import { type ModelSample, modelSample, type NoModel } from "./model-sample.ts";
import type { Term } from "./terms.ts";

export interface LinearModel {
  readonly kind: "estimated";
  /** The intercept first; tested by t on n − coefficients degrees of freedom. */
  readonly coefficients: readonly ModelCoefficient[];
  /** The same with HC3 errors. */
  readonly robust: HeteroscedasticErrors;
  readonly rSquared: number;
  readonly adjustedRSquared: number;
  readonly residualStandardError: number;
  readonly fTest: {
    readonly statistic: number;
    readonly numerator: number;
    readonly denominator: number;
    readonly pValue: number;
  };
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  /** About 2 where neighbouring rows are not correlated; means something only where rows stand in an order, as over time. */
  readonly durbinWatson: number;
  readonly degreesOfFreedom: number;
  readonly n: number;
  readonly weightedBase: number;
  readonly effectiveN: number;
  readonly method: "least-squares/t";
}

/** The predictors reproduce every answer, or all answers are equal: no error can be estimated. */
export interface ExactFit {
  readonly kind: "exact-fit" | "no-variation";
  readonly n: number;
}

/**
 * @param outcome NaN = no answer
 * @param precisions weights proportional to 1/variance of each row, or null. For weights of a survey take `designLinearRegression`:
 *   the coefficients are the same, the errors are not
 * @throws RangeError if there is no predictor, lengths differ, a value is infinite, a weight is negative, or confidence is outside (0, 1)
 * Source: R's `lm`, `AIC`, `car::durbinWatsonTest`. Golden values: golden/second/expected/survey_regression.json (ols)
 */
export function linearModel(
  outcome: Float64Array,
  terms: readonly Term[],
  precisions: Float64Array | null,
  confidence: number,
): LinearModel | ExactFit | NoModel {
  requireConfidence(confidence);
  const sample = modelSample(outcome, terms, precisions, 2);
  if (sample.kind !== "sample") return sample;
  const { rows, weight } = sample.standardised;
  const n = rows.length;
  const fit = fitLinear(sample.weights, outcome, sample.standardised);
  if (fit.kind !== "fitted") return fit;
  const weights = Float64Array.from(rows, (row) => sample.weights[row]);
  const total = squaresAboutMean(outcome, sample);
  if (total === 0) return { kind: "no-variation", n };
  const unexplained = fit.residuals.reduce((sum, residual, k) => sum + weights[k] * residual * residual, 0);
  if (unexplained === 0) return { kind: "exact-fit", n };
  const { toOwnUnits } = sample.standardised;
  const values = toOwnUnits(fit.coefficients);
  const names = [interceptName, ...sample.columns];
  const numerator = sample.columns.length;
  const degreesOfFreedom = n - numerator - 1;
  const variance = unexplained / degreesOfFreedom;
  const covariance = mappedCovariance(fit.inverse, toOwnUnits);
  covariance.values.forEach((value, cell) => {
    covariance.values[cell] = value * variance;
  });
  const rSquared = Math.max(0, 1 - unexplained / total);
  const statistic = Math.max(0, total - unexplained) / numerator / variance;
  const squaredWeight = weights.reduce((sum, each) => sum + each * each, 0);
  return {
    kind: "estimated",
    coefficients: studentCoefficients(names, values, covariance, degreesOfFreedom, confidence, "t"),
    robust: heteroscedasticErrors({ names, values, fit, sample, weights, degreesOfFreedom, confidence }),
    rSquared,
    adjustedRSquared: 1 - ((1 - rSquared) * (n - 1)) / degreesOfFreedom,
    residualStandardError: Math.sqrt(variance),
    fTest: {
      statistic,
      numerator,
      denominator: degreesOfFreedom,
      pValue: fUpper(statistic, numerator, degreesOfFreedom),
    },
    ...likelihoodOf(weights, unexplained, numerator + 2),
    durbinWatson: durbinWatson(fit.residuals, weights),
    degreesOfFreedom,
    n,
    weightedBase: weight,
    effectiveN: effectiveSampleSize(weight, squaredWeight),
    method: "least-squares/t",
  };
}

/** Normal likelihood at the estimate of maximum likelihood; R's `logLik` counts σ among the parameters, and so do we. */
function likelihoodOf(weights: Float64Array, unexplained: number, parameters: number) {
  const n = weights.length;
  const logWeights = weights.reduce((sum, weight) => sum + Math.log(weight), 0);
  const logLikelihood = (logWeights - n * (Math.log(2 * Math.PI) + 1 - Math.log(n) + Math.log(unexplained))) / 2;
  return {
    logLikelihood,
    aic: 2 * parameters - 2 * logLikelihood,
    bic: Math.log(n) * parameters - 2 * logLikelihood,
  };
}

/** Σ w (y − ȳ)²; 0 where what is left is rounding. */
function squaresAboutMean(outcome: Float64Array, { standardised, weights }: ModelSample): number {
  const { rows, weight } = standardised;
  const centre = outcome[rows[0]];
  const mean = rows.reduce((sum, row) => sum + weights[row] * (outcome[row] - centre), 0) / weight;
  const squares = rows.reduce((sum, row) => sum + weights[row] * (outcome[row] - centre - mean) ** 2, 0);
  return squares > (1e-13 * centre) ** 2 * weight ? squares : 0;
}

/** Σ (e_t − e_{t−1})² / Σ e², of residuals times the root of their weight. */
function durbinWatson(residuals: Float64Array, weights: Float64Array): number {
  const scaled = residuals.map((residual, k) => residual * Math.sqrt(weights[k]));
  const [squares, steps] = scaled.reduce(
    ([sum, moved], residual, k) => [sum + residual ** 2, moved + (k === 0 ? 0 : (residual - scaled[k - 1]) ** 2)],
    [0, 0],
  );
  return steps / squares;
}
