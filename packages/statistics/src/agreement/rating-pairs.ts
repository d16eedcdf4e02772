import { requireWeights } from "../correlation/paired-answers.ts";
import type { CrossTable } from "../crosstab/table.ts";

/**
 * What two raters made of the same things, as a table for `cohensKappa`.
 * @param first category of each thing, 0 … categories − 1; −1 = not rated
 * @param weights one for each thing, or null; a weight of 0 leaves it out
 * @throws RangeError if lengths differ, or a category or weight cannot be
 */
export function ratingPairs(
  first: Int32Array,
  second: Int32Array,
  categories: number,
  weights: Float64Array | null = null,
): CrossTable {
  if (first.length !== second.length) throw new RangeError("two raters of the same things have as many ratings");
  if (!(Number.isInteger(categories) && categories >= 2)) throw new RangeError(`${categories} categories`);
  requireWeights(weights, first.length);
  const cells = () => new Float64Array(categories * categories);
  const [counts, sums, squares] = [cells(), cells(), cells()];
  for (let thing = 0; thing < first.length; thing++) {
    const [a, b] = [first[thing], second[thing]];
    if (Math.max(a, b) >= categories || Math.min(a, b) < -1) throw new RangeError(`categories ${a} and ${b}`);
    const weight = weights === null ? 1 : weights[thing];
    if (a < 0 || b < 0 || weight === 0) continue;
    const cell = a * categories + b;
    counts[cell] += 1;
    sums[cell] += weight;
    squares[cell] += weight * weight;
  }
  const size = { rows: categories, columns: categories };
  return weights === null ? { ...size, counts } : { ...size, counts, weights: sums, squaredWeights: squares };
}
