/**
 * Standard errors of least squares when neighbouring points go together. Newey and West's estimate is far too small in series of a
 * few dozen points: a nominal 5 % is then 13–20 %. So its bias is taken out and its degrees of freedom are Satterthwaite's, both
 * under a working model of the errors, as Bell and McCaffrey do for clusters: an autoregression of first order.
 * Source: Newey & West 1987, Econometrica 55; Bell & McCaffrey 2002; Imbens & Kolesár 2016, Review of Economics and Statistics 98.
 */
import type { Matrix } from "../linear-algebra/matrix.ts";
import { zeroMatrix } from "../linear-algebra/matrix.ts";
import type { LeastSquares } from "./least-squares.ts";

export interface SeriesFit {
  /** Rows in the order of time, in units of each point's standard deviation. */
  readonly design: Matrix;
  readonly fit: LeastSquares;
  /** Neighbours that may go together, 0 … n − 1. */
  readonly lag: number;
  /** Of the working model, 0 … 1. */
  readonly autocorrelation: number;
}

export interface ContrastError {
  readonly variance: number;
  /** Satterthwaite's. */
  readonly degreesOfFreedom: number;
}

/** Newey and West's rule for the number of neighbours, ⌊4 (n/100)^(2/9)⌋: 2 for two years of months. */
export function usualLag(points: number): number {
  return Math.floor(4 * (points / 100) ** (2 / 9));
}

/**
 * Variance of c′b: Σ k(t − s) g_t e_t g_s e_s with Bartlett's weights k and g = X (X′X)⁻¹ c, times the ratio of what the working
 * model says c′b varies to what it says this sum amounts to.
 * @returns null where the residuals cannot tell: the points of the contrast are fitted exactly
 * @throws RangeError unless lag is an integer in 0 … n − 1
 */
export function neweyWestError(series: SeriesFit, contrast: ArrayLike<number>): ContrastError | null {
  const { design, fit, lag, autocorrelation } = series;
  const n = design.rows;
  if (!(Number.isInteger(lag) && lag >= 0 && lag < n)) throw new RangeError(`lag ${lag} with ${n} points`);
  const g = influence(design, fit.unscaledCovariance, contrast);
  const kernel = (row: number, other: number) =>
    Math.abs(row - other) > lag ? 0 : (1 - Math.abs(row - other) / (lag + 1)) * g[row] * g[other];
  let raw = 0;
  for (let row = 0; row < n; row++) {
    for (let other = Math.max(0, row - lag); other <= Math.min(n - 1, row + lag); other++) {
      raw += kernel(row, other) * fit.residuals[row] * fit.residuals[other];
    }
  }
  const form = timesWorking(residualForm(design, fit.unscaledCovariance, kernel), autocorrelation);
  const { expected, spread } = momentsOfForm(form);
  const own = workingVariance(g, autocorrelation);
  if (!(expected > 1e-10 * own && spread > 0 && raw > 0)) return null;
  return { variance: (raw * own) / expected, degreesOfFreedom: expected ** 2 / spread };
}

/** g = X (X′X)⁻¹ c: what each point adds to the contrast. */
function influence(
  { rows: n, columns: k, values: x }: Matrix,
  inverse: Matrix,
  contrast: ArrayLike<number>,
): Float64Array {
  const weights = new Float64Array(k);
  for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) weights[i] += inverse.values[i * k + j] * contrast[j];
  return Float64Array.from({ length: n }, (_, row) => weights.reduce((sum, each, i) => sum + each * x[row * k + i], 0));
}

/** M K M with M = I − X (X′X)⁻¹ X′: the sum Σ k(t, s) e_t e_s over residuals as a form in the errors. */
export function residualForm(design: Matrix, inverse: Matrix, kernel: (row: number, other: number) => number): Matrix {
  const n = design.rows;
  const form = zeroMatrix(n, n);
  for (let row = 0; row < n; row++)
    for (let other = 0; other < n; other++) form.values[row * n + other] = kernel(row, other);
  return withoutDesign(transposed(withoutDesign(form, design, inverse)), design, inverse);
}

/** M A: every column of A less its projection on the design. */
function withoutDesign(a: Matrix, { rows: n, columns: k, values: x }: Matrix, inverse: Matrix): Matrix {
  const result = zeroMatrix(n, n);
  const products = zeroMatrix(k, n);
  for (let row = 0; row < n; row++) {
    for (let i = 0; i < k; i++) {
      for (let column = 0; column < n; column++) {
        products.values[i * n + column] += x[row * k + i] * a.values[row * n + column];
      }
    }
  }
  for (let row = 0; row < n; row++) {
    const weights = Float64Array.from({ length: k }, (_, j) => {
      let sum = 0;
      for (let i = 0; i < k; i++) sum += x[row * k + i] * inverse.values[i * k + j];
      return sum;
    });
    for (let column = 0; column < n; column++) {
      let fitted = 0;
      for (let j = 0; j < k; j++) fitted += weights[j] * products.values[j * n + column];
      result.values[row * n + column] = a.values[row * n + column] - fitted;
    }
  }
  return result;
}

function transposed({ rows, columns, values }: Matrix): Matrix {
  const result = zeroMatrix(columns, rows);
  values.forEach((value, cell) => {
    result.values[(cell % columns) * rows + Math.floor(cell / columns)] = value;
  });
  return result;
}

/** A Ω, Ω the correlations ρ^|t − s| of the working model; a row at a time by two recursions. */
function timesWorking({ rows, columns, values }: Matrix, autocorrelation: number): Matrix {
  const result = zeroMatrix(rows, columns);
  for (let row = 0; row < rows; row++) {
    result.values.set(
      workingProduct(values.subarray(row * columns, (row + 1) * columns), autocorrelation),
      row * columns,
    );
  }
  return result;
}

function workingProduct(vector: Float64Array, autocorrelation: number): Float64Array {
  const product = new Float64Array(vector.length);
  let carried = 0;
  vector.forEach((value, place) => {
    carried = autocorrelation * carried + value;
    product[place] = carried;
  });
  carried = 0;
  for (let place = vector.length - 2; place >= 0; place--) {
    carried = autocorrelation * (carried + vector[place + 1]);
    product[place] += carried;
  }
  return product;
}

function workingVariance(g: Float64Array, autocorrelation: number): number {
  return workingProduct(g, autocorrelation).reduce((sum, value, place) => sum + value * g[place], 0);
}

/** tr B and tr B²: a quadratic form has mean σ² tr B and variance 2σ⁴ tr B², so Satterthwaite's degrees are (tr B)²/tr B². */
function momentsOfForm({ rows: n, values }: Matrix) {
  let expected = 0;
  let spread = 0;
  for (let row = 0; row < n; row++) {
    expected += values[row * n + row];
    for (let other = 0; other < n; other++) spread += values[row * n + other] * values[other * n + row];
  }
  return { expected, spread };
}
