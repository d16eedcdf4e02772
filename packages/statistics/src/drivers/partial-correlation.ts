import { choleskyInverse, choleskySolve } from "../linear-algebra/cholesky.ts";
import type { Moments } from "../moments/moments.ts";
import type { NoDrivers } from "./driver-problem.ts";
import { driverProblem } from "./driver-problem.ts";

export interface PartialCorrelations {
  readonly kind: "estimated";
  readonly predictors: readonly string[];
  /** Of each predictor with the outcome, all other predictors held fixed; −1 … 1. */
  readonly values: Float64Array;
  readonly n: number;
}

/**
 * Partial correlation of each predictor with the outcome: β/√(β² + VIF (1 − R²)), which equals t/√(t² + df).
 * @returns singular or too-few-answers where regression has no answer
 * @throws RangeError if the target is not one of the variables
 * Golden values: golden/example/expected/synth_public_ipa.json (derived_importance_partial)
 */
export function partialCorrelations(moments: Moments, target: number): PartialCorrelations | NoDrivers {
  const problem = driverProblem(moments, target);
  if (problem.kind !== "problem") return problem;
  const { factor, withOutcome, names } = problem;
  const beta = choleskySolve(factor, withOutcome);
  const inverse = choleskyInverse(factor);
  const unexplained = Math.max(0, 1 - beta.reduce((sum, value, j) => sum + value * withOutcome[j], 0));
  const values = beta.map((value, j) => {
    const scale = Math.hypot(value, Math.sqrt(inverse.values[j * names.length + j] * unexplained));
    return scale > 0 ? value / scale : 0;
  });
  return { kind: "estimated", predictors: names, values, n: moments.n };
}
