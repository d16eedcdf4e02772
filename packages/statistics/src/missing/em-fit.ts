import { type Cholesky, cholesky, choleskyInverse, choleskySolve } from "../linear-algebra/cholesky.ts";
import { type Matrix, submatrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import { type PatternedRows, type PatternMoments, productsAbout } from "./pattern-moments.ts";
import { dot, multiply } from "./vectors.ts";

/** Why there are no moments, with the variables that are to blame. */
export interface NoMoments {
  readonly kind: "unanswered" | "no-variation" | "never-together" | "singular";
  readonly variables: readonly string[];
}

export interface EmFit {
  readonly kind: "fitted";
  /** About the centre of the rows. */
  readonly mean: Float64Array;
  readonly covariance: Matrix;
  readonly logLikelihood: number;
  readonly converged: boolean;
  readonly iterations: number;
}

const maximumIterations = 5000;

/** EM from the variables' own means and variances, until no mean or covariance moves by more than 1e-11 standard deviations. */
export function emFit(rows: PatternedRows): EmFit | NoMoments {
  const start = startValues(rows);
  if (start.kind !== "start") return start;
  let { mean, covariance } = start;
  let iterations = 0;
  let converged = false;
  while (!converged && iterations < maximumIterations) {
    iterations += 1;
    const next = emStep(rows, mean, covariance);
    if (next.kind !== "next") return next;
    converged = largestChange(mean, covariance, next.mean, next.covariance) < 1e-11;
    ({ mean, covariance } = next);
  }
  const logLikelihood = logLikelihoodOf(rows, mean, covariance);
  if (logLikelihood === null) return singularIn(rows, covariance);
  return { kind: "fitted", mean, covariance, logLikelihood, converged, iterations };
}

type Start = { readonly kind: "start"; readonly mean: Float64Array; readonly covariance: Matrix };

function startValues({ variables, patterns, centre }: PatternedRows): Start | NoMoments {
  const size = variables.length;
  const weight = new Float64Array(size);
  const squares = new Float64Array(size);
  const together = new Uint8Array(size * size);
  for (const { observed, weight: own, products } of patterns) {
    observed.forEach((place, i) => {
      weight[place] += own;
      squares[place] += products[i * observed.length + i];
      for (const other of observed) together[place * size + other] = 1;
    });
  }
  const named = (kind: NoMoments["kind"], isSo: (place: number) => boolean): NoMoments => ({
    kind,
    variables: variables.filter((_, place) => isSo(place)),
  });
  const unanswered = named("unanswered", (place) => weight[place] === 0);
  if (unanswered.variables.length > 0) return unanswered;
  // Answers that differ by rounding of their mean alone do not vary.
  const floor = (place: number) => 1e-28 * weight[place] * centre[place] ** 2;
  const constant = named("no-variation", (place) => !(squares[place] > floor(place)));
  if (constant.variables.length > 0) return constant;
  const apart = together.indexOf(0);
  if (apart >= 0)
    return named("never-together", (place) => place === Math.floor(apart / size) || place === apart % size);
  const covariance = zeroMatrix(size, size);
  for (let place = 0; place < size; place++) covariance.values[place * size + place] = squares[place] / weight[place];
  return { kind: "start", mean: new Float64Array(size), covariance };
}

type NextStep = { readonly kind: "next"; readonly mean: Float64Array; readonly covariance: Matrix };

/** One expectation and maximisation: unanswered variables are regressed on the answered ones of their pattern. */
function emStep(rows: PatternedRows, mean: Float64Array, covariance: Matrix): NextStep | NoMoments {
  const size = mean.length;
  const shift = new Float64Array(size);
  const products = zeroMatrix(size, size);
  let total = 0;
  for (const pattern of rows.patterns) {
    const factor = cholesky(submatrix(covariance, pattern.observed), 1e-12);
    if (factor.kind === "singular") return singularIn(rows, covariance);
    total += pattern.weight;
    addExpectations(pattern, factor, mean, covariance, shift, products.values);
  }
  for (let i = 0; i < size; i++) shift[i] /= total;
  products.values.forEach((value, cell) => {
    products.values[cell] = value / total - shift[Math.floor(cell / size)] * shift[cell % size];
  });
  return { kind: "next", mean: mean.map((value, i) => value + shift[i]), covariance: products };
}

/** Adds E[x − μ] and E[(x − μ)(x − μ)′] given the answers of one pattern. */
function addExpectations(
  pattern: PatternMoments,
  factor: Cholesky,
  mean: Float64Array,
  covariance: Matrix,
  shift: Float64Array,
  products: Float64Array,
): void {
  const size = mean.length;
  const { observed, weight, sums } = pattern;
  const about = productsAbout(mean, observed, weight, sums, pattern.products);
  const deviations = sums.map((sum, i) => sum - weight * mean[observed[i]]);
  const missing = Array.from(mean.keys()).filter((place) => !observed.includes(place));
  // Each missing variable's regression on the answered ones, and the products of what it predicts with them.
  const predicted = missing.map((place) => {
    const withObserved = Float64Array.from(observed, (other) => covariance.values[place * size + other]);
    const coefficients = choleskySolve(factor, withObserved);
    return { place, withObserved, coefficients, carried: multiply(about, coefficients) };
  });
  const own = observed.length;
  for (let i = 0; i < own; i++) {
    shift[observed[i]] += deviations[i];
    for (let j = 0; j < own; j++) products[observed[i] * size + observed[j]] += about[i * own + j];
  }
  for (const { place, coefficients, carried } of predicted) {
    shift[place] += dot(coefficients, deviations);
    for (let j = 0; j < own; j++) {
      products[place * size + observed[j]] += carried[j];
      products[observed[j] * size + place] += carried[j];
    }
    for (const other of predicted) {
      const unexplained = covariance.values[place * size + other.place] - dot(coefficients, other.withObserved);
      products[place * size + other.place] += dot(other.coefficients, carried) + weight * unexplained;
    }
  }
}

function logLikelihoodOf(rows: PatternedRows, mean: Float64Array, covariance: Matrix): number | null {
  let logLikelihood = 0;
  for (const { observed, weight, sums, products } of rows.patterns) {
    const factor = cholesky(submatrix(covariance, observed), 1e-12);
    if (factor.kind === "singular") return null;
    const inverse = choleskyInverse(factor).values;
    const about = productsAbout(mean, observed, weight, sums, products);
    let logDeterminant = 0;
    observed.forEach((_, i) => {
      logDeterminant += 2 * Math.log(factor.lower.values[i * observed.length + i]);
    });
    logLikelihood -= (weight * (observed.length * Math.log(2 * Math.PI) + logDeterminant) + dot(inverse, about)) / 2;
  }
  return logLikelihood;
}

function singularIn({ variables }: PatternedRows, covariance: Matrix): NoMoments {
  const factor = cholesky(covariance, 1e-12);
  const dependent = factor.kind === "singular" ? factor.dependent : [];
  return {
    kind: "singular",
    variables: dependent.length === 0 ? variables : dependent.map((place) => variables[place]),
  };
}

function largestChange(mean: Float64Array, covariance: Matrix, nextMean: Float64Array, next: Matrix): number {
  const size = mean.length;
  const spread = Float64Array.from(mean, (_, i) => Math.sqrt(covariance.values[i * size + i]));
  let largest = 0;
  mean.forEach((value, i) => {
    largest = Math.max(largest, Math.abs(nextMean[i] - value) / spread[i]);
  });
  covariance.values.forEach((value, cell) => {
    const scale = spread[Math.floor(cell / size)] * spread[cell % size];
    largest = Math.max(largest, Math.abs(next.values[cell] - value) / scale);
  });
  return largest;
}
