import type { NamedColumns } from "../../moments/moments.ts";
import type { PathModelFit } from "../fit.ts";
import { isEndogenous, type ScorePredictor } from "./predicted-scores.ts";

/** Places, in the layout, of the items whose construct something acts on. */
export function endogenousItems(fit: Pick<PathModelFit, "layout" | "model">): readonly number[] {
  const { layout, model } = fit;
  return model.constructs.flatMap(({ items }, construct) =>
    layout.predecessors[construct].length > 0 ? items.map((_, k) => layout.starts[construct] + k) : [],
  );
}

/**
 * Answers that a fit foretells: predicted score · loading · s + x̄, with the fit's own means and standard deviations.
 * @returns a column for each of `endogenousItems`, in the unit of its answers; NaN where a row lacks an answer it needs
 * @throws RangeError where an item has no column
 * Golden values: `kfold_predictions_first5_DA` (seminr)
 */
export function predictItems(
  fit: PathModelFit,
  data: NamedColumns,
  predictScores: ScorePredictor,
): readonly Float64Array[] {
  const scores = predictScores(fit, data);
  return fit.model.constructs.flatMap(({ items }, construct) => {
    if (!isEndogenous(fit, construct)) return [];
    return items.map((_, k) => {
      const place = fit.layout.starts[construct] + k;
      const slope = fit.loadings[place] * fit.standardDeviations[place];
      return scores[construct].map((score) => score * slope + fit.means[place]);
    });
  });
}
