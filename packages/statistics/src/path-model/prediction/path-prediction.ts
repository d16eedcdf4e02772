/**
 * How well a path model foretells the answers of people it was not estimated from (PLSpredict): R² says how well a model tells what it
 * has seen. Source: Shmueli, Ray, Velasquez Estrada & Chatla 2016; Shmueli et al. 2019, European Journal of Marketing 53.
 */
import { completeRows } from "../../moments/moments.ts";
import { rowsRequired } from "../estimate.ts";
import type { NoPathModel } from "../fit.ts";
import { layoutOf } from "../model-layout.ts";
import type { PathModel } from "../path-model.ts";
import { itemColumns, type PathSample } from "../path-sample.ts";
import { type ItemPredictions, type Prediction, predictFold } from "./fold-prediction.ts";
import { endogenousItems } from "./item-predictions.ts";
import { type ItemPrediction, type PredictivePower, predictionError, predictivePower } from "./prediction-error.ts";

export interface PathPrediction {
  readonly kind: "estimated";
  /** One for each item whose construct something acts on, in the order of the layout. */
  readonly items: readonly ItemPrediction[];
  readonly power: PredictivePower;
  /** The path model's, of `items`, in the unit of the answers; NaN for rows that lack an answer. */
  readonly predictions: readonly Float64Array[];
  /** Complete rows, unweighted. */
  readonly n: number;
  /** Σw over them. */
  readonly weightedBase: number;
  /** Folds that have complete rows. */
  readonly folds: number;
}

/** The model cannot be estimated without the rows of this fold. */
export interface FoldFailed {
  readonly kind: "fold-failed";
  readonly fold: number;
  readonly reason: NoPathModel;
}

export interface PredictionOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (foldsDone: number, folds: number) => void;
}

/**
 * Cross-validated prediction, beside two regressions without a model: on the items of the constructs on which nothing acts (the
 * usual benchmark), and on the items of all other constructs. Means, standard deviations and weights come from the other
 * folds alone. Case weights enter the estimation and the errors.
 * @param folds fold of each row, from `randomFolds` or `leaveOneOutFolds`
 * @throws RangeError if the model is invalid, an item has no column, or folds do not fit the rows; the signal's reason when
 *   it is aborted
 * Golden values: `pls_mobi_plspredict` (seminr)
 */
export function pathPrediction(
  sample: PathSample,
  prediction: Prediction,
  folds: Int32Array,
  { signal, onProgress }: PredictionOptions = {},
): PathPrediction | FoldFailed {
  const layout = layoutOf(prediction.model);
  const columns = itemColumns(sample, layout.items);
  requireFolds(folds, columns[0].length);
  const { caseWeights } = sample;
  const complete = completeRows(columns, caseWeights, folds.length);
  const numbers = [...new Set(Array.from(complete, (row) => folds[row]))].sort((a, b) => a - b);
  if (numbers.length === 0) return noRows(rowsRequired(prediction.model, layout));
  const rows = { variables: layout.items, columns, caseWeights };
  const predicted = emptyPredictions(endogenousItems({ layout, model: prediction.model }).length, folds.length);
  for (const [done, fold] of numbers.entries()) {
    signal?.throwIfAborted();
    const left = complete.filter((row) => folds[row] === fold);
    const others = complete.filter((row) => folds[row] !== fold);
    const found = predictFold(prediction, rowsOf(rows, others), rowsOf(rows, left).columns);
    if (found.kind !== "predicted") return { kind: "fold-failed", fold, reason: found };
    place(found, predicted, left);
    onProgress?.(done + 1, numbers.length);
  }
  const items = errorsOfItems(rows, complete, prediction.model, predicted);
  return {
    kind: "estimated",
    items,
    power: predictivePower(items),
    predictions: predicted.pathModel,
    n: complete.length,
    weightedBase: complete.reduce((sum, row) => sum + (caseWeights === null ? 1 : caseWeights[row]), 0),
    folds: numbers.length,
  };
}

/** @param sample columns in the order of the layout */
function errorsOfItems(
  { variables, columns, caseWeights }: PathSample,
  complete: Int32Array,
  model: PathModel,
  { pathModel, linear, linearOnAllOthers, mean }: ItemPredictions,
): readonly ItemPrediction[] {
  const owners = model.constructs.flatMap(({ name, items }) => items.map(() => name));
  return endogenousItems({ layout: layoutOf(model), model }).map((item, k) => {
    const errorOf = (values: readonly Float64Array[]) =>
      predictionError(columns[item], values[k], mean[k], complete, caseWeights);
    return {
      item: variables[item],
      construct: owners[item],
      pathModel: errorOf(pathModel),
      linear: errorOf(linear),
      linearOnAllOthers: errorOf(linearOnAllOthers),
    };
  });
}

function noRows(required: number): FoldFailed {
  return { kind: "fold-failed", fold: 0, reason: { kind: "too-few-answers", n: 0, required } };
}

function requireFolds(folds: Int32Array, rows: number): void {
  if (folds.length !== rows) throw new RangeError("one fold for each row is needed");
  if (folds.some((fold) => fold < 0)) throw new RangeError("folds are numbered from 0");
}

function rowsOf({ variables, columns, caseWeights }: PathSample, rows: Int32Array): PathSample {
  const pick = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]);
  return { variables, columns: columns.map(pick), caseWeights: caseWeights === null ? null : pick(caseWeights) };
}

function emptyPredictions(items: number, rows: number): ItemPredictions {
  const columns = () => Array.from({ length: items }, () => new Float64Array(rows).fill(Number.NaN));
  return { kind: "predicted", pathModel: columns(), linear: columns(), linearOnAllOthers: columns(), mean: columns() };
}

/** The predictions of a fold at the rows they belong to. */
function place(found: ItemPredictions, all: ItemPredictions, rows: Int32Array): void {
  const fill = (from: readonly Float64Array[], to: readonly Float64Array[]) => {
    for (const [k, column] of from.entries())
      rows.forEach((row, index) => {
        to[k][row] = column[index];
      });
  };
  fill(found.pathModel, all.pathModel);
  fill(found.linear, all.linear);
  fill(found.linearOnAllOthers, all.linearOnAllOthers);
  fill(found.mean, all.mean);
}
