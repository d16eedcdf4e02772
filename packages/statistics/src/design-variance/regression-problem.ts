import type { NoDesignEstimate } from "./domain.ts";

/** Predictors that are constant or a linear combination of those before them. */
export interface SingularPredictors {
  readonly kind: "singular";
  readonly variables: readonly string[];
}

/** A combination of predictors tells all ones from all zeros: coefficients would be infinite. */
export interface SeparatedOutcome {
  readonly kind: "separated";
}

/** All outcomes are equal. */
export interface ConstantOutcome {
  readonly kind: "no-variation";
}

/** Why a design carries no regression. */
export type NoDesignRegression = NoDesignEstimate | SingularPredictors;
