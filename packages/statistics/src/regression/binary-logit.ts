/**
 * Logistic regression: the odds of a yes (left, complained, would buy again) are multiplied by exp(coefficient) for each unit of a
 * predictor. How well it tells yes from no is said by the area under the ROC curve, how right its chances are by Brier's score.
 */
import { fitLogit } from "../design-variance/logit-fit.ts";
import type { ConstantOutcome, SeparatedOutcome } from "../design-variance/regression-problem.ts";
import type { TooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence } from "../estimate/interval.ts";
import { areaUnderCurve } from "./area-under-curve.ts";
import { type DelongArea, delongArea } from "./delong-area.ts";
import { likelihoodRatioTest, type ModelTest } from "./likelihood-ratio.ts";
import { interceptName, type ModelCoefficient, mappedCovariance, normalCoefficients } from "./model-coefficients.ts";
import { modelSample, type NoModel, requireFrequencies } from "./model-sample.ts";
import { type OddsRatio, oddsRatiosOf } from "./odds-ratio.ts";
import type { Term } from "./terms.ts";

export interface BinaryLogit {
  readonly kind: "estimated";
  /** In log odds, the intercept first. */
  readonly coefficients: readonly ModelCoefficient[];
  readonly oddsRatios: readonly OddsRatio[];
  readonly logLikelihood: number;
  readonly deviance: number;
  readonly nullDeviance: number;
  readonly aic: number;
  /** All predictors together. */
  readonly modelTest: ModelTest;
  /** In the sample the model was fitted to, so somewhat too good: 0.5 is chance, 1 complete. */
  readonly areaUnderCurve: number;
  /** The same with its error, as if the chances had been known beforehand. */
  readonly discrimination: DelongArea | TooFewAnswers | ConstantOutcome;
  /** Mean squared distance of the chance from what came, 0–1, lower is better; in the sample too. */
  readonly brierScore: number;
  readonly pseudoRSquared: { readonly mcFadden: number; readonly coxSnell: number; readonly nagelkerke: number };
  /** Places of the rows that answered everything, and the chance of a 1 of each. */
  readonly rows: Int32Array;
  readonly probabilities: Float64Array;
  /** People; the sum of the frequencies. */
  readonly n: number;
  readonly events: number;
  readonly converged: boolean;
  readonly iterations: number;
  readonly method: "logit/maximum-likelihood";
}

/**
 * @param outcome 0 or 1, NaN = no answer
 * @param frequencies how many people each row stands for, or null. For weights of a survey take `designLogit`
 * @returns no-variation where nobody or everybody is a 1; separated where predictors tell all ones from all zeros
 * @throws RangeError if an outcome is neither 0 nor 1, a frequency is no count, lengths differ, or confidence is outside (0, 1)
 * Source: Agresti 2013, 5; Nagelkerke 1991, Biometrika 78. Golden values: golden/second/expected/survey_regression.json
 */
export function binaryLogit(
  outcome: Float64Array,
  terms: readonly Term[],
  frequencies: Float64Array | null,
  confidence: number,
): BinaryLogit | NoModel | SeparatedOutcome | ConstantOutcome {
  requireConfidence(confidence);
  requireFrequencies(frequencies);
  const odd = outcome.find((value) => !(value === 0 || value === 1 || Number.isNaN(value)));
  if (odd !== undefined) throw new RangeError(`an outcome is 0 or 1, got ${odd}`);
  const sample = modelSample(outcome, terms, frequencies, 2);
  if (sample.kind !== "sample") return sample;
  const { rows, weight: n, toOwnUnits } = sample.standardised;
  const fit = fitLogit(
    sample.weights,
    outcome,
    sample.standardised,
    sample.columns.map(({ variable }) => variable),
  );
  if (fit.kind !== "fitted") return fit;
  const counts = Float64Array.from(rows, (row) => sample.weights[row]);
  const observed = Float64Array.from(rows, (row) => outcome[row]);
  const events = observed.reduce((sum, value, k) => sum + counts[k] * value, 0);
  const covariance = mappedCovariance(fit.inverse, toOwnUnits);
  const names = [interceptName, ...sample.columns];
  const coefficients = normalCoefficients(names, toOwnUnits(fit.coefficients), covariance, confidence);
  const deviance = -2 * fit.logLikelihood;
  const nullDeviance = -2 * (events * Math.log(events / n) + (n - events) * Math.log(1 - events / n));
  const probabilities = fit.residuals.map((rest, k) => Math.min(1, Math.max(0, observed[k] - rest)));
  return {
    kind: "estimated",
    coefficients,
    oddsRatios: oddsRatiosOf(coefficients),
    logLikelihood: -deviance / 2,
    deviance,
    nullDeviance,
    aic: deviance + 2 * names.length,
    modelTest: likelihoodRatioTest(nullDeviance - deviance, sample.columns.length),
    areaUnderCurve: areaUnderCurve(probabilities, observed, counts),
    discrimination: delongArea(probabilities, observed, counts, confidence),
    brierScore: fit.residuals.reduce((sum, rest, k) => sum + counts[k] * rest * rest, 0) / n,
    pseudoRSquared: pseudoRSquared(deviance, nullDeviance, n),
    rows,
    probabilities,
    n,
    events,
    converged: fit.converged,
    iterations: fit.iterations,
    method: "logit/maximum-likelihood",
  };
}

function pseudoRSquared(deviance: number, nullDeviance: number, n: number) {
  const coxSnell = -Math.expm1((deviance - nullDeviance) / n);
  return {
    mcFadden: 1 - deviance / nullDeviance,
    coxSnell,
    nagelkerke: coxSnell / -Math.expm1(-nullDeviance / n),
  };
}
