import type { Dataset } from "../columns/column.ts";
import { type Filter, filterMask } from "./filter.ts";
import { type Variable, variableValues } from "./variable.ts";
import { caseWeights } from "./weight.ts";

/** The third door, for what needs rows: the respondents that pass a filter, a typed array a variable. */
export interface RowColumns {
  readonly rows: number;
  /** NaN where a respondent has no number. In the order asked for. */
  readonly variables: readonly Float64Array[];
  /** Null where every respondent counts once. */
  readonly weights: Float64Array | null;
}

/** @throws RangeError if a column does not exist */
export function columns(
  dataset: Dataset,
  variables: readonly Variable[],
  filter: Filter,
  weight: string | null,
): RowColumns {
  const mask = filterMask(dataset, filter);
  const all = variables.map((variable) => variableValues(dataset, variable));
  const weights = caseWeights(dataset, weight);
  if (mask === null) return { rows: dataset.rows, variables: all, weights };
  return {
    rows: mask.reduce((sum, through) => sum + through, 0),
    variables: all.map((values) => values.filter((_, row) => mask[row] === 1)),
    weights: weights?.filter((_, row) => mask[row] === 1) ?? null,
  };
}
