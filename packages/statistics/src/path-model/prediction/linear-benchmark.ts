import { cholesky, choleskySolve } from "../../linear-algebra/cholesky.ts";
import type { Matrix } from "../../linear-algebra/matrix.ts";
import { submatrix, zeroMatrix } from "../../linear-algebra/matrix.ts";
import { constantVariables } from "../../moments/correlation-matrix.ts";
import type { Moments } from "../../moments/moments.ts";

/** A regression of an item on other items. */
export interface LinearPredictor {
  readonly intercept: number;
  /** Places among the variables of the moments. */
  readonly predictors: readonly number[];
  readonly coefficients: Float64Array;
}

/**
 * Least squares of each target on the same predictors: what can be foretold without any model. Predictors that do not vary or follow from
 * those before them are left out; the answer is the same whichever of them is.
 * @param predictors places among the variables
 * @returns one for each target, in order
 */
export function linearPredictors(
  moments: Moments,
  predictors: readonly number[],
  targets: readonly number[],
): readonly LinearPredictor[] {
  const constant = new Set(constantVariables(moments));
  const varying = predictors.filter((place) => !constant.has(place));
  const all = scaled(moments, varying);
  const found = cholesky(all);
  const dropped = new Set(found.kind === "singular" ? found.dependent : []);
  const kept = varying.filter((_, index) => !dropped.has(index));
  const factor = cholesky(scaled(moments, kept));
  const size = moments.variables.length;
  const spread = (place: number) => Math.sqrt(moments.crossProducts[place * size + place]);
  return targets.map((target) => {
    const withTarget = kept.map((place) => moments.crossProducts[place * size + target] / spread(place));
    const solved = factor.kind === "factored" ? choleskySolve(factor, withTarget) : new Float64Array(kept.length);
    const coefficients = solved.map((value, k) => value / spread(kept[k]));
    const explained = coefficients.reduce((sum, value, k) => sum + value * moments.means[kept[k]], 0);
    return { intercept: moments.means[target] - explained, predictors: kept, coefficients };
  });
}

/** @param columns those of the moments, for any rows */
export function predictLinear(
  { intercept, predictors, coefficients }: LinearPredictor,
  columns: readonly Float64Array[],
): Float64Array {
  const predicted = new Float64Array(columns[0].length).fill(intercept);
  for (const [k, place] of predictors.entries()) {
    for (let row = 0; row < predicted.length; row++) predicted[row] += coefficients[k] * columns[place][row];
  }
  return predicted;
}

function scaled(moments: Moments, places: readonly number[]): Matrix {
  const size = moments.variables.length;
  const products = submatrix({ rows: size, columns: size, values: moments.crossProducts }, places);
  const k = places.length;
  const matrix = zeroMatrix(k, k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const scale = Math.sqrt(products.values[i * k + i] * products.values[j * k + j]);
      matrix.values[i * k + j] = i === j ? 1 : products.values[i * k + j] / scale;
    }
  }
  return matrix;
}
