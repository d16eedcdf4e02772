import type { NoDesignEstimate } from "./domain.ts";

/** Predictors that are constant or a linear combination of those before them. */
export interface SingularPredictors {
  readonly kind: "singular";
  readonly variables: readonly string[];
}

/**
 * A combination of predictors tells all ones from all zeros, or all but those it leaves at its border: coefficients would be infinite.
 * This is proved, never guessed from large coefficients.
 */
export interface SeparatedOutcome {
  readonly kind: "separated";
  /** Predictors that do it together; without any one of them the others do not. */
  readonly variables: readonly string[];
}

/** All outcomes are equal. */
export interface ConstantOutcome {
  readonly kind: "no-variation";
}

/** Why a design carries no regression. */
export type NoDesignRegression = NoDesignEstimate | SingularPredictors;
