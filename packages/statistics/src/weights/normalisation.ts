/**
 * The same weights with a mean of `mean` over the rows that have one: estimates stay as they are, and Σw reads as a number of
 * respondents (mean 1) or as the population (mean N/n).
 * @returns null where no row has a weight, or they add up to 0 or less
 * @throws RangeError if a weight is not finite, or mean is not positive
 */
export function normalisedWeights(weights: Float64Array, mean = 1): Float64Array | null {
  if (!(mean > 0 && mean < Number.POSITIVE_INFINITY)) throw new RangeError(`mean ${mean}`);
  let n = 0;
  let sum = 0;
  for (const weight of weights) {
    if (!Number.isFinite(weight)) throw new RangeError(`weight ${weight}`);
    sum += weight;
    n += weight === 0 ? 0 : 1;
  }
  if (!(sum > 0)) return null;
  const factor = (mean * n) / sum;
  return weights.map((weight) => weight * factor);
}
