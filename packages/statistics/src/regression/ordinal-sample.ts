import type { ConstantOutcome, SeparatedOutcome, SingularPredictors } from "../design-variance/regression-problem.ts";
import type { NoMaximum } from "./concave-maximum.ts";
import type { CumulativeProblem } from "./cumulative-margins.ts";
import type { CoefficientName } from "./model-coefficients.ts";
import type { ModelSample } from "./model-sample.ts";
import { separatedBy, singularIn } from "./separation.ts";

export interface OrdinalSample {
  readonly kind: "ordinal";
  readonly sample: ModelSample;
  /** Answers that occur, ascending. */
  readonly levels: readonly number[];
  /** Weight of each. */
  readonly answered: Float64Array;
  /** With all predictors shared. */
  readonly problem: CumulativeProblem;
}

export function ordinalSample(outcome: Float64Array, sample: ModelSample): OrdinalSample | ConstantOutcome {
  const { rows, columns } = sample.standardised;
  const levels = [...new Set(Array.from(rows, (row) => outcome[row]))].sort((a, b) => a - b);
  if (levels.length < 2) return { kind: "no-variation" };
  const places = new Map(levels.map((level, place) => [level, place]));
  const codes = Int32Array.from(rows, (row) => places.get(outcome[row]) ?? -1);
  const counts = Float64Array.from(rows, (row) => sample.weights[row]);
  const answered = new Float64Array(levels.length);
  codes.forEach((code, k) => {
    answered[code] += counts[k];
  });
  const problem = { codes, levels: levels.length, counts, shared: columns, nominal: [] };
  return { kind: "ordinal", sample, levels, answered, problem };
}

/** Why a model of shared effects has no maximum, by the names of its predictors. */
export function noOrdinalMaximum(
  fit: NoMaximum,
  { levels, sample }: OrdinalSample,
): SeparatedOutcome | SingularPredictors {
  if (fit.kind === "separated") return separatedBy(fit.predictors, sample.columns);
  return singularIn(
    fit.parameters.map((place) => place - levels.length + 1),
    sample.columns,
  );
}

export function thresholdNames(levels: readonly number[]): readonly CoefficientName[] {
  return levels.slice(1).map((level, j) => {
    const variable = `${levels[j]}|${level}`;
    return { variable, term: "threshold", level: variable };
  });
}

/** Thresholds and slopes on standardised predictors → on predictors in their own units. */
export function inOwnUnits({ levels, sample }: OrdinalSample): (parameters: Float64Array) => Float64Array {
  const thresholds = levels.length - 1;
  return (parameters) => {
    // θ − x′β is an intercept with slopes −β.
    const slopes = parameters.subarray(thresholds).map((slope) => -slope);
    const own = Float64Array.from(parameters);
    for (let j = 0; j < thresholds; j++) {
      own[j] = sample.standardised.toOwnUnits(Float64Array.of(parameters[j], ...slopes))[0];
    }
    sample.standardised
      .toOwnUnits(Float64Array.of(0, ...slopes))
      .subarray(1)
      .forEach((slope, j) => {
        own[thresholds + j] = -slope;
      });
    return own;
  };
}
