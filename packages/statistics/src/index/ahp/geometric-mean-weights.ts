import type { Matrix } from "../../linear-algebra/matrix.ts";
import type { IndexWeights } from "../weights/index-weights.ts";
import { type NotReciprocal, notReciprocal } from "./pairwise-comparisons.ts";

export interface GeometricMeanWeights extends IndexWeights {
  /** 2/((n − 1)(n − 2)) Σ_{i<j} ln²(a_ij w_j/w_i); null for one or two attributes. */
  readonly geometricConsistencyIndex: number | null;
  /** At or below 0.31 (three attributes), 0.35 (four), 0.37 (more) a consistency ratio of 0.1 is kept. */
  readonly verdict: "consistent" | "inconsistent";
}

/**
 * Weights as the geometric means of the rows, scaled to sum 1: the least-squares fit on the log scale. Equal to the eigenvector
 * where the judgements are consistent, and for groups the order of averaging does not matter.
 * @param matrix n × n; (i, j) says how many times as much attribute i matters as j
 * @returns not-reciprocal with the pairs that contradict themselves
 * @throws RangeError unless the matrix is square and its elements are positive and finite
 * Source: Crawford & Williams 1985; Aguarón & Moreno-Jiménez 2003 (EJOR 147). Golden values: golden/second/expected/ahp_suppliers.json
 */
export function geometricMeanWeights(matrix: Matrix): GeometricMeanWeights | NotReciprocal {
  const unequal = notReciprocal(matrix);
  if (unequal !== null) return unequal;
  const size = matrix.rows;
  const logarithms = Array.from({ length: size }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += Math.log(matrix.values[i * size + j]);
    return sum / size;
  });
  const highest = Math.max(...logarithms);
  const means = logarithms.map((logarithm) => Math.exp(logarithm - highest));
  const total = means.reduce((sum, mean) => sum + mean, 0);
  const index = size > 2 ? geometricIndex(matrix, logarithms) : null;
  return {
    kind: "weights",
    weights: means.map((mean) => mean / total),
    dropped: [],
    geometricConsistencyIndex: index,
    verdict: index !== null && index > largestIndex(size) ? "inconsistent" : "consistent",
  };
}

function geometricIndex({ rows, values }: Matrix, logarithms: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = i + 1; j < rows; j++) sum += (Math.log(values[i * rows + j]) + logarithms[j] - logarithms[i]) ** 2;
  }
  return (2 * sum) / ((rows - 1) * (rows - 2));
}

function largestIndex(size: number): number {
  if (size === 3) return 0.31;
  return size === 4 ? 0.35 : 0.37;
}
