import type { NoWeight } from "../design-variance/domain.ts";
import type { ConstantOutcome, SeparatedOutcome, SingularPredictors } from "../design-variance/regression-problem.ts";
import type { TooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence } from "../estimate/interval.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { likelihoodRatioTest, type ModelTest } from "../regression/likelihood-ratio.ts";
import { type ModelCoefficient, mappedCovariance, normalCoefficients } from "../regression/model-coefficients.ts";
import { type ModelSample, modelSample } from "../regression/model-sample.ts";
import { type OddsRatio, oddsRatiosOf } from "../regression/odds-ratio.ts";
import { separatedBy, singularIn } from "../regression/separation.ts";
import type { Term } from "../regression/terms.ts";
import { concordance } from "./concordance.ts";
import { type CoxFit, coxResiduals, fitCox, linearPredictor, type TieRule } from "./cox-fit.ts";
import { type Durations, type SortedDurations, sortedDurations } from "./durations.ts";

export interface CoxModel {
  readonly kind: "estimated";
  /** Logarithms of hazard ratios. */
  readonly coefficients: readonly ModelCoefficient[];
  /** How many times as fast customers leave, for each unit or against the reference; Wald's limits. */
  readonly hazardRatios: readonly OddsRatio[];
  readonly logLikelihood: number;
  /** All predictors together; null with case weights, which are no people. */
  readonly modelTest: ModelTest | null;
  /** Chance that of two customers the one with the higher hazard leaves first, 0.5 = chance; in the sample. */
  readonly concordance: number;
  readonly n: number;
  readonly left: number;
  readonly weightedBase: number;
  readonly converged: boolean;
  readonly iterations: number;
  /** With case weights the errors are Lin and Wei's. */
  readonly method: "cox/efron" | "cox/breslow" | "cox/efron-robust" | "cox/breslow-robust";
}

export type CoxResult = CoxModel | TooFewAnswers | SingularPredictors | NoWeight | SeparatedOutcome | ConstantOutcome;

/**
 * Cox's model, ties by Efron: at any time a predictor multiplies the chance to leave by the same number (proportional hazards).
 * @param weights case weights, or null
 * @returns no-variation where nobody left; separated where a hazard ratio would be 0 or infinite
 * @throws RangeError if there is no predictor, lengths differ, a time or weight is negative, `ended` is neither 0 nor 1, or confidence
 *   is outside (0, 1)
 * Source: Cox 1972; Efron 1977; Lin & Wei 1989, JASA 84. Golden values: golden/second/expected/lifts_survival.json, survey_survival.json
 */
export function coxEfron(
  durations: Durations,
  terms: readonly Term[],
  weights: Float64Array | null,
  confidence: number,
): CoxResult {
  return coxModel(durations, terms, weights, confidence, (k, d) => k / d, "cox/efron");
}

/** The same, ties by Breslow, for comparison with programs that know no other. Golden values: lifts_survival.json (cox_breslow) */
export function coxBreslow(
  durations: Durations,
  terms: readonly Term[],
  weights: Float64Array | null,
  confidence: number,
): CoxResult {
  return coxModel(durations, terms, weights, confidence, () => 0, "cox/breslow");
}

function coxModel(
  durations: Durations,
  terms: readonly Term[],
  weights: Float64Array | null,
  confidence: number,
  ties: TieRule,
  method: "cox/efron" | "cox/breslow",
): CoxResult {
  requireConfidence(confidence);
  sortedDurations(durations, weights);
  const known = durations.times.map((time, row) => time + 0 * durations.ended[row]);
  const sample = modelSample(known, terms, weights, 2);
  if (sample.kind !== "sample") return sample;
  const { sorted, columns } = sampleByTime(durations, sample, weights);
  const left = sorted.ended.reduce((sum, ended) => sum + ended, 0);
  if (left === 0) return { kind: "no-variation" };
  const fit = fitCox(sorted, columns, ties);
  if (fit.kind === "separated") return separatedBy(fit.predictors, sample.columns);
  if (fit.kind === "singular") return singularIn(fit.parameters, sample.columns);
  const covariance = weights === null ? fit.inverse : robustCovariance(sorted, columns, ties, fit);
  const { toOwnUnits } = sample.standardised;
  const slopesInOwnUnits = (slopes: Float64Array) => toOwnUnits(Float64Array.of(0, ...slopes)).slice(1);
  const coefficients = normalCoefficients(
    sample.columns,
    slopesInOwnUnits(fit.parameters),
    mappedCovariance(covariance, slopesInOwnUnits),
    confidence,
  );
  const predictor = linearPredictor(columns, fit.parameters);
  const gain = 2 * (fit.logLikelihood - fit.nullLogLikelihood);
  return {
    kind: "estimated",
    coefficients,
    hazardRatios: oddsRatiosOf(coefficients),
    logLikelihood: fit.logLikelihood,
    modelTest: weights === null ? likelihoodRatioTest(gain, coefficients.length) : null,
    concordance: concordance(sorted, predictor),
    n: sorted.rows.length,
    left,
    weightedBase: sorted.weight,
    converged: fit.converged,
    iterations: fit.iterations,
    method: weights === null ? method : `${method}-robust`,
  };
}

/** The sample's rows by time, with their predictors. */
function sampleByTime(durations: Durations, { standardised }: ModelSample, weights: Float64Array | null) {
  const places = new Map(Array.from(standardised.rows, (row, place) => [row, place]));
  const isIn = Float64Array.from(durations.times, (_, row) => (places.has(row) ? 0 : Number.NaN));
  const sorted = sortedDurations(durations, weights, [isIn]);
  const columns = standardised.columns.map((column) =>
    Float64Array.from(sorted.rows, (row) => column[places.get(row) ?? 0]),
  );
  return { sorted, columns };
}

/** A⁻¹ Σ w² r r′ A⁻¹. */
function robustCovariance(
  sorted: SortedDurations,
  columns: readonly Float64Array[],
  ties: TieRule,
  { parameters, inverse }: CoxFit,
): Matrix {
  const size = parameters.length;
  const covariance = zeroMatrix(size, size);
  coxResiduals(sorted, columns, ties, parameters).forEach((residual, k) => {
    const influence = Float64Array.from({ length: size }, (_, i) =>
      residual.reduce((sum, value, j) => sum + sorted.weights[k] * inverse.values[i * size + j] * value, 0),
    );
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) covariance.values[i * size + j] += influence[i] * influence[j];
  });
  return covariance;
}
