import type { Matrix } from "../../linear-algebra/matrix.ts";
import type { IndexWeights } from "../weights/index-weights.ts";
import { type NotReciprocal, notReciprocal } from "./pairwise-comparisons.ts";

/**
 * Weights as the mean of the columns, each scaled to sum 1: the approximation that is done by hand. Equal to the eigenvector where
 * the judgements are consistent; it says nothing of whether they are.
 * @param matrix n × n; (i, j) says how many times as much attribute i matters as j
 * @returns not-reciprocal with the pairs that contradict themselves
 * @throws RangeError unless the matrix is square and its elements are positive and finite
 * Source: Saaty 1980. Golden values: golden/second/expected/ahp_suppliers.json
 */
export function columnMeanWeights(matrix: Matrix): IndexWeights | NotReciprocal {
  const unequal = notReciprocal(matrix);
  if (unequal !== null) return unequal;
  const { rows: size, values } = matrix;
  const weights = new Array<number>(size).fill(0);
  for (let j = 0; j < size; j++) {
    let total = 0;
    for (let i = 0; i < size; i++) total += values[i * size + j];
    for (let i = 0; i < size; i++) weights[i] += values[i * size + j] / total / size;
  }
  return { kind: "weights", weights, dropped: [] };
}
