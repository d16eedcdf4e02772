/**
 * Which attributes explain an outcome, from the moments of the respondents who answered all of them. All measures here
 * describe association among these respondents; none of them says that raising an attribute raises the outcome.
 */
import type { TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import type { Cholesky } from "../linear-algebra/cholesky.ts";
import { cholesky } from "../linear-algebra/cholesky.ts";
import type { Matrix } from "../linear-algebra/matrix.ts";
import { submatrix } from "../linear-algebra/matrix.ts";
import { correlationMatrix } from "../moments/correlation-matrix.ts";
import type { Moments } from "../moments/moments.ts";

/** Variables that are constant or linear combinations of others: no share can be told apart. */
export interface SingularDrivers {
  readonly kind: "singular";
  readonly variables: readonly string[];
}

export type NoDrivers = SingularDrivers | TooFewAnswers;

export interface DriverProblem {
  readonly kind: "problem";
  /** Predictors' places in the moments, in order. */
  readonly predictors: readonly number[];
  readonly names: readonly string[];
  /** Correlations among the predictors. */
  readonly correlations: Matrix;
  /** Correlation of each predictor with the outcome. */
  readonly withOutcome: Float64Array;
  readonly factor: Cholesky;
  /** n − predictors − 1 ≥ 1. */
  readonly degreesOfFreedom: number;
}

/**
 * @param target place of the outcome among the variables; all others are predictors
 * @throws RangeError if the target is not one of the variables, or there is no other
 */
export function driverProblem(moments: Moments, target: number): DriverProblem | NoDrivers {
  const size = moments.variables.length;
  if (!(Number.isInteger(target) && target >= 0 && target < size)) throw new RangeError(`no variable ${target}`);
  if (size < 2) throw new RangeError("at least one predictor is needed");
  const required = size + 1;
  if (moments.n < required) return tooFewAnswers(moments.n, required);
  const all = correlationMatrix(moments);
  if (all.kind === "constant-variables") return { kind: "singular", variables: all.variables };
  const predictors = moments.variables.map((_, index) => index).filter((index) => index !== target);
  const names = predictors.map((index) => moments.variables[index]);
  const correlations = submatrix(all.matrix, predictors);
  const factor = cholesky(correlations);
  if (factor.kind === "singular") return { kind: "singular", variables: factor.dependent.map((row) => names[row]) };
  const withOutcome = Float64Array.from(predictors, (index) => all.matrix.values[index * size + target]);
  const degreesOfFreedom = moments.n - size;
  return { kind: "problem", predictors, names, correlations, withOutcome, factor, degreesOfFreedom };
}

/** Raw contributions, in units of the outcome's variance, and the same as shares of R² (0–1). */
export interface Contributions {
  readonly kind: "estimated";
  readonly predictors: readonly string[];
  readonly rSquared: number;
  /** Add up to R². */
  readonly raw: Float64Array;
  /** Add up to 1; all 0 where R² is 0. */
  readonly shares: Float64Array;
  readonly n: number;
}

export function contributionsOf(names: readonly string[], raw: Float64Array, n: number): Contributions {
  const rSquared = raw.reduce((sum, value) => sum + value, 0);
  const shares = raw.map((value) => (rSquared > 0 ? value / rSquared : 0));
  return { kind: "estimated", predictors: names, rSquared, raw, shares, n };
}
