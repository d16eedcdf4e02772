import { type Dataset, numericColumn } from "../columns/column.ts";

/** Case weights of a column, or null where every respondent counts once.
 *  @throws RangeError if there is no such numeric column */
export function caseWeights(dataset: Dataset, weight: string | null): Float64Array | null {
  return weight === null ? null : numericColumn(dataset, weight).values;
}
