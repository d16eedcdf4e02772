import { choleskyInverse, choleskySolve } from "../linear-algebra/cholesky.ts";
import type { Moments } from "../moments/moments.ts";
import type { NoDrivers } from "./driver-problem.ts";
import { driverProblem } from "./driver-problem.ts";

export interface SimpleImportance {
  readonly kind: "estimated";
  readonly predictors: readonly string[];
  /** R² of the predictor alone: r². Adds up to more than R² where predictors are correlated. */
  readonly first: Float64Array;
  /** R² the predictor adds to all others: β²/VIF. Adds up to less than R². */
  readonly last: Float64Array;
  /** β². */
  readonly squaredBeta: Float64Array;
  /** β · r; adds up to R² but may be negative. Source: Pratt 1987. */
  readonly pratt: Float64Array;
  readonly n: number;
}

/**
 * Four simple measures of importance, for comparison with LMG; all in units of the outcome's variance.
 * @returns singular or too-few-answers where regression has no answer
 * @throws RangeError if the target is not one of the variables
 * Golden values: golden/example/expected/synth_public_keydrivers.json, golden/published/expected/swiss_relimp.json
 */
export function firstLastPratt(moments: Moments, target: number): SimpleImportance | NoDrivers {
  const problem = driverProblem(moments, target);
  if (problem.kind !== "problem") return problem;
  const { factor, withOutcome, names } = problem;
  const beta = choleskySolve(factor, withOutcome);
  const inverse = choleskyInverse(factor);
  return {
    kind: "estimated",
    predictors: names,
    first: withOutcome.map((r) => r * r),
    last: beta.map((value, j) => value ** 2 / inverse.values[j * names.length + j]),
    squaredBeta: beta.map((value) => value * value),
    pratt: beta.map((value, j) => value * withOutcome[j]),
    n: moments.n,
  };
}
