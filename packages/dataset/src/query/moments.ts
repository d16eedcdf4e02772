/**
 * The second primitive: weighted moments of some variables over the respondents who have all of them. Correlation,
 * regression, Shapley and Johnson weights, alpha and path models follow from these few numbers.
 *
 * Two passes: means first, then products of deviations, so that no digits are lost to a large mean.
 */
import type { Dataset } from "../columns/column.ts";
import { type Filter, filterMask } from "./filter.ts";
import { type Variable, variableValues } from "./variable.ts";
import { caseWeights } from "./weight.ts";

export interface VariableMoments {
  readonly variables: readonly string[];
  /** Complete cases. */
  readonly n: number;
  /** Σw and Σw² over them; n where unweighted. */
  readonly weight: number;
  readonly squaredWeight: number;
  /** Weighted means; 0 where n is 0. */
  readonly means: Float64Array;
  /** Σ w (x − x̄)(y − ȳ), p × p, row-major, symmetric. */
  readonly crossProducts: Float64Array;
}

/** Respondents in a tile: their deviations stay in the processor's cache. */
const tileRows = 512;

/** @throws RangeError if a column does not exist */
export function moments(
  dataset: Dataset,
  variables: readonly Variable[],
  filter: Filter,
  weight: string | null,
): VariableMoments {
  const values = variables.map((variable) => variableValues(dataset, variable));
  const use = useWeights(values, filterMask(dataset, filter), caseWeights(dataset, weight), dataset.rows);
  const means = values.map((x) => (use.weight > 0 ? weightedSum(x, use.weights) / use.weight : 0));
  return {
    variables: variables.map((variable) => variable.column),
    n: use.n,
    weight: use.weight,
    squaredWeight: use.squaredWeight,
    means: Float64Array.from(means),
    crossProducts: crossProducts(values, means, use.weights),
  };
}

interface UsedWeights {
  /** 0 for a respondent that is filtered out or incomplete. */
  readonly weights: Float64Array;
  readonly n: number;
  readonly weight: number;
  readonly squaredWeight: number;
}

function useWeights(
  values: readonly Float64Array[],
  mask: Uint8Array | null,
  given: Float64Array | null,
  rows: number,
): UsedWeights {
  const weights = new Float64Array(rows);
  let n = 0;
  let weight = 0;
  let squaredWeight = 0;
  for (let row = 0; row < rows; row++) {
    if (mask !== null && mask[row] === 0) continue;
    if (values.some((x) => Number.isNaN(x[row]))) continue;
    const w = given === null ? 1 : given[row];
    if (w === 0) continue;
    weights[row] = w;
    n++;
    weight += w;
    squaredWeight += w * w;
  }
  return { weights, n, weight, squaredWeight };
}

function weightedSum(x: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < x.length; row++) if (weights[row] !== 0) sum += weights[row] * x[row];
  return sum;
}

function crossProducts(values: readonly Float64Array[], means: readonly number[], weights: Float64Array): Float64Array {
  const p = values.length;
  const sums = new Float64Array(p * p);
  const tile = values.map(() => new Float64Array(tileRows));
  const weighted = new Float64Array(tileRows);
  for (let start = 0; start < weights.length; start += tileRows) {
    const length = Math.min(tileRows, weights.length - start);
    values.forEach((x, j) => {
      for (let i = 0; i < length; i++) tile[j][i] = weights[start + i] === 0 ? 0 : x[start + i] - means[j];
    });
    for (let j = 0; j < p; j++) {
      for (let i = 0; i < length; i++) weighted[i] = tile[j][i] * weights[start + i];
      for (let k = 0; k <= j; k++) sums[j * p + k] += dot(weighted, tile[k], length);
    }
  }
  for (let j = 0; j < p; j++) for (let k = 0; k < j; k++) sums[k * p + j] = sums[j * p + k];
  return sums;
}

function dot(a: Float64Array, b: Float64Array, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += a[i] * b[i];
  return sum;
}
