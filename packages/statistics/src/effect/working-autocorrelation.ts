/**
 * How far neighbouring errors of a series go together. Fitting a line takes most of it away: of 24 errors with 0.7 the residuals on
 * two lines show 0.3. So what is asked is which autoregression would leave as much in the residuals as they show.
 */
import type { Matrix } from "../linear-algebra/matrix.ts";
import type { LeastSquares } from "./least-squares.ts";
import { residualForm } from "./newey-west.ts";

export interface WorkingAutocorrelation {
  /** Of the errors, freed of what the fit takes away, 0 … 0.95. */
  readonly estimate: number;
  /** The same if the residuals showed half a standard error more: one too small costs more of the level than one too large. */
  readonly cautious: number;
}

const highest = 0.95;
const steps = 19;

/** Of residuals in the order of time. Source: ratio of the expected quadratic forms, as Durbin & Watson 1950, Biometrika 37, take it. */
export function workingAutocorrelation(design: Matrix, fit: LeastSquares): WorkingAutocorrelation {
  let products = 0;
  let squares = 0;
  fit.residuals.forEach((residual, place) => {
    squares += residual * residual;
    if (place > 0) products += residual * fit.residuals[place - 1];
  });
  const neighbours = sumsByLag(
    residualForm(design, fit.unscaledCovariance, (row, other) => (Math.abs(row - other) === 1 ? 0.5 : 0)),
  );
  const own = sumsByLag(residualForm(design, fit.unscaledCovariance, (row, other) => Number(row === other)));
  const expected = (autocorrelation: number) =>
    expectedForm(neighbours, autocorrelation) / expectedForm(own, autocorrelation);
  const shown = products / squares;
  return {
    estimate: solved(expected, shown),
    cautious: solved(expected, shown + 0.5 / Math.sqrt(fit.residuals.length)),
  };
}

/** Sums of a form's coefficients at each distance |row − column|. */
function sumsByLag({ rows: n, values }: Matrix): Float64Array {
  const sums = new Float64Array(n);
  for (let row = 0; row < n; row++) {
    for (let other = 0; other < n; other++) sums[Math.abs(row - other)] += values[row * n + other];
  }
  return sums;
}

/** Mean of the form in errors whose correlations are ρ^distance. */
function expectedForm(sums: Float64Array, autocorrelation: number): number {
  return sums.reduceRight((rest, sum) => rest * autocorrelation + sum, 0);
}

/**
 * The smallest autocorrelation at which the expectation is what is shown; the highest where none is. With points of unequal precision
 * the expectation falls again towards 1, so the first step across is sought before it is halved.
 */
function solved(expected: (autocorrelation: number) => number, shown: number): number {
  if (expected(0) >= shown) return 0;
  let step = 1;
  while (step <= steps && expected((highest * step) / steps) < shown) step += 1;
  if (step > steps) return highest;
  let [low, high] = [(highest * (step - 1)) / steps, (highest * step) / steps];
  while (high - low > 1e-13) {
    const middle = (low + high) / 2;
    if (expected(middle) < shown) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
