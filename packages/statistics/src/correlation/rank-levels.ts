/** The distinct answers of a variable, ascending, and where each row stands among them. */
export interface RankLevels {
  /** One for each row: 0 for the lowest answer. */
  readonly codes: Int32Array;
  readonly levels: number;
  /** Σw of the rows at each level. */
  readonly weightOfLevel: Float64Array;
  /** Share of weight below a level and half of that at it, less ½: the level's mid-rank, −½ … ½, with weighted mean 0. */
  readonly midRank: Float64Array;
}

/** @param answers without NaN
 *  @param weights one for each answer, all positive */
export function rankLevels(answers: Float64Array, weights: Float64Array): RankLevels {
  const distinct = distinctValues(answers);
  const codes = Int32Array.from(answers, (answer) => placeOf(distinct, answer));
  const weightOfLevel = new Float64Array(distinct.length);
  codes.forEach((code, row) => {
    weightOfLevel[code] += weights[row];
  });
  let total = 0;
  for (const weight of weightOfLevel) total += weight;
  let below = 0;
  const midRank = weightOfLevel.map((weight) => {
    const rank = (below + weight / 2) / total - 0.5;
    below += weight;
    return rank;
  });
  return { codes, levels: distinct.length, weightOfLevel, midRank };
}

/** Ascending, each once. */
export function distinctValues(answers: Float64Array): Float64Array {
  const sorted = answers.toSorted();
  let count = 0;
  for (const answer of sorted) {
    if (count === 0 || answer !== sorted[count - 1]) sorted[count++] = answer;
  }
  return sorted.subarray(0, count);
}

/** Index of an answer that is one of the distinct ones. */
export function placeOf(distinct: Float64Array, answer: number): number {
  let low = 0;
  let high = distinct.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (distinct[middle] < answer) low = middle + 1;
    else high = middle;
  }
  return low;
}
