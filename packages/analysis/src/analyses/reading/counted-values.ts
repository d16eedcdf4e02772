/** The answers that count: a respondent of weight 0 stands for nobody, and supports no group. */
export function countedValues(values: Float64Array, weights: Float64Array | null): Float64Array {
  return weights === null ? values : values.map((value, row) => (weights[row] === 0 ? Number.NaN : value));
}
