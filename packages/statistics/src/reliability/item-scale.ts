/**
 * Reliability: how far the sum of several items would come out the same if it were measured again by other items of the same kind.
 * Everything here follows from the covariances of the items among the respondents who answered all of them; items worded against the
 * others are reversed by the caller. Normal theory stands behind standard errors and intervals; with case weights they take Kish's
 * effective n for n, an approximation.
 */
import type { TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { type ConstantVariables, correlationMatrix } from "../moments/correlation-matrix.ts";
import type { Moments } from "../moments/moments.ts";
import { effectiveSampleSize } from "../scores/effective-sample-size.ts";

export interface ItemScale {
  readonly kind: "scale";
  readonly items: readonly string[];
  /** Sums of squares and products, divided by the weight. */
  readonly covariance: Matrix;
  readonly correlation: Matrix;
  readonly n: number;
  readonly weightedBase: number;
  readonly effectiveN: number;
}

/** Why a scale has no reliability: constant items by name. */
export type NoScale = TooFewAnswers | ConstantVariables;

/** Items that are linear combinations of others. */
export interface SingularItems {
  readonly kind: "singular";
  readonly variables: readonly string[];
}

/** @param required complete (and effective) rows that there must be
 *  @throws RangeError below two items */
export function itemScale(moments: Moments, required = 2): ItemScale | NoScale {
  const size = moments.variables.length;
  if (size < 2) throw new RangeError("a scale has two items or more");
  const effectiveN = effectiveSampleSize(moments.weight, moments.squaredWeight);
  // Equal weights come out at n less rounding.
  if (moments.n < required || effectiveN < required - 1e-9) return tooFewAnswers(moments.n, required);
  const correlations = correlationMatrix(moments);
  if (correlations.kind === "constant-variables") return correlations;
  const covariance = zeroMatrix(size, size);
  moments.crossProducts.forEach((product, cell) => {
    covariance.values[cell] = product / moments.weight;
  });
  const base = { n: moments.n, weightedBase: moments.weight, effectiveN };
  return { kind: "scale", items: moments.variables, covariance, correlation: correlations.matrix, ...base };
}

/** Sum of the elements in the given rows and columns, all by default: the (co)variance of sums of items. */
export function blockSum(
  matrix: Matrix,
  rows?: readonly number[],
  columns: readonly number[] | undefined = rows,
): number {
  if (rows === undefined || columns === undefined) return matrix.values.reduce((sum, value) => sum + value, 0);
  let sum = 0;
  for (const row of rows) for (const column of columns) sum += matrix.values[row * matrix.columns + column];
  return sum;
}

export function trace(matrix: Matrix): number {
  let sum = 0;
  for (let i = 0; i < matrix.rows; i++) sum += matrix.values[i * matrix.columns + i];
  return sum;
}
