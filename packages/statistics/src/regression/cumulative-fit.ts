/**
 * Maximum likelihood of P(Y ≤ j) = F(θ_j + u′α_j − x′β): x shifts all thresholds alike (proportional odds), u each of them by itself
 * (a nominal effect). The log-likelihood is concave for both distributions used here, so Newton's steps, halved where they fall short,
 * lead to the maximum where there is one. Standard errors come from the observed information.
 * Source: McCullagh 1980, JRSS B 42; Pratt 1981, JASA 76 (concavity).
 */
import { cholesky, choleskyInverse, choleskySolve } from "../linear-algebra/cholesky.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";
import type { CumulativeLink } from "./cumulative-link.ts";

export interface CumulativeProblem {
  /** Level of each row, 0 … levels − 1; each occurs. */
  readonly codes: Int32Array;
  readonly levels: number;
  /** People, or weight, of each row. */
  readonly counts: Float64Array;
  /** Columns that shift all thresholds alike. */
  readonly shared: readonly Float64Array[];
  /** Columns with an effect of their own on each threshold. */
  readonly nominal: readonly Float64Array[];
}

export interface CumulativeFit {
  readonly kind: "fitted";
  /** For each threshold its place and nominal effects; then the shared effects. */
  readonly parameters: Float64Array;
  readonly inverse: Matrix;
  readonly logLikelihood: number;
  readonly converged: boolean;
  readonly iterations: number;
}

/** No maximum at finite parameters. */
export interface RunawayFit {
  readonly kind: "separated";
}

const maximumIterations = 100;

export function fitCumulative(problem: CumulativeProblem, link: CumulativeLink): CumulativeFit | RunawayFit {
  const width = problem.nominal.length + 1;
  let parameters = new Float64Array((problem.levels - 1) * width + problem.shared.length);
  startingThresholds(problem, link).forEach((threshold, j) => {
    parameters[j * width] = threshold;
  });
  let here = cumulativeLikelihood(problem, link, parameters);
  let converged = false;
  let iterations = 0;
  while (!converged && iterations < maximumIterations) {
    iterations += 1;
    const factor = cholesky(here.information, 1e-13);
    if (factor.kind === "singular") return { kind: "separated" };
    const step = choleskySolve(factor, here.gradient);
    const size = step.reduce((largest, change) => Math.max(largest, Math.abs(change)), 0);
    let [next, there] = [parameters, here];
    for (let share = 1; share > 1e-6; share /= 2) {
      const trial = parameters.map((value, place) => value + share * step[place]);
      const found = cumulativeLikelihood(problem, link, trial);
      if (found.logLikelihood >= here.logLikelihood - 1e-11 * Math.abs(here.logLikelihood)) {
        [next, there] = [trial, found];
        break;
      }
    }
    if (next === parameters) {
      converged = size < 1e-5;
      break;
    }
    [parameters, here] = [next, there];
    // Newton's error after a step is of the order of the step squared.
    converged = size < 1e-6;
    if (here.furthest > link.runaway) return { kind: "separated" };
  }
  const factor = cholesky(here.information, 1e-13);
  if (factor.kind === "singular") return { kind: "separated" };
  const { logLikelihood } = here;
  return { kind: "fitted", parameters, inverse: choleskyInverse(factor), logLikelihood, converged, iterations };
}

/** Thresholds that give the shares of the levels without predictors. */
function startingThresholds({ codes, levels, counts }: CumulativeProblem, link: CumulativeLink): Float64Array {
  const sums = new Float64Array(levels);
  codes.forEach((code, row) => {
    sums[code] += counts[row];
  });
  const total = sums.reduce((sum, count) => sum + count, 0);
  let below = 0;
  return sums.subarray(0, levels - 1).map((count) => {
    below += count;
    return link.quantile(below / total);
  });
}

interface LikelihoodHere {
  /** −Infinity where thresholds cross. */
  readonly logLikelihood: number;
  readonly gradient: Float64Array;
  readonly information: Matrix;
  /** Largest |x′β|. */
  readonly furthest: number;
}

function cumulativeLikelihood(
  problem: CumulativeProblem,
  link: CumulativeLink,
  parameters: Float64Array,
): LikelihoodHere {
  const size = parameters.length;
  const gradient = new Float64Array(size);
  const information = zeroMatrix(size, size);
  const row = rowOf(problem, link, parameters);
  let logLikelihood = 0;
  let furthest = 0;
  for (let k = 0; k < problem.codes.length; k++) {
    const found = row.at(k);
    if (!(found > 0)) {
      return { logLikelihood: Number.NEGATIVE_INFINITY, gradient, information, furthest };
    }
    furthest = Math.max(furthest, Math.abs(row.shift()));
    const count = problem.counts[k];
    logLikelihood += count * Math.log(found);
    row.addTo(count, gradient, information.values);
  }
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) information.values[b * size + a] = information.values[a * size + b];
  }
  return { logLikelihood, gradient, information, furthest };
}

