import { completeRows } from "../moments/moments.ts";
import { effectiveSampleSize } from "../scores/effective-sample-size.ts";

/** The rows in which both variables have an answer and the weight is not 0. */
export interface PairedAnswers {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** All 1 without case weights. */
  readonly weights: Float64Array;
  readonly n: number;
  /** Σw */
  readonly weight: number;
  readonly effectiveN: number;
}

/**
 * @param x NaN = no answer
 * @param weights one for each row, or null
 * @throws RangeError if lengths differ, a weight is negative or not finite, or an answer is infinite
 */
export function pairedAnswers(x: Float64Array, y: Float64Array, weights: Float64Array | null): PairedAnswers {
  if (x.length !== y.length) throw new RangeError("columns differ in length");
  requireWeights(weights, x.length);
  requireAnswers(x);
  requireAnswers(y);
  const rows = completeRows([x, y], weights, x.length);
  const picked = Float64Array.from(rows, (row) => (weights === null ? 1 : weights[row]));
  let weight = 0;
  let squaredWeight = 0;
  for (const each of picked) {
    weight += each;
    squaredWeight += each * each;
  }
  return {
    x: Float64Array.from(rows, (row) => x[row]),
    y: Float64Array.from(rows, (row) => y[row]),
    weights: picked,
    n: rows.length,
    weight,
    effectiveN: effectiveSampleSize(weight, squaredWeight),
  };
}

/** @throws RangeError unless there is one weight for each row, none negative or infinite */
export function requireWeights(weights: Float64Array | null, length: number): void {
  if (weights === null) return;
  if (weights.length !== length) throw new RangeError("one weight for each row is needed");
  for (const weight of weights) {
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) throw new RangeError(`weight ${weight}`);
  }
}

/** @throws RangeError if an answer is infinite */
export function requireAnswers(column: Float64Array): void {
  for (const answer of column) {
    if (answer === Number.POSITIVE_INFINITY || answer === Number.NEGATIVE_INFINITY) {
      throw new RangeError(`an answer cannot be ${answer}`);
    }
  }
}
