import { chiSquareUpper } from "../distribution/chi-square.ts";
import { fUpper } from "../distribution/f.ts";
import type { TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { cholesky } from "../linear-algebra/cholesky.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { constantVariables } from "../moments/correlation-matrix.ts";
import { type Moments, momentsOf, type NamedColumns } from "../moments/moments.ts";
import { effectiveSampleSize } from "../scores/effective-sample-size.ts";
import { type FlagColumn, flagColumn } from "./flags.ts";

export interface MahalanobisDistances {
  readonly kind: "estimated";
  /** D² of each respondent; NaN where an item was not answered. */
  readonly squared: Float64Array;
  /** Items; D² of normal answers follows χ² on so many degrees of freedom, in large samples. */
  readonly degreesOfFreedom: number;
  /** Complete rows. */
  readonly n: number;
  readonly weightedBase: number;
  readonly squaredWeight: number;
  /** (Σw)² ÷ Σw². */
  readonly effectiveN: number;
  /** As they came. */
  readonly weights: Float64Array | null;
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
  const { n, weight: weightedBase, squaredWeight } = moments;
  const effectiveN = effectiveSampleSize(weightedBase, squaredWeight);
  return { kind: "estimated", squared, degreesOfFreedom: size, n, weightedBase, squaredWeight, effectiveN, weights };
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
 * Flags distances that fewer than `probability` of normal answers would exceed. Each respondent is held against the centre and covariance of
 * the others (Hotelling's T²), which follows from his distance from all. Without weights that is D² n/(n − 1)² by a beta distribution with
 * p/2 and (n − p − 1)/2; with case weights the effective n of the others stands for n − 1. Ratings are not normal, so more than that share
 * may be flagged in a clean survey.
 * @returns nobody judged where the others are no more than the items: then all distances are alike
 * @throws RangeError unless 0 < probability < 1
 * Source: Gnanadesikan & Kettenring 1972, Biometrics 28; Wilks 1962
 */
export function mahalanobisOutliers(distances: MahalanobisDistances, probability: number): FlagColumn {
  const { squared, weights, degreesOfFreedom: items } = distances;
  return outliers(distances, probability, (row) => {
    const weight = weights === null ? 1 : weights[row];
    const rest = distances.weightedBase - weight;
    const others = rest ** 2 / (distances.squaredWeight - weight ** 2);
    const freedom = others - items;
    if (!(freedom > 1e-9 && freedom < Number.POSITIVE_INFINITY)) return null;
    const share = weight / distances.weightedBase;
    const inAll = (squared[row] * distances.n) / ((distances.n - 1) * distances.weightedBase);
    const room = (1 - share) ** 2 - weight * (1 - share) * inAll;
    // (x − x̄)′C⁻¹(x − x̄), of the others; without bound where they leave no spread in his direction.
    const fromOthers = room > 1e-12 ? inAll / room : Number.POSITIVE_INFINITY;
    if (fromOthers === Number.POSITIVE_INFINITY) return 0;
    return fUpper((((fromOthers * rest) / (1 + 1 / others)) * freedom) / (items * others), items, freedom);
  });
}

/**
 * The same by χ² on as many degrees of freedom as items, which holds in large samples; in small ones it flags hardly anybody. As usual with
 * R's `mahalanobis`.
 * @throws RangeError unless 0 < probability < 1
 * Golden values: golden/second/expected/survey_quality.json (mahalanobis_p_lt_…)
 */
export function mahalanobisChiSquareOutliers(distances: MahalanobisDistances, probability: number): FlagColumn {
  return outliers(distances, probability, (row) => chiSquareUpper(distances.squared[row], distances.degreesOfFreedom));
}

function outliers(
  { squared }: MahalanobisDistances,
  probability: number,
  upperTail: (row: number) => number | null,
): FlagColumn {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`a probability, got ${probability}`);
  return flagColumn("mahalanobis", squared.length, (row) => {
    const p = Number.isNaN(squared[row]) ? null : upperTail(row);
    return p === null ? null : p < probability;
  });
}
