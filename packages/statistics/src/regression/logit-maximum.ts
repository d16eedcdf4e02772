/**
 * Newton's way to the maximum of the likelihood of a logit, each step halved until the likelihood does not fall. At each step the
 * columns are taken about the first one as the fit weighs them, so that a few extreme values, whose weight the fit takes away, do not
 * leave the rest without digits.
 */
import { cholesky, choleskyInverse, choleskySolve } from "../linear-algebra/cholesky.ts";
import { type Matrix, zeroMatrix } from "../linear-algebra/matrix.ts";

export interface LogitProblem {
  /** 1 for a yes, −1 for a no. */
  readonly signs: Float64Array;
  /** People, or weight, of each row. */
  readonly counts: Float64Array;
  /** At least one; an intercept is a column of ones, best the first. */
  readonly columns: readonly Float64Array[];
  /** What is given of the log odds of each row. */
  readonly offset: Float64Array | null;
}

export interface LogitMaximum {
  /** "far": log odds beyond what was allowed; "singular": the curvature is lost in rounding; "stopped": no step leads higher. */
  readonly state: "converged" | "far" | "singular" | "stopped";
  readonly coefficients: Float64Array;
  /** Of the information; null where that is singular. */
  readonly inverse: Matrix | null;
  /** Columns without curvature of their own. */
  readonly dependent: readonly number[];
  /** Observed minus expected of each row. */
  readonly residuals: Float64Array;
  readonly logLikelihood: number;
  readonly iterations: number;
}

const maximumIterations = 200;

export interface StoppingRule {
  /** Log odds at which to stop, or Infinity. */
  readonly furthest: number;
  /** Length of a step, as the information measures it for one person, at which to rest: the same in any unit of predictors or weights. */
  readonly rest: number;
}

export const toTheMaximum: StoppingRule = { furthest: Number.POSITIVE_INFINITY, rest: 1e-12 };

export function maximiseLogit(
  problem: LogitProblem,
  start: Float64Array,
  { furthest, rest }: StoppingRule = toTheMaximum,
): LogitMaximum {
  const weight = problem.counts.reduce((sum, count) => sum + Math.abs(count), 0);
  let coefficients = start;
  let here = likelihoodAt(problem, coefficients);
  let last = Number.POSITIVE_INFINITY;
  for (let iterations = 1; iterations <= maximumIterations; iterations++) {
    const { residuals, logLikelihood } = here;
    const found = { coefficients, residuals, logLikelihood, iterations, dependent: [] };
    const step = newtonStep(problem, here);
    if (step.kind === "singular") return { ...found, state: "singular", inverse: null, dependent: step.dependent };
    const { inverse } = step;
    const size = Math.sqrt(step.squaredLength / weight);
    if (here.furthest > furthest) return { ...found, state: "far", inverse };
    if (size < rest || (size < 1e-8 && size >= last)) return { ...found, state: "converged", inverse };
    last = size;
    const next =
      stepUp(problem, coefficients, step.change, logLikelihood) ?? boundedStep(problem, coefficients, here, size);
    if (next === null) return { ...found, state: size < 1e-6 ? "converged" : "stopped", inverse };
    ({ coefficients, here } = next);
  }
  const { residuals, logLikelihood } = here;
  const step = newtonStep(problem, here);
  const inverse = step.kind === "step" ? step.inverse : null;
  const found = { coefficients, residuals, logLikelihood, iterations: maximumIterations, dependent: [] };
  return { ...found, state: "stopped", inverse };
}

function stepUp(problem: LogitProblem, coefficients: Float64Array, change: Float64Array, logLikelihood: number) {
  for (let share = 1; share > 1e-3; share /= 2) {
    const trial = coefficients.map((value, j) => value + share * change[j]);
    const there = likelihoodAt(problem, trial);
    if (there.logLikelihood >= logLikelihood - 1e-13 * Math.abs(logLikelihood)) {
      return { coefficients: trial, here: there };
    }
  }
  return null;
}

/**
 * Where Newton's parabola is far too flat, as among chances of nearly 0 and 1, the step of one that nowhere lies above the likelihood;
 * null near the maximum, where what is left is rounding.
 * Source: Jaakkola & Jordan 2000, Statistics and Computing 10.
 */
function boundedStep(problem: LogitProblem, coefficients: Float64Array, here: LikelihoodHere, size: number) {
  if (size < 1e-6) return null;
  const variances = here.logOdds.map((value) => (Math.abs(value) > 1e-4 ? Math.tanh(value / 2) / (2 * value) : 1 / 4));
  const step = newtonStep(problem, { ...here, variances });
  return step.kind === "step" ? stepUp(problem, coefficients, step.change, here.logLikelihood) : null;
}

