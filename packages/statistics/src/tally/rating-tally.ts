/**
 * A tally holds what every score of a rating scale needs: for each distinct answer, how many gave it and with what
 * weight. A million responses become ten cells, so a report computes all its scores from tallies and reads the answers
 * once.
 */

/** "case-weights" makes every variance design-based, even if all weights happen to be equal. */
export type Weighting = "none" | "case-weights";

export interface RatingTally {
  /** Distinct answer values, ascending. */
  readonly values: readonly number[];
  /** Answers in each cell, unweighted. */
  readonly count: Float64Array;
  /** Σw in each cell. */
  readonly weight: Float64Array;
  /** Σw² in each cell. */
  readonly squaredWeight: Float64Array;
  readonly weighting: Weighting;
  /**
   * Rows of the whole sample the weights belong to. Missing answers and subgroups do not reduce it: the factor
   * n/(n − 1) of a linearised variance uses the full design, as `survey::svymean` does on a subset.
   */
  readonly designN: number;
}

/**
 * Tally of single ratings.
 * @param ratings answered questions only; the caller removes skips
 * @param weights one positive weight for each rating, or null for an unweighted tally; a weight of 0 leaves the row out
 * @param designN rows of the whole sample, by default the ratings given
 * @throws RangeError if a rating is not finite, a weight is negative or not finite, lengths differ or designN is short
 */
export function tallyOf(
  ratings: ArrayLike<number>,
  weights: ArrayLike<number> | null = null,
  designN: number = ratings.length,
): RatingTally {
  if (weights !== null && weights.length !== ratings.length)
    throw new RangeError("one weight for each rating is needed");
  if (designN < ratings.length) throw new RangeError(`designN ${designN} is less than the ${ratings.length} ratings`);
  const cells = new Map<number, { count: number; weight: number; squaredWeight: number }>();
  for (let row = 0; row < ratings.length; row++) {
    const weight = weights === null ? 1 : weights[row];
    if (!Number.isFinite(ratings[row])) throw new RangeError(`rating ${ratings[row]} in row ${row} is not finite`);
    if (!(weight >= 0 && Number.isFinite(weight))) throw new RangeError(`weight ${weight} in row ${row}`);
    if (weight === 0) continue;
    const cell = cells.get(ratings[row]) ?? { count: 0, weight: 0, squaredWeight: 0 };
    cell.count += 1;
    cell.weight += weight;
    cell.squaredWeight += weight * weight;
    cells.set(ratings[row], cell);
  }
  const sorted = [...cells].sort(([a], [b]) => a - b);
  return {
    values: sorted.map(([value]) => value),
    count: Float64Array.from(sorted, ([, cell]) => cell.count),
    weight: Float64Array.from(sorted, ([, cell]) => cell.weight),
    squaredWeight: Float64Array.from(sorted, ([, cell]) => cell.squaredWeight),
    weighting: weights === null ? "none" : "case-weights",
    designN,
  };
}
