/**
 * Regression of a rating on predictors without taking its steps for equal: P(Y ≤ j) = F(θ_j − x′β). A positive coefficient moves
 * answers up. In the logit form exp(β) multiplies the odds of a higher answer at each step of the scale alike (proportional odds);
 * whether that holds is tested by `proportionalOddsTest`.
 */
import type { ConstantOutcome, SeparatedOutcome } from "../design-variance/regression-problem.ts";
import { requireConfidence } from "../estimate/interval.ts";
import type { ConcaveMaximum } from "./concave-maximum.ts";
import { fitCumulative } from "./cumulative-fit.ts";
import { type CumulativeLink, logitLink, probitLink } from "./cumulative-link.ts";
import { likelihoodRatioTest, type ModelTest } from "./likelihood-ratio.ts";
import { type ModelCoefficient, mappedCovariance, normalCoefficients } from "./model-coefficients.ts";
import { modelSample, type NoModel, requireFrequencies } from "./model-sample.ts";
import { type OddsRatio, oddsRatiosOf } from "./odds-ratio.ts";
import { inOwnUnits, noOrdinalMaximum, type OrdinalSample, ordinalSample, thresholdNames } from "./ordinal-sample.ts";
import type { Term } from "./terms.ts";

export interface OrdinalModel {
  readonly kind: "estimated";
  /** θ between each level and the next, named "1|2". */
  readonly thresholds: readonly ModelCoefficient[];
  readonly coefficients: readonly ModelCoefficient[];
  /** Of a higher answer; none for the probit. */
  readonly oddsRatios: readonly OddsRatio[];
  /** Answers that occur, ascending, with the people who gave them. */
  readonly levels: readonly number[];
  readonly answered: Float64Array;
  readonly logLikelihood: number;
  readonly deviance: number;
  readonly aic: number;
  /** All predictors together. */
  readonly modelTest: ModelTest;
  /** 1 − log-likelihood over that without predictors. */
  readonly mcFadden: number;
  /** People; the sum of the frequencies. */
  readonly n: number;
  readonly converged: boolean;
  readonly iterations: number;
  readonly method: "ordinal-logit/maximum-likelihood" | "ordinal-probit/maximum-likelihood";
}

export type OrdinalResult = OrdinalModel | NoModel | SeparatedOutcome | ConstantOutcome;

/**
 * Proportional odds model.
 * @param outcome ratings, any numbers in order; NaN = no answer
 * @param frequencies how many people each row stands for, or null. For weights of a survey take `designOrdinalLogit`
 * @returns no-variation where all gave one answer; separated where a predictor parts high answers from low ones completely
 * @throws RangeError if there is no predictor, lengths differ, a frequency is no count, or confidence is outside (0, 1)
 * Source: McCullagh 1980; R's `ordinal::clm`. Golden values: golden/second/expected/survey_regression.json, tenants_ordinal.json
 */
export function ordinalLogit(
  outcome: Float64Array,
  terms: readonly Term[],
  frequencies: Float64Array | null,
  confidence: number,
): OrdinalResult {
  return ordinalModel(outcome, terms, frequencies, confidence, logitLink);
}

/** The same with a normal latent variable. Golden values: golden/second/expected/tenants_ordinal.json (probit_coef) */
export function ordinalProbit(
  outcome: Float64Array,
  terms: readonly Term[],
  frequencies: Float64Array | null,
  confidence: number,
): OrdinalResult {
  return ordinalModel(outcome, terms, frequencies, confidence, probitLink);
}

function ordinalModel(
  outcome: Float64Array,
  terms: readonly Term[],
  frequencies: Float64Array | null,
  confidence: number,
  link: CumulativeLink,
): OrdinalResult {
  requireConfidence(confidence);
  requireFrequencies(frequencies);
  const sample = modelSample(outcome, terms, frequencies, 2);
  if (sample.kind !== "sample") return sample;
  const ordinal = ordinalSample(outcome, sample);
  if (ordinal.kind !== "ordinal") return ordinal;
  const fit = fitCumulative(ordinal.problem, link);
  return fit.kind === "fitted" ? modelOf(ordinal, fit, link, confidence) : noOrdinalMaximum(fit, ordinal);
}

function modelOf(ordinal: OrdinalSample, fit: ConcaveMaximum, link: CumulativeLink, confidence: number): OrdinalModel {
  const { levels, answered, sample } = ordinal;
  const toOwnUnits = inOwnUnits(ordinal);
  const names = [...thresholdNames(levels), ...sample.columns];
  const covariance = mappedCovariance(fit.inverse, toOwnUnits);
  const all = normalCoefficients(names, toOwnUnits(fit.parameters), covariance, confidence);
  const coefficients = all.slice(levels.length - 1);
  const { logLikelihood, converged, iterations } = fit;
  const n = answered.reduce((sum, count) => sum + count, 0);
  const without = answered.reduce((sum, count) => sum + count * Math.log(count / n), 0);
  return {
    kind: "estimated",
    thresholds: all.slice(0, levels.length - 1),
    coefficients,
    oddsRatios: link.name === "logit" ? oddsRatiosOf(coefficients) : [],
    levels,
    answered,
    logLikelihood,
    deviance: -2 * logLikelihood,
    aic: 2 * names.length - 2 * logLikelihood,
    modelTest: likelihoodRatioTest(2 * (logLikelihood - without), sample.columns.length),
    mcFadden: 1 - logLikelihood / without,
    n,
    converged,
    iterations,
    method: `ordinal-${link.name}/maximum-likelihood`,
  };
}
