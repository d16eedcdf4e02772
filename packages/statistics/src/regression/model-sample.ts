import { answeredRows, countOf, type Domain, type NoWeight } from "../design-variance/domain.ts";
import type { SingularPredictors } from "../design-variance/regression-problem.ts";
import { type StandardisedPredictors, standardisedPredictors } from "../design-variance/standardised-predictors.ts";
import { type SurveyDesign, weightedRows } from "../design-variance/survey-design.ts";
import type { TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { type ModelColumn, modelColumns, presenceOf, type Term } from "./terms.ts";

/** The rows that answered everything, and what a model is fitted to. */
export interface ModelSample {
  readonly kind: "sample";
  /** Without the intercept. */
  readonly columns: readonly ModelColumn[];
  readonly standardised: StandardisedPredictors;
  /** One for each row of the data: frequencies, precisions, or ones. */
  readonly weights: Float64Array;
}

/** Why a model cannot be fitted. */
export type NoModel = TooFewAnswers | SingularPredictors | NoWeight;

/**
 * @param spare answers there must be beyond one for each predictor
 * @throws RangeError if there is no predictor, lengths differ, a value is infinite, or a weight is negative or not finite
 */
export function modelSample(
  outcome: Float64Array,
  terms: readonly Term[],
  weights: Float64Array | null,
  spare: number,
): ModelSample | NoModel {
  const used = weights ?? new Float64Array(outcome.length).fill(1);
  return sampleOfDesign(weightedRows(used), null, outcome, terms, spare);
}

/** The same over the rows of a domain, with the weights of a design. */
export function sampleOfDesign(
  design: SurveyDesign,
  domain: Domain,
  outcome: Float64Array,
  terms: readonly Term[],
  spare: number,
): ModelSample | NoModel {
  if (terms.length === 0) throw new RangeError("a model needs a predictor");
  const isComplete = answeredRows(design, [outcome, ...terms.map(presenceOf)], domain);
  const { columns, constant } = modelColumns(terms, isComplete);
  const n = countOf(isComplete);
  const required = columns.length + spare;
  if (n < required) return tooFewAnswers(n, required);
  if (constant.length > 0) return { kind: "singular", variables: constant };
  const standardised = standardisedPredictors(
    design.weights,
    columns.map(({ values }) => values),
    isComplete,
  );
  if (standardised.kind === "no-weight") return standardised;
  if (standardised.kind === "singular") {
    return { kind: "singular", variables: standardised.dependent.map((place) => columns[place].variable) };
  }
  return { kind: "sample", columns, standardised, weights: design.weights };
}

/**
 * Frequencies: how many people a row stands for. Weights of a survey are no frequencies: they would be taken for people.
 * @throws RangeError unless each is a non-negative integer
 */
export function requireFrequencies(frequencies: Float64Array | null): void {
  const odd = frequencies?.find((count) => !(Number.isSafeInteger(count) && count >= 0));
  if (odd !== undefined) throw new RangeError(`a frequency is a non-negative integer, got ${odd}`);
}
