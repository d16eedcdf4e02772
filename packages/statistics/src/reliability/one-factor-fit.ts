import { cholesky, choleskyInverse, choleskySolve } from "../linear-algebra/cholesky.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { symmetricEigen } from "../linear-algebra/symmetric-eigen.ts";
import { multiplied } from "./multiplied.ts";

export type OneFactorFit =
  | {
      readonly kind: "fitted";
      /** Loadings, then uniquenesses, of the standardised items. */
      readonly parameters: Float64Array;
      /** F = ln|Σ| + tr(SΣ⁻¹) − ln|S| − p */
      readonly discrepancy: number;
      readonly iterations: number;
    }
  | { readonly kind: "not-converged"; readonly iterations: number };

const maximumIterations = 200;

/**
 * Newton's steps on the discrepancy, with the expected Hessian in place of one that is not positive definite, damped by Levenberg: a
 * step that does not lower the discrepancy is shortened and turned towards the gradient.
 * @param sample correlations, not singular
 * @param inverse its inverse
 */
export function fitOneFactor(sample: Matrix, inverse: Matrix): OneFactorFit {
  let parameters = startValues(sample, inverse);
  let state = derivativesAt(sample, parameters);
  let damping = 1e-3;
  // What rounding alone makes of the sum of p² products.
  const rounding = 1e-14 * sample.values.length;
  for (let iterations = 1; iterations <= maximumIterations && state !== null; iterations++) {
    const step = dampedStep(state, damping);
    const next = parameters.map((value, k) => value - step[k]);
    const found = derivativesAt(sample, next);
    if (found !== null && found.discrepancy <= state.discrepancy + rounding) {
      parameters = next;
      state = found;
      damping = damping < 1e-9 ? 0 : damping / 10;
    } else damping = Math.max(10 * damping, 1e-8);
    const isAtRest = step.every((change) => Math.abs(change) < 1e-9);
    if (isAtRest && state.gradient.every((slope) => Math.abs(slope) < 1e-8)) {
      return { kind: "fitted", parameters, discrepancy: state.discrepancy, iterations };
    }
  }
  return { kind: "not-converged", iterations: maximumIterations };
}

/** First principal axis with squared multiple correlations as communalities; loadings first, then uniquenesses. */
function startValues(correlation: Matrix, inverse: Matrix): Float64Array {
  const size = correlation.rows;
  const reduced = zeroMatrix(size, size);
  reduced.values.set(correlation.values);
  for (let i = 0; i < size; i++) reduced.values[i * size + i] = 1 - 1 / inverse.values[i * size + i];
  const { values, vectors } = symmetricEigen(reduced);
  const root = Math.sqrt(Math.max(values[size - 1], 0.01));
  const loadings = Array.from({ length: size }, (_, i) => {
    const loading = vectors.values[i * size + size - 1] * root;
    return Math.max(-0.95, Math.min(0.95, loading));
  });
  return Float64Array.of(...loadings, ...loadings.map((loading) => 1 - loading * loading));
}

interface Derivatives {
  readonly discrepancy: number;
  readonly gradient: Float64Array;
  readonly observed: Matrix;
  readonly expected: Matrix;
}

function dampedStep({ gradient, observed, expected }: Derivatives, damping: number): Float64Array {
  for (const hessian of [observed, expected]) {
    const size = gradient.length;
    const damped = zeroMatrix(size, size);
    damped.values.set(hessian.values);
    for (let k = 0; k < size; k++) {
      damped.values[k * size + k] += damping * expected.values[k * size + k];
    }
    const factor = cholesky(damped, 1e-13);
    if (factor.kind === "factored") return choleskySolve(factor, gradient);
  }
  return gradient;
}

/** Null where Σ is not positive definite. With W = Σ⁻¹ and A = WSW the gradient is tr((W − A) ∂Σ). */
function derivativesAt(sample: Matrix, parameters: Float64Array): Derivatives | null {
  const size = sample.rows;
  const [loadings, uniquenesses] = [parameters.subarray(0, size), parameters.subarray(size)];
  const factor = cholesky(impliedCovariance(loadings, uniquenesses), 1e-12);
  const own = cholesky(sample, 1e-15);
  if (factor.kind === "singular" || own.kind === "singular") return null;
  const inverse = choleskyInverse(factor).values;
  let discrepancy = -size;
  for (let i = 0; i < size; i++) {
    discrepancy += 2 * Math.log(factor.lower.values[i * size + i] / own.lower.values[i * size + i]);
    for (let j = 0; j < size; j++) discrepancy += sample.values[i * size + j] * inverse[i * size + j];
  }
  const a = multiplied(multiplied(inverse, sample.values, size), inverse, size);
  const difference = inverse.map((value, cell) => value - a[cell]);
  const gradient = new Float64Array(2 * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) gradient[i] += 2 * difference[i * size + j] * loadings[j];
    gradient[size + i] = difference[i * size + i];
  }
  const expected = traces(inverse, inverse, loadings);
  const mixed = traces(inverse, a, loadings).values;
  const observed = zeroMatrix(2 * size, 2 * size);
  observed.values.set(expected.values.map((value, cell) => 2 * mixed[cell] - value));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) observed.values[2 * size * i + j] += 2 * difference[i * size + j];
  }
  return { discrepancy, gradient, observed, expected };
}

export function impliedCovariance(loadings: Float64Array, uniquenesses: Float64Array): Matrix {
  const size = loadings.length;
  const model = zeroMatrix(size, size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) model.values[i * size + j] = loadings[i] * loadings[j];
    model.values[i * size + i] += uniquenesses[i];
  }
  return model;
}

/** Of F by loadings and uniquenesses, under the model. @param inverse Σ⁻¹ */
export function expectedHessian(inverse: Float64Array, loadings: Float64Array): Matrix {
  return traces(inverse, inverse, loadings);
}

/** tr(X ∂Σ/∂b Y ∂Σ/∂a) for loadings and uniquenesses a, b, of symmetric X and Y. */
function traces(x: Float64Array, y: Float64Array, loadings: Float64Array): Matrix {
  const size = loadings.length;
  const width = 2 * size;
  const times = (matrix: Float64Array) =>
    Float64Array.from(loadings, (_, i) => loadings.reduce((sum, each, j) => sum + matrix[i * size + j] * each, 0));
  const inner = (vector: Float64Array) => loadings.reduce((sum, each, i) => sum + each * vector[i], 0);
  const [byX, byY] = [times(x), times(y)];
  const [xx, yy] = [inner(byX), inner(byY)];
  const result = zeroMatrix(width, width);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const [ofX, ofY] = [x[i * size + j], y[i * size + j]];
      const withUniqueness = ofY * byX[j] + ofX * byY[j];
      result.values[i * width + j] = byY[i] * byX[j] + byY[j] * byX[i] + yy * ofX + xx * ofY;
      result.values[i * width + size + j] = withUniqueness;
      result.values[(size + j) * width + i] = withUniqueness;
      result.values[(size + i) * width + size + j] = ofX * ofY;
    }
  }
  return result;
}
