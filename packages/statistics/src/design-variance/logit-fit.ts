import { maximiseLogit, toTheMaximum } from "../regression/logit-maximum.ts";
import { choiceMargins, separatingPredictors } from "../regression/separation.ts";
import type { FittedModel } from "./design-fit.ts";
import type { ConstantOutcome, SeparatedOutcome, SingularPredictors } from "./regression-problem.ts";
import type { StandardisedPredictors } from "./standardised-predictors.ts";

export interface FittedLogit extends FittedModel {
  /** Σ w ln P of what came. */
  readonly logLikelihood: number;
}

/** Log odds at which a fit is asked whether it will ever end; extreme predictors get there with a maximum, too. */
const farLogOdds = 30;

/**
 * @param outcome 0 or 1, one a row of the data
 * @param names of the predictors
 * @returns separated where that is proved; singular where the information at the maximum is, by rounding
 */
export function fitLogit(
  weights: Float64Array,
  outcome: Float64Array,
  { rows, columns, weight }: StandardisedPredictors,
  names: readonly string[],
): FittedLogit | SeparatedOutcome | ConstantOutcome | SingularPredictors {
  const counts = Float64Array.from(rows, (row) => weights[row]);
  const observed = Float64Array.from(rows, (row) => outcome[row]);
  const share = observed.reduce((sum, value, k) => sum + counts[k] * value, 0) / weight;
  if (!(share > 0 && share < 1) || observed.every((value) => value === observed[0])) return { kind: "no-variation" };
  const problem = {
    signs: observed.map((value) => 2 * value - 1),
    counts,
    columns: [new Float64Array(rows.length).fill(1), ...columns],
    offset: null,
  };
  const start = new Float64Array(problem.columns.length);
  start[0] = Math.log(share / (1 - share));
  let fit = maximiseLogit(problem, start, { ...toTheMaximum, furthest: farLogOdds });
  let { iterations } = fit;
  if (fit.state !== "converged") {
    const separating = separatingPredictors(choiceMargins(observed, 2, counts, columns));
    if (separating !== null) return { kind: "separated", variables: separating.map((place) => names[place]) };
    if (fit.state === "far") {
      fit = maximiseLogit(problem, fit.coefficients);
      iterations += fit.iterations;
    }
  }
  const { coefficients, inverse, residuals, logLikelihood, dependent, state } = fit;
  if (inverse === null)
    return { kind: "singular", variables: dependent.flatMap((place) => names.slice(place - 1, place)) };
  return {
    kind: "fitted",
    coefficients,
    inverse,
    residuals,
    logLikelihood,
    converged: state === "converged",
    iterations,
  };
}
