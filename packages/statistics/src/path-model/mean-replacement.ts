import { type Moments, momentsOf } from "../moments/moments.ts";
import { itemColumns, type PathSample } from "./path-sample.ts";

/**
 * Moments in which a missing answer counts as the mean of those who answered the item. It keeps every row, and draws variances and
 * correlations towards 0: the more answers are missing, the more. Rows without any answer, or with a weight of 0, stay out.
 * @param items a column each
 * @returns moments of the items, in their order; an item that nobody answered does not vary
 * @throws RangeError if an item has no column, lengths differ, or a weight is negative or not finite
 */
export function meanReplacedMoments(sample: PathSample, items: readonly string[]): Moments {
  const columns = itemColumns(sample, items);
  const { caseWeights } = sample;
  const rows = answeredRows(columns, caseWeights);
  const weights = caseWeights === null ? null : Float64Array.from(rows, (row) => caseWeights[row]);
  const replaced = columns.map((column) => {
    const answers = Float64Array.from(rows, (row) => column[row]);
    const mean = weightedMean(answers, weights);
    return answers.map((answer) => (Number.isNaN(answer) ? mean : answer));
  });
  return momentsOf({ variables: items, columns: replaced }, weights);
}

/** Rows, as indices, with a weight and at least one answer. */
export function answeredRows(columns: readonly Float64Array[], caseWeights: Float64Array | null): Int32Array {
  const answered: number[] = [];
  for (let row = 0; row < columns[0].length; row++) {
    if (caseWeights !== null && caseWeights[row] === 0) continue;
    if (columns.some((column) => !Number.isNaN(column[row]))) answered.push(row);
  }
  return Int32Array.from(answered);
}

/** Of the answers there are; 0 where there is none. */
function weightedMean(answers: Float64Array, weights: Float64Array | null): number {
  let weight = 0;
  let sum = 0;
  for (const [row, answer] of answers.entries()) {
    if (Number.isNaN(answer)) continue;
    const own = weights === null ? 1 : weights[row];
    weight += own;
    sum += own * answer;
  }
  return weight === 0 ? 0 : sum / weight;
}
