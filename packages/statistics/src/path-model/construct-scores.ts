import type { NamedColumns } from "../moments/moments.ts";
import type { PathModelFit } from "./fit.ts";
import { itemColumns } from "./path-sample.ts";

/**
 * Standardised scores of each construct: Σ w (x − x̄)/s, with the fit's weights, means and standard deviations. Over the rows of the fit
 * they have mean 0 and variance 1.
 * @param data any rows: those of the fit or others; NaN = no answer
 * @returns a column a construct; NaN where a row lacks an item of the construct
 * @throws RangeError where an item has no column
 * Golden values: `lv_scores_first5`, `lv_scores_sum_of_cubes` (cSEM)
 */
export function constructScores(fit: PathModelFit, data: NamedColumns): readonly Float64Array[] {
  const { layout, means, standardDeviations, weights } = fit;
  const columns = itemColumns(data, layout.items);
  return fit.model.constructs.map((_, j) => {
    const scores = new Float64Array(columns[0].length);
    for (let a = layout.starts[j]; a < layout.starts[j + 1]; a++) {
      const column = columns[a];
      const scale = weights[a] / standardDeviations[a];
      for (let row = 0; row < scores.length; row++) scores[row] += scale * (column[row] - means[a]);
    }
    return scores;
  });
}
