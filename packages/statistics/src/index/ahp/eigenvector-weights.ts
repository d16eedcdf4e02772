import type { Matrix } from "../../linear-algebra/matrix.ts";
import type { IndexWeights } from "../weights/index-weights.ts";
import { type Consistency, consistencyOf, saatyRandomIndices } from "./consistency.ts";
import { type NotReciprocal, notReciprocal } from "./pairwise-comparisons.ts";

export interface EigenvectorWeights extends IndexWeights, Consistency {
  /** Largest eigenvalue; the number of attributes where the judgements do not contradict each other. */
  readonly lambdaMax: number;
  readonly converged: boolean;
  readonly iterations: number;
}

const mostIterations = 10_000;

/**
 * AHP weights: the principal right eigenvector of the comparisons, scaled to sum 1, with Saaty's consistency ratio. The matrix is
 * positive, so the eigenvector is positive and unique (Perron), and repeated multiplication finds it.
 * @param matrix n × n; (i, j) says how many times as much attribute i matters as j
 * @param randomIndices of order 1, 2, 3 …; Saaty's to order 15 unless another table is followed
 * @returns not-reciprocal with the pairs that contradict themselves
 * @throws RangeError unless the matrix is square and its elements are positive and finite
 * Source: Saaty 1980, 1990 (EJOR 48). Golden values: golden/second/expected/ahp_suppliers.json
 */
export function eigenvectorWeights(
  matrix: Matrix,
  randomIndices: readonly number[] = saatyRandomIndices,
): EigenvectorWeights | NotReciprocal {
  const unequal = notReciprocal(matrix);
  if (unequal !== null) return unequal;
  const size = matrix.rows;
  let weights = new Float64Array(size).fill(1 / size);
  let lambdaMax = size;
  let change = Number.POSITIVE_INFINITY;
  let iterations = 0;
  while (change > 1e-15 && iterations < mostIterations) {
    const next = product(matrix, weights);
    lambdaMax = next.reduce((sum, value) => sum + value, 0);
    const previous = weights;
    weights = next.map((value) => value / lambdaMax);
    change = weights.reduce((most, value, i) => Math.max(most, Math.abs(value - previous[i])), 0);
    iterations += 1;
  }
  return {
    kind: "weights",
    weights: [...weights],
    dropped: [],
    lambdaMax,
    ...consistencyOf(lambdaMax, size, randomIndices),
    // The last bits may keep alternating; 1e-12 is far below any judgement.
    converged: change < 1e-12,
    iterations,
  };
}

function product({ rows, values }: Matrix, vector: Float64Array): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length: rows }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < rows; j++) sum += values[i * rows + j] * vector[j];
    return sum;
  });
}
