import { cholesky, choleskySolve } from "../linear-algebra/cholesky.ts";
import { type Matrix, submatrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { symmetricEigen } from "../linear-algebra/symmetric-eigen.ts";

/** Below it an item would be the factor itself; R's factanal takes the same. */
export const leastUniqueness = 0.005;

const maximumIterations = 300;

export interface UniquenessFit {
  readonly uniquenesses: Float64Array;
  readonly discrepancy: number;
  readonly converged: boolean;
  readonly iterations: number;
}

/**
 * Newton's steps on the logarithms of the uniquenesses; the loadings are profiled out. Those at a bound that they would cross are held.
 * Damped by Levenberg, so that the discrepancy never rises.
 */
export function minimiseUniquenesses(correlation: Matrix, start: Float64Array, factors: number): UniquenessFit {
  let logs = start.map((value) => withinBounds(Math.log(value)));
  let state = profileAt(correlation, logs, factors);
  let damping = 0.01;
  const rounding = 1e-14 * correlation.values.length;
  for (let iterations = 1; iterations <= maximumIterations; iterations++) {
    const free = freeItems(logs, state.gradient);
    const step = stepOf(state, free, damping);
    const next = logs.map((value, i) => withinBounds(value - step[i]));
    const found = profileAt(correlation, next, factors);
    const moved = next.reduce((most, value, i) => Math.max(most, Math.abs(value - logs[i])), 0);
    if (found.discrepancy <= state.discrepancy + rounding) {
      logs = next;
      state = found;
      damping = damping < 1e-9 ? 0 : damping / 10;
    } else damping = Math.max(10 * damping, 1e-8);
    const isFlat = freeItems(logs, state.gradient).every((i) => Math.abs(state.gradient[i]) < 1e-8);
    if (moved < 1e-9 && isFlat) return result(logs, state.discrepancy, true, iterations);
  }
  return result(logs, state.discrepancy, false, maximumIterations);
}

/** Ψ^½ Ω (Θ − I)^½ of the largest eigenvalues Θ of Ψ^−½ R Ψ^−½. */
export function unrotatedLoadings(correlation: Matrix, uniquenesses: Float64Array, factors: number): Matrix {
  const size = correlation.rows;
  const { values, vectors } = symmetricEigen(scaledBy(correlation, uniquenesses));
  const loadings = zeroMatrix(size, factors);
  for (let f = 0; f < factors; f++) {
    const column = size - 1 - f;
    const root = Math.sqrt(Math.max(0, values[column] - 1));
    for (let i = 0; i < size; i++) {
      loadings.values[i * factors + f] = Math.sqrt(uniquenesses[i]) * root * vectors.values[i * size + column];
    }
  }
  return loadings;
}

function result(logs: Float64Array, discrepancy: number, converged: boolean, iterations: number): UniquenessFit {
  return { uniquenesses: logs.map(Math.exp), discrepancy: Math.max(0, discrepancy), converged, iterations };
}

function withinBounds(log: number): number {
  return Math.min(0, Math.max(Math.log(leastUniqueness), log));
}

function freeItems(logs: Float64Array, gradient: Float64Array): number[] {
  const floor = Math.log(leastUniqueness);
  return Array.from(logs.keys()).filter(
    (i) => !((logs[i] <= floor && gradient[i] > 0) || (logs[i] >= 0 && gradient[i] < 0)),
  );
}

interface Profile {
  readonly discrepancy: number;
  readonly gradient: Float64Array;
  readonly hessian: Matrix;
  /** Positive where the Hessian may not be: its expectation, (Σ ω ω)². */
  readonly expected: Matrix;
}

function stepOf({ gradient, hessian, expected }: Profile, free: readonly number[], damping: number): Float64Array {
  const step = new Float64Array(gradient.length);
  const right = Float64Array.from(free, (i) => gradient[i]);
  for (const matrix of [hessian, expected]) {
    const part = submatrix(matrix, free);
    free.forEach((i, place) => {
      part.values[place * free.length + place] += damping * Math.max(expected.values[i * expected.rows + i], 1e-6);
    });
    const factor = cholesky(part, 1e-12);
    if (factor.kind === "singular") continue;
    const solved = choleskySolve(factor, right);
    free.forEach((i, place) => {
      step[i] = Math.max(-2, Math.min(2, solved[place]));
    });
    return step;
  }
  for (const i of free) step[i] = Math.max(-1, Math.min(1, gradient[i]));
  return step;
}

/**
 * F = Σ (θ − ln θ − 1) over the p − k smallest eigenvalues θ of Ψ^−½ R Ψ^−½, with its derivatives by ln ψ. Source: Clarke 1970; here
 * the sum over pairs of small eigenvalues is gathered into a product, so that equal ones make no difficulty.
 */
function profileAt(correlation: Matrix, logs: Float64Array, factors: number): Profile {
  const size = correlation.rows;
  const { values, vectors } = symmetricEigen(scaledBy(correlation, logs.map(Math.exp)));
  const small = size - factors;
  const omega = (i: number, m: number) => vectors.values[i * size + m];
  let discrepancy = 0;
  const gradient = new Float64Array(size);
  for (let m = 0; m < small; m++) {
    const root = Math.max(values[m], 1e-12);
    discrepancy += root - Math.log(root) - 1;
    for (let i = 0; i < size; i++) gradient[i] += (1 - root) * omega(i, m) ** 2;
  }
  const [hessian, expected] = [zeroMatrix(size, size), zeroMatrix(size, size)];
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let [plain, weighted, mixed] = [0, 0, 0];
      for (let m = 0; m < small; m++) {
        const product = omega(i, m) * omega(j, m);
        plain += product;
        weighted += values[m] * product;
        for (let large = small; large < size; large++) {
          const gap = Math.max(values[large] - values[m], 1e-12);
          mixed += ((1 - values[m]) * (values[m] + values[large]) * product * omega(i, large) * omega(j, large)) / gap;
        }
      }
      for (const cell of [i * size + j, j * size + i]) {
        hessian.values[cell] = plain * weighted + mixed;
        expected.values[cell] = plain * plain;
      }
    }
  }
  return { discrepancy, gradient, hessian, expected };
}

function scaledBy(correlation: Matrix, uniquenesses: Float64Array): Matrix {
  const size = correlation.rows;
  const scaled = zeroMatrix(size, size);
  correlation.values.forEach((value, cell) => {
    scaled.values[cell] = value / Math.sqrt(uniquenesses[Math.floor(cell / size)] * uniquenesses[cell % size]);
  });
  return scaled;
}
