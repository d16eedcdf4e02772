import { chiSquareUpper } from "../distribution/chi-square.ts";
import type { TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { cholesky } from "../linear-algebra/cholesky.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { constantVariables } from "../moments/correlation-matrix.ts";
import { type Moments, momentsOf, type NamedColumns } from "../moments/moments.ts";
import { type FlagColumn, flagColumn } from "./flags.ts";

export interface MahalanobisDistances {
  readonly kind: "estimated";
  /** D² of each respondent; NaN where an item was not answered. */
  readonly squared: Float64Array;
  /** Items; D² of normal answers follows χ² on so many degrees of freedom, about. */
  readonly degreesOfFreedom: number;
  /** Complete rows. */
  readonly n: number;
}

/** Items that are constant or linear combinations of others. */
export interface SingularItems {
  readonly kind: "singular";
  readonly variables: readonly string[];
}

/**
 * Squared Mahalanobis distance of each respondent from the centre of all: how unusual the combination of his answers is, given how
 * the items go together. Large values come from random answers, and from customers who really are unusual.
 * @param weights one for each row, or null: centre and covariance of the weighted group
 * @returns singular by name; too-few-answers unless there are more complete rows than items
 * @throws RangeError without an item, if lengths differ, or if a weight is negative
 * Source: Mahalanobis 1936; as `stats::mahalanobis` in R with the covariance by n − 1. Golden values:
 * golden/second/expected/survey_quality.json
 */
export function mahalanobisDistances(
  { variables, columns }: NamedColumns,
  weights: Float64Array | null = null,
): MahalanobisDistances | TooFewAnswers | SingularItems {
  if (columns.length === 0) throw new RangeError("at least one item is needed");
  const moments = momentsOf({ variables, columns }, weights);
  const size = columns.length;
  if (moments.n < size + 1) return tooFewAnswers(moments.n, size + 1);
  const constant = constantVariables(moments);
  if (constant.length > 0) return { kind: "singular", variables: constant.map((item) => variables[item]) };
  const covariance = covarianceOf(moments);
  const factor = cholesky(covariance);
  if (factor.kind === "singular") return { kind: "singular", variables: factor.dependent.map((row) => variables[row]) };
  const squared = squaredDistances(columns, moments.means, factor.lower);
  return { kind: "estimated", squared, degreesOfFreedom: size, n: moments.n };
}

function covarianceOf({ variables, crossProducts, weight, n }: Moments): Matrix {
  const size = variables.length;
  const base = (weight * (n - 1)) / n;
  return { rows: size, columns: size, values: crossProducts.map((value) => value / base) };
}

/** ‖L⁻¹(x − centre)‖² by columns of L, a block of respondents at a time: numbers then lie side by side in memory. */
function squaredDistances(columns: readonly Float64Array[], centre: Float64Array, lower: Matrix): Float64Array {
  const size = columns.length;
  const rows = columns[0].length;
  const squared = new Float64Array(rows);
  const blockLength = 512;
  const solved = columns.map(() => new Float64Array(blockLength));
  for (let start = 0; start < rows; start += blockLength) {
    const length = Math.min(blockLength, rows - start);
    for (let i = 0; i < size; i++) {
      const own = solved[i];
      const column = columns[i];
      for (let row = 0; row < length; row++) own[row] = column[start + row] - centre[i];
      for (let k = 0; k < i; k++) {
        const factor = lower.values[i * size + k];
        const earlier = solved[k];
        for (let row = 0; row < length; row++) own[row] -= factor * earlier[row];
      }
      const pivot = lower.values[i * size + i];
      for (let row = 0; row < length; row++) {
        own[row] /= pivot;
        squared[start + row] += own[row] * own[row];
      }
    }
  }
  return squared;
}

/**
 * Flags distances that fewer than `probability` of normal answers would exceed. Ratings are not normal, so more than that share may be
 * flagged in a clean survey.
 * @throws RangeError unless 0 < probability < 1
 */
export function mahalanobisOutliers(distances: MahalanobisDistances, probability: number): FlagColumn {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`a probability, got ${probability}`);
  const { squared, degreesOfFreedom } = distances;
  return flagColumn("mahalanobis", squared.length, (row) =>
    Number.isNaN(squared[row]) ? null : chiSquareUpper(squared[row], degreesOfFreedom) < probability,
  );
}