interface LikelihoodHere {
  readonly logLikelihood: number;
  readonly logOdds: Float64Array;
  readonly residuals: Float64Array;
  /** p (1 − p). */
  readonly variances: Float64Array;
  /** Largest |log odds|. */
  readonly furthest: number;
}

function likelihoodAt({ signs, counts, columns, offset }: LogitProblem, coefficients: Float64Array): LikelihoodHere {
  const logOdds = offset === null ? new Float64Array(signs.length) : Float64Array.from(offset);
  columns.forEach((column, j) => {
    for (let k = 0; k < logOdds.length; k++) logOdds[k] += coefficients[j] * column[k];
  });
  const residuals = new Float64Array(signs.length);
  const variances = new Float64Array(signs.length);
  let [logLikelihood, furthest] = [0, 0];
  for (let k = 0; k < signs.length; k++) {
    const towards = signs[k] * logOdds[k];
    const far = Math.abs(towards);
    const tail = Math.exp(-far);
    // Of the chance of what came and that of the other, each keeps its digits.
    residuals[k] = (signs[k] * (towards > 0 ? tail : 1)) / (1 + tail);
    variances[k] = tail / (1 + tail) ** 2;
    logLikelihood += counts[k] * (Math.min(towards, 0) - Math.log1p(tail));
    furthest = Math.max(furthest, far);
  }
  return { logLikelihood, logOdds, residuals, variances, furthest };
}

/** Change and inverse information, from columns that are at right angles to the first. */
function newtonStep({ counts, columns }: LogitProblem, { residuals, variances }: LikelihoodHere) {
  const weights = variances.map((variance, k) => variance * counts[k]);
  const [first] = columns;
  let [curvature, slope] = [0, 0];
  for (let k = 0; k < first.length; k++) {
    curvature += weights[k] * first[k] * first[k];
    slope += counts[k] * residuals[k] * first[k];
  }
  if (!(curvature > 0)) return { kind: "singular", dependent: [0] } as const;
  const parts = columns.slice(1).map((column) => {
    let sum = 0;
    for (let k = 0; k < first.length; k++) sum += weights[k] * first[k] * column[k];
    return sum / curvature;
  });
  const { information, score } = aboutFirst(columns, parts, weights, counts, residuals);
  const factor = cholesky(information, 1e-13);
  if (factor.kind === "singular") {
    return { kind: "singular", dependent: factor.dependent.map((place) => place + 1) } as const;
  }
  const slopes = choleskySolve(factor, score);
  const own = choleskyInverse(factor);
  const change = new Float64Array(columns.length);
  change.set(slopes, 1);
  change[0] = parts.reduce((sum, part, j) => sum - part * slopes[j], slope / curvature);
  const squaredLength = slopes.reduce((sum, each, j) => sum + each * score[j], (slope * slope) / curvature);
  return { kind: "step", change, squaredLength, inverse: withFirst(own, parts, curvature) } as const;
}

function aboutFirst(
  columns: readonly Float64Array[],
  parts: readonly number[],
  weights: Float64Array,
  counts: Float64Array,
  residuals: Float64Array,
) {
  const size = parts.length;
  const information = zeroMatrix(size, size);
  const { values } = information;
  const score = new Float64Array(size);
  const x = new Float64Array(size);
  const [first] = columns;
  for (let k = 0; k < first.length; k++) {
    const rest = counts[k] * residuals[k];
    for (let a = 0; a < size; a++) {
      x[a] = columns[a + 1][k] - parts[a] * first[k];
      score[a] += rest * x[a];
      const weighted = weights[k] * x[a];
      for (let b = 0; b <= a; b++) values[a * size + b] += weighted * x[b];
    }
  }
  for (let a = 0; a < size; a++) for (let b = 0; b < a; b++) values[b * size + a] = values[a * size + b];
  return { information, score };
}

/** Inverse information of all columns from that of the others about the first. */
function withFirst(own: Matrix, parts: readonly number[], curvature: number): Matrix {
  const size = parts.length;
  const inverse = zeroMatrix(size + 1, size + 1);
  let ofFirst = 1 / curvature;
  for (let a = 0; a < size; a++) {
    let crossed = 0;
    for (let b = 0; b < size; b++) {
      const value = own.values[a * size + b];
      inverse.values[(a + 1) * (size + 1) + b + 1] = value;
      crossed -= value * parts[b];
    }
    inverse.values[a + 1] = crossed;
    inverse.values[(a + 1) * (size + 1)] = crossed;
    ofFirst -= parts[a] * crossed;
  }
  inverse.values[0] = ofFirst;
  return inverse;
}
