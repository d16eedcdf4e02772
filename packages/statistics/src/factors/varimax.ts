import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { symmetricEigen } from "../linear-algebra/symmetric-eigen.ts";
import { identity, product, transposed } from "./product.ts";
import { ordered, type RotatedFactors } from "./rotation.ts";

const maximumIterations = 2000;

/**
 * Varimax with Kaiser's normalisation: uncorrelated factors, each with loadings that are large or near 0.
 * @param loadings items × factors, as they were extracted
 * Source: Kaiser 1958; the iteration of R's stats::varimax, to a relative 1e-14. Golden values: golden/second/expected/mobile_efa.json
 */
export function varimax(loadings: Matrix): RotatedFactors {
  const { rotated, converged, iterations } = varimaxRotation(loadings);
  return { ...ordered(rotated, null), converged, iterations };
}

/** Unordered, for `promax`. */
export function varimaxRotation(loadings: Matrix) {
  const { rows, columns } = loadings;
  if (columns < 2) return { rotated: loadings, converged: true, iterations: 0 };
  const lengths = Float64Array.from({ length: rows }, (_, i) => {
    const row = loadings.values.subarray(i * columns, (i + 1) * columns);
    return Math.sqrt(row.reduce((sum, value) => sum + value * value, 0)) || 1;
  });
  const normalised = {
    ...loadings,
    values: loadings.values.map((value, cell) => value / lengths[Math.floor(cell / columns)]),
  };
  const across = transposed(normalised);
  let rotation = identity(columns);
  let reached = 0;
  let iterations = 0;
  let converged = false;
  while (!converged && iterations < maximumIterations) {
    iterations += 1;
    const { nearest, size } = nearestRotation(product(across, slope(product(normalised, rotation))));
    rotation = nearest;
    converged = size < reached * (1 + 1e-14);
    reached = size;
  }
  return { rotated: product(loadings, rotation), converged, iterations };
}

/** z³ − z · mean z² of its column */
function slope(turned: Matrix): Matrix {
  const { rows, columns, values } = turned;
  const means = new Float64Array(columns);
  values.forEach((value, cell) => {
    means[cell % columns] += (value * value) / rows;
  });
  return { rows, columns, values: values.map((value, cell) => value ** 3 - value * means[cell % columns]) };
}

/** B (B′B)^−½, the rotation nearest to B, and the sum of B's singular values. */
function nearestRotation(b: Matrix): { readonly nearest: Matrix; readonly size: number } {
  const { values, vectors } = symmetricEigen(product(transposed(b), b));
  const roots = values.map((value) => Math.sqrt(Math.max(0, value)));
  const largest = roots[roots.length - 1];
  // Without a slope in some direction there is nothing to turn towards.
  if (!(roots[0] > 1e-9 * largest)) return { nearest: identity(b.columns), size: 0 };
  const scaled = zeroMatrix(b.columns, b.columns);
  for (let i = 0; i < b.columns; i++) {
    for (let j = 0; j < b.columns; j++) scaled.values[i * b.columns + j] = vectors.values[i * b.columns + j] / roots[j];
  }
  return {
    nearest: product(product(b, scaled), transposed(vectors)),
    size: roots.reduce((sum, root) => sum + root, 0),
  };
}