/** The score of each row, not weighted. */
export function cumulativeScores(
  problem: CumulativeProblem,
  link: CumulativeLink,
  parameters: Float64Array,
): readonly Float64Array[] {
  const row = rowOf(problem, link, parameters);
  const unused = new Float64Array(parameters.length ** 2);
  return Array.from(problem.codes, (_, k) => {
    const score = new Float64Array(parameters.length);
    row.at(k);
    row.addTo(1, score, unused);
    return score;
  });
}

/** A row in turn, with the place of its answer between two thresholds. */
interface RowHere {
  code: number;
  /** x′β. */
  shift: number;
  upper: number;
  lower: number;
  probability: number;
  /** 1 and the nominal predictors; the shared ones. */
  readonly u: Float64Array;
  readonly x: Float64Array;
}

/** One row at a time, without memory of its own for each: `at` gives its likelihood, `addTo` adds its derivatives. */
function rowOf({ codes, levels, shared, nominal }: CumulativeProblem, link: CumulativeLink, parameters: Float64Array) {
  const width = nominal.length + 1;
  const first = (levels - 1) * width;
  const u = new Float64Array(width).fill(1);
  const x = new Float64Array(shared.length);
  const row: RowHere = { code: 0, shift: 0, upper: 0, lower: 0, probability: 0, u, x };
  const thresholdAt = (j: number): number => {
    let sum = 0;
    for (let c = 0; c < width; c++) sum += parameters[j * width + c] * u[c];
    return sum - row.shift;
  };
  const at = (k: number): number => {
    row.code = codes[k];
    row.shift = 0;
    for (let c = 1; c < width; c++) u[c] = nominal[c - 1][k];
    for (let j = 0; j < x.length; j++) {
      x[j] = shared[j][k];
      row.shift += parameters[first + j] * x[j];
    }
    const upper = row.code < levels - 1 ? thresholdAt(row.code) : Number.POSITIVE_INFINITY;
    const lower = row.code > 0 ? thresholdAt(row.code - 1) : Number.NEGATIVE_INFINITY;
    row.upper = upper;
    row.lower = lower;
    // Of the two tails the smaller one keeps its digits.
    row.probability = lower > 0 ? tail(-lower, link) - tail(-upper, link) : tail(upper, link) - tail(lower, link);
    return row.probability;
  };
  const addTo = (count: number, gradient: Float64Array, information: Float64Array) =>
    addDerivatives(row, levels, link, count, gradient, information);
  return { at, addTo, shift: () => row.shift };
}

/** Gradient, and the lower triangle of the information, of one row. */
function addDerivatives(
  { code, upper, lower, probability, u, x }: RowHere,
  levels: number,
  link: CumulativeLink,
  count: number,
  gradient: Float64Array,
  information: Float64Array,
): void {
  const size = gradient.length;
  const width = u.length;
  const first = (levels - 1) * width;
  const hasUpper = code < levels - 1;
  const hasLower = code > 0;
  const f = hasUpper ? link.density(upper) / probability : 0;
  const g = hasLower ? link.density(lower) / probability : 0;
  const upperUpper = hasUpper ? count * (f * f - link.slope(upper) / probability) : 0;
  const lowerLower = hasLower ? count * (g * g + link.slope(lower) / probability) : 0;
  const upperLower = -count * f * g;
  const up = code * width;
  const down = up - width;
  for (let c = 0; c < width; c++) {
    if (hasUpper) gradient[up + c] += count * f * u[c];
    if (hasLower) gradient[down + c] -= count * g * u[c];
    for (let d = 0; d < width; d++) {
      const both = u[c] * u[d];
      if (hasUpper && d <= c) information[(up + c) * size + up + d] += upperUpper * both;
      if (hasLower && d <= c) information[(down + c) * size + down + d] += lowerLower * both;
      if (hasUpper && hasLower) information[(up + c) * size + down + d] += upperLower * both;
    }
  }
  const slope = count * (g - f);
  const byUpper = -(upperUpper + upperLower);
  const byLower = -(lowerLower + upperLower);
  for (let j = 0; j < x.length; j++) {
    const place = first + j;
    gradient[place] += slope * x[j];
    for (let c = 0; c < width; c++) {
      if (hasUpper) information[place * size + up + c] += byUpper * x[j] * u[c];
      if (hasLower) information[place * size + down + c] += byLower * x[j] * u[c];
    }
    const own = -(byUpper + byLower) * x[j];
    for (let i = 0; i <= j; i++) information[place * size + first + i] += own * x[i];
  }
}

function tail(z: number, link: CumulativeLink): number {
  if (z === Number.POSITIVE_INFINITY) return 1;
  return z === Number.NEGATIVE_INFINITY ? 0 : link.lower(z);
}
