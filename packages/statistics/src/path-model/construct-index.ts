import type { Estimated, TooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence } from "../estimate/interval.ts";
import { completeRows } from "../moments/moments.ts";
import { meanEstimate } from "../scores/mean.ts";
import { sumsOfColumn } from "../tally/sums.ts";
import type { PathModelFit } from "./fit.ts";
import type { IndexWeights, ItemScale, NonPositiveWeights } from "./index-weights.ts";
import { indexOf, indexWeights, unflaggedIndexWeights } from "./index-weights.ts";
import { itemColumns, type PathSample } from "./path-sample.ts";

/**
 * The index in points 0–100, over the rows that answered every item of the model. Standard error and interval take the weights as known;
 * those of the bootstrap, wider by little, do not.
 */
export interface ConstructIndex extends Estimated {
  readonly construct: string;
  readonly weights: IndexWeights;
  /** Of the persons' indices, in points; denominator n − 1, or its weighted form. */
  readonly standardDeviation: number;
  readonly minimum: number;
  readonly maximum: number;
}

export type ConstructIndexResult =
  | ConstructIndex
  | NonPositiveWeights
  | (TooFewAnswers & { readonly construct: string });

/** Each person's index of one construct, in points 0–100; NaN where an item of it is missing. */
export interface ConstructIndexScores {
  readonly kind: "scores";
  readonly weights: IndexWeights;
  readonly scores: Float64Array;
}

/**
 * @param data any rows; NaN = no answer
 * @param scales one for each item of the layout, in its order
 * @returns one a construct, in the order of the model
 * @throws RangeError if an item has no column, scales do not fit the items, or an answer lies outside its scale
 * Source: Fornell et al. 1996. Golden values: `index` (index_min, index_max, index_sd)
 */
export function constructIndexScores(
  fit: PathModelFit,
  data: Pick<PathSample, "variables" | "columns">,
  scales: readonly ItemScale[],
): readonly (ConstructIndexScores | NonPositiveWeights)[] {
  return fit.model.constructs.map((_, construct) => {
    const weights = indexWeights(fit, scales, construct);
    return weights.kind === "non-positive-weights" ? weights : scoresOf(fit, data, weights);
  });
}

function scoresOf(
  { layout }: PathModelFit,
  data: Pick<PathSample, "variables" | "columns">,
  weights: IndexWeights,
): ConstructIndexScores {
  const start = layout.items.indexOf(weights.items[0]);
  const own = itemColumns(data, layout.items).slice(start, start + weights.items.length);
  own.forEach((column, k) => {
    requireAnswers(weights.items[k], column, weights.scales[k]);
  });
  const answers = new Float64Array(own.length);
  const scores = Float64Array.from(own[0], (_, row) => {
    for (let k = 0; k < own.length; k++) answers[k] = own[k][row];
    return indexOf(weights, answers);
  });
  return { kind: "scores", weights, scores };
}

/**
 * The index of each construct: the mean of the persons' indices, which is Fornell's 100 (Σ u x̄ − L Σ u)/((U − L) Σ u).
 * @param sample the rows of the fit
 * @returns one a construct, in the order of the model. Without weights s/√n and a t interval; with case weights linearised
 * @throws RangeError as `constructIndexScores`, or if confidence is outside (0, 1)
 * Golden values: `index` (index_mean, index_se), `acsi_formula_satisfaction`, `index_0_100`
 */
export function constructIndices(
  fit: PathModelFit,
  sample: PathSample,
  scales: readonly ItemScale[],
  confidence: number,
): readonly ConstructIndexResult[] {
  requireConfidence(confidence);
  const rows = rowsOf(fit, sample);
  return constructIndexScores(fit, sample, scales).map((each) =>
    each.kind === "non-positive-weights" ? each : indexOfScores(each, sample, rows, confidence),
  );
}

/**
 * The number that `constructIndices` gives, also where a weight is not positive and it therefore gives none. To compare with programs
 * that do not look at signs, never to be shown.
 * @param construct place in the model
 * @throws RangeError as `constructIndices`, or if the weights cancel each other
 */
export function unflaggedConstructIndex(
  fit: PathModelFit,
  sample: PathSample,
  scales: readonly ItemScale[],
  construct: number,
  confidence: number,
): ConstructIndex | (TooFewAnswers & { readonly construct: string }) {
  requireConfidence(confidence);
  const scores = scoresOf(fit, sample, unflaggedIndexWeights(fit, scales, construct));
  return indexOfScores(scores, sample, rowsOf(fit, sample), confidence);
}

function rowsOf({ layout }: PathModelFit, sample: PathSample): Int32Array {
  const columns = itemColumns(sample, layout.items);
  return completeRows(columns, sample.caseWeights, columns[0].length);
}

/** @param complete places of the rows that answered every item */
function indexOfScores(
  { weights, scores }: ConstructIndexScores,
  { caseWeights }: PathSample,
  complete: Int32Array,
  confidence: number,
): ConstructIndex | (TooFewAnswers & { readonly construct: string }) {
  const { construct, standardDeviation } = weights;
  const answered = new Float64Array(scores.length).fill(Number.NaN);
  for (const row of complete) answered[row] = scores[row];
  const mean = meanEstimate(sumsOfColumn(answered, caseWeights, scores.length), confidence);
  if (mean.kind === "too-few-answers") return { ...mean, construct };
  const spread = { minimum: Number.POSITIVE_INFINITY, maximum: Number.NEGATIVE_INFINITY };
  for (const row of complete) {
    spread.minimum = Math.min(spread.minimum, answered[row]);
    spread.maximum = Math.max(spread.maximum, answered[row]);
  }
  const method = `index, ${mean.method}, weights taken as known`;
  return { ...mean, ...spread, construct, weights, standardDeviation, method };
}

function requireAnswers(item: string, column: Float64Array, { minimum, maximum }: ItemScale): void {
  for (const answer of column) {
    if (answer < minimum || answer > maximum) {
      throw new RangeError(`${item}: ${answer} is outside ${minimum}–${maximum}`);
    }
  }
}
