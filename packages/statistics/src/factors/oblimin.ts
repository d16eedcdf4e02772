import type { Matrix } from "../linear-algebra/matrix.ts";
import { identity, product, transposed } from "./product.ts";
import { ordered, type RotatedFactors } from "./rotation.ts";
import { smallInverse } from "./small-inverse.ts";

const maximumIterations = 5000;

/**
 * Direct oblimin (quartimin, γ = 0): factors may correlate, as satisfaction's dimensions always do. Gradient projection from the
 * loadings as extracted, without Kaiser's normalisation.
 * @param loadings items × factors, as they were extracted
 * Source: Jennrich 2002, Psychometrika 67; Bernaards & Jennrich 2005. Golden values: golden/second/expected/mobile_efa.json (GPArotation)
 */
export function oblimin(loadings: Matrix): RotatedFactors {
  if (loadings.columns < 2) {
    return { ...ordered(loadings, identity(loadings.columns)), converged: true, iterations: 0 };
  }
  let state = turnedBy(loadings, identity(loadings.columns));
  let step = 1;
  let iterations = 0;
  let size = Number.POSITIVE_INFINITY;
  while (state !== null && size > 1e-9 && iterations < maximumIterations) {
    iterations += 1;
    const gradient = projected(state);
    size = Math.sqrt(gradient.values.reduce((sum, value) => sum + value * value, 0));
    step *= 2;
    let found: Turned | null = null;
    for (let halving = 0; halving <= 20; halving++) {
      found = turnedBy(loadings, unitColumns(moved(state.rotation, gradient, step)));
      if (found !== null && state.value - found.value > 0.5 * size * size * step) break;
      step /= 2;
    }
    // What no step improves has come to rest as far as rounding lets it.
    if (found === null || found.value >= state.value) break;
    state = found;
  }
  if (state === null) return { ...ordered(loadings, identity(loadings.columns)), converged: false, iterations };
  const correlations = product(transposed(state.rotation), state.rotation);
  return { ...ordered(state.loadings, correlations), converged: size < 1e-5, iterations };
}

interface Turned {
  readonly rotation: Matrix;
  readonly inverse: Matrix;
  readonly loadings: Matrix;
  /** Σ over pairs of factors of the products of squared loadings, halved. */
  readonly value: number;
  /** By the rotated loadings. */
  readonly slope: Matrix;
}

/** Null where factors have become one. */
function turnedBy(loadings: Matrix, rotation: Matrix): Turned | null {
  const inverse = smallInverse(rotation);
  if (inverse === null) return null;
  const turned = product(loadings, transposed(inverse));
  const { rows, columns, values } = turned;
  const slope = new Float64Array(values.length);
  let value = 0;
  for (let i = 0; i < rows; i++) {
    const row = values.subarray(i * columns, (i + 1) * columns);
    const total = row.reduce((sum, each) => sum + each * each, 0);
    row.forEach((each, j) => {
      const others = total - each * each;
      slope[i * columns + j] = each * others;
      value += (each * each * others) / 4;
    });
  }
  return { rotation, inverse, loadings: turned, value, slope: { rows, columns, values: slope } };
}

/** The gradient by the rotation, less what would change its columns' lengths. */
function projected({ rotation, inverse, loadings, slope }: Turned): Matrix {
  const size = rotation.rows;
  const back = transposed(product(product(transposed(loadings), slope), inverse));
  const along = new Float64Array(size);
  back.values.forEach((value, cell) => {
    along[cell % size] -= value * rotation.values[cell];
  });
  return { ...back, values: back.values.map((value, cell) => -value - rotation.values[cell] * along[cell % size]) };
}

function moved(rotation: Matrix, gradient: Matrix, step: number): Matrix {
  return { ...rotation, values: rotation.values.map((value, cell) => value - step * gradient.values[cell]) };
}

function unitColumns(matrix: Matrix): Matrix {
  const { columns, values } = matrix;
  const lengths = new Float64Array(columns);
  values.forEach((value, cell) => {
    lengths[cell % columns] += value * value;
  });
  return { ...matrix, values: values.map((value, cell) => value / Math.sqrt(lengths[cell % columns])) };
}
