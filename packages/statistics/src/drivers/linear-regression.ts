import { studentTwoSided } from "../distribution/student-t.ts";
import { choleskyInverse, choleskySolve } from "../linear-algebra/cholesky.ts";
import type { Moments } from "../moments/moments.ts";
import type { DriverProblem, NoDrivers } from "./driver-problem.ts";
import { driverProblem } from "./driver-problem.ts";

export interface Coefficient {
  readonly variable: string;
  readonly value: number;
  readonly standardError: number;
  /** null where the model fits without error. */
  readonly statistic: number | null;
  /** Two-sided, of a coefficient of 0; null where the model fits without error. */
  readonly pValue: number | null;
}

export interface RegressionCoefficient extends Coefficient {
  /** Coefficient in standard deviations of outcome per standard deviation of the predictor. */
  readonly standardised: number;
  /** 1/(1 − R²) of the predictor on the others; above 5 the coefficient is unsteady. */
  readonly varianceInflation: number;
}

export interface LinearRegression {
  readonly kind: "estimated";
  readonly intercept: Coefficient;
  readonly coefficients: readonly RegressionCoefficient[];
  readonly rSquared: number;
  readonly adjustedRSquared: number;
  readonly residualStandardError: number;
  /** n − predictors − 1. */
  readonly degreesOfFreedom: number;
  readonly n: number;
}

/**
 * Least squares of the target on all other variables. With weights: weighted least squares, its standard errors those of
 * `lm(weights =)`, which take the weights as precisions; they are not design-based.
 * @returns singular naming the dependent variables; too-few-answers below predictors + 2 rows
 * @throws RangeError if the target is not one of the variables
 * Golden values: golden/example/expected/synth_public_keydrivers.json, golden/published/expected/swiss_relimp.json
 */
export function linearRegression(moments: Moments, target: number): LinearRegression | NoDrivers {
  const problem = driverProblem(moments, target);
  if (problem.kind !== "problem") return problem;
  const { factor, withOutcome, degreesOfFreedom, predictors } = problem;
  const size = moments.variables.length;
  const beta = choleskySolve(factor, withOutcome);
  const inverse = choleskyInverse(factor);
  const rSquared = Math.min(
    1,
    beta.reduce((sum, value, j) => sum + value * withOutcome[j], 0),
  );
  const spread = (index: number) => Math.sqrt(moments.crossProducts[index * size + index]);
  const unexplained = 1 - rSquared < 1e-14 ? 0 : 1 - rSquared;
  const residualStandardError = spread(target) * Math.sqrt(unexplained / degreesOfFreedom);
  const coefficients = predictors.map((index, j) => {
    const varianceInflation = inverse.values[j * predictors.length + j];
    const value = (beta[j] * spread(target)) / spread(index);
    const standardError = (residualStandardError * Math.sqrt(varianceInflation)) / spread(index);
    const tested = testedCoefficient(moments.variables[index], value, standardError, degreesOfFreedom);
    return { ...tested, standardised: beta[j], varianceInflation };
  });
  const slopes = coefficients.map(({ value }) => value);
  return {
    kind: "estimated",
    intercept: interceptOf(moments, target, problem, slopes, residualStandardError),
    coefficients,
    rSquared,
    adjustedRSquared: 1 - ((1 - rSquared) * (moments.n - 1)) / degreesOfFreedom,
    residualStandardError,
    degreesOfFreedom,
    n: moments.n,
  };
}

/** ȳ − Σ b x̄, with variance σ²(1/Σw + x̄' S⁻¹ x̄), S the predictors' cross-products. */
function interceptOf(
  moments: Moments,
  target: number,
  { factor, predictors, degreesOfFreedom }: DriverProblem,
  slopes: readonly number[],
  residualStandardError: number,
): Coefficient {
  const size = moments.variables.length;
  const scaled = predictors.map(
    (index) => moments.means[index] / Math.sqrt(moments.crossProducts[index * size + index]),
  );
  const solved = choleskySolve(factor, scaled);
  const leverage = scaled.reduce((sum, value, j) => sum + value * solved[j], 1 / moments.weight);
  const value = predictors.reduce((sum, index, j) => sum - slopes[j] * moments.means[index], moments.means[target]);
  const standardError = residualStandardError * Math.sqrt(leverage);
  return testedCoefficient("(Intercept)", value, standardError, degreesOfFreedom);
}

function testedCoefficient(
  variable: string,
  value: number,
  standardError: number,
  degreesOfFreedom: number,
): Coefficient {
  if (standardError === 0) return { variable, value, standardError, statistic: null, pValue: null };
  const statistic = value / standardError;
  return { variable, value, standardError, statistic, pValue: studentTwoSided(statistic, degreesOfFreedom) };
}
