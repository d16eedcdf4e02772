import { type Cholesky, cholesky, choleskyInverse } from "../linear-algebra/cholesky.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { multiply } from "../missing/vectors.ts";
import { multiplied } from "../reliability/multiplied.ts";
import {
  directionOf,
  impliedBy,
  type MeasurementLayout,
  type MeasurementParameter,
  type MeasurementValues,
} from "./confirmatory-model.ts";

export interface ConfirmatoryDerivatives {
  /** ln|Σ| + tr(SΣ⁻¹) − ln|S| − p */
  readonly discrepancy: number;
  readonly gradient: Float64Array;
  /** tr(Σ⁻¹ ∂Σ Σ⁻¹ ∂Σ): the Hessian that is expected under the model. */
  readonly expected: Matrix;
  readonly inverse: Matrix;
}

/** Null where Σ is not positive definite. @param own Cholesky factor of the sample */
export function derivativesOf(
  layout: MeasurementLayout,
  values: MeasurementValues,
  parameters: readonly MeasurementParameter[],
  sample: Matrix,
  own: Cholesky,
): ConfirmatoryDerivatives | null {
  const size = sample.rows;
  const factor = cholesky(impliedBy(layout, values), 1e-12);
  if (factor.kind === "singular") return null;
  const inverse = choleskyInverse(factor);
  let discrepancy = -size;
  for (let i = 0; i < size; i++) {
    discrepancy += 2 * Math.log(factor.lower.values[i * size + i] / own.lower.values[i * size + i]);
    for (let j = 0; j < size; j++) discrepancy += sample.values[i * size + j] * inverse.values[i * size + j];
  }
  const explained = multiplied(multiplied(inverse.values, sample.values, size), inverse.values, size);
  const difference = inverse.values.map((value, cell) => value - explained[cell]);
  const directions = parameters.map((parameter) => directionOf(layout, values, parameter));
  const gradient = Float64Array.from(directions, ({ x, y }) => 2 * inner(x, multiply(difference, y)));
  const through = directions.map(({ x, y }) => ({ x: multiply(inverse.values, x), y: multiply(inverse.values, y) }));
  const expected = zeroMatrix(parameters.length, parameters.length);
  for (let a = 0; a < parameters.length; a++) {
    for (let b = 0; b <= a; b++) {
      const { x, y } = directions[a];
      const own = inner(x, through[b].x) * inner(y, through[b].y);
      const trace = 2 * (own + inner(x, through[b].y) * inner(y, through[b].x));
      expected.values[a * parameters.length + b] = trace;
      expected.values[b * parameters.length + a] = trace;
    }
  }
  return { discrepancy, gradient, expected, inverse };
}

export function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
