import type { NamedColumns } from "../../moments/moments.ts";
import { constructScores } from "../construct-scores.ts";
import type { PathModelFit } from "../fit.ts";

/**
 * Standardised scores that a fit foretells for rows that took no part in it; those of constructs on which nothing acts are the rows' own.
 * @returns a column a construct, in the order of the model
 */
export type ScorePredictor = (fit: PathModelFit, data: NamedColumns) => readonly Float64Array[];

/** From the rows' own scores of the constructs with a path to it. The kinder test: it uses answers about satisfaction to
 *  foretell loyalty. Source: Shmueli et al. 2016 (DA). */
export const fromDirectAntecedents: ScorePredictor = (fit, data) => {
  const own = constructScores(fit, data);
  return own.map((scores, target) => (isEndogenous(fit, target) ? combined(fit, own, target) : scores));
};

/** From the constructs on which nothing acts alone, along the paths. The harder test, and the one of prediction proper.
 *  Source: Shmueli et al. 2016, 2019 (EA). */
export const fromEarliestAntecedents: ScorePredictor = (fit, data) => {
  const predicted = [...constructScores(fit, data)];
  for (const target of fit.layout.order) {
    if (isEndogenous(fit, target)) predicted[target] = combined(fit, predicted, target);
  }
  return predicted;
};

export function isEndogenous({ layout }: PathModelFit, construct: number): boolean {
  return layout.predecessors[construct].length > 0;
}

/** Σ path · score over the constructs with a path to `target`. */
function combined({ layout, paths }: PathModelFit, scores: readonly Float64Array[], target: number): Float64Array {
  const sum = new Float64Array(scores[target].length);
  for (const from of layout.predecessors[target]) {
    const path = paths.values[from * paths.columns + target];
    for (let row = 0; row < sum.length; row++) sum[row] += path * scores[from][row];
  }
  return sum;
}
