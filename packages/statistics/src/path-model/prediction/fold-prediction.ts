import type { Moments } from "../../moments/moments.ts";
import { momentsOf } from "../../moments/moments.ts";
import { estimatePathModel } from "../estimate.ts";
import type { NoPathModel, PathModelFit } from "../fit.ts";
import type { InnerScheme, PathModel } from "../path-model.ts";
import type { PathSample } from "../path-sample.ts";
import { endogenousItems, predictItems } from "./item-predictions.ts";
import { linearPredictors, predictLinear } from "./linear-benchmark.ts";
import type { ScorePredictor } from "./predicted-scores.ts";

/** What is to be cross-validated. */
export interface Prediction {
  readonly model: PathModel;
  readonly scheme: InnerScheme;
  readonly predictScores: ScorePredictor;
}

/** Predictions of the items whose construct something acts on: a column an item, by the four ways that are compared. */
export interface ItemPredictions {
  readonly kind: "predicted";
  readonly pathModel: readonly Float64Array[];
  /** Regression on the items of the constructs on which nothing acts. */
  readonly linear: readonly Float64Array[];
  /** Regression on the items of all other constructs. */
  readonly linearOnAllOthers: readonly Float64Array[];
  /** The mean of those who were not left out. */
  readonly mean: readonly Float64Array[];
}

/**
 * @param training rows to estimate from; columns are those of the model's items, in the order of the layout
 * @param tested the same columns for the rows left out
 */
export function predictFold(
  { model, scheme, predictScores }: Prediction,
  training: PathSample,
  tested: readonly Float64Array[],
): ItemPredictions | NoPathModel {
  const moments = momentsOf(training, training.caseWeights);
  const fit = estimatePathModel(moments, model, scheme);
  if (fit.kind !== "estimated") return fit;
  const targets = endogenousItems(fit);
  const rows = tested[0].length;
  return {
    kind: "predicted",
    pathModel: predictItems(fit, { variables: training.variables, columns: tested }, predictScores),
    linear: regressed(
      moments,
      tested,
      itemsWhere(fit, (j) => fit.layout.predecessors[j].length === 0),
      targets,
    ),
    linearOnAllOthers: onAllOthers(fit, moments, tested),
    mean: targets.map((place) => new Float64Array(rows).fill(fit.means[place])),
  };
}

function onAllOthers(fit: PathModelFit, moments: Moments, tested: readonly Float64Array[]): readonly Float64Array[] {
  const { layout } = fit;
  return layout.predecessors.flatMap((before, own) => {
    if (before.length === 0) return [];
    const targets = itemsWhere(fit, (j) => j === own);
    return regressed(
      moments,
      tested,
      itemsWhere(fit, (j) => j !== own),
      targets,
    );
  });
}

function regressed(
  moments: Moments,
  tested: readonly Float64Array[],
  predictors: readonly number[],
  targets: readonly number[],
): readonly Float64Array[] {
  return linearPredictors(moments, predictors, targets).map((predictor) => predictLinear(predictor, tested));
}

/** Places of the items of the constructs that are meant. */
function itemsWhere({ model, layout }: PathModelFit, isMeant: (construct: number) => boolean): readonly number[] {
  return model.constructs.flatMap(({ items }, j) => (isMeant(j) ? items.map((_, k) => layout.starts[j] + k) : []));
}
