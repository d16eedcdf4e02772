import type { ConfirmatoryFactors } from "@manyi/statistics/factors/confirmatory-factors";
import type { FitMeasures } from "@manyi/statistics/factors/fit-measures";
import type { RobustFit } from "@manyi/statistics/factors/robust-fit";
import type { StandardisedEstimates } from "@manyi/statistics/factors/standardised-estimates";
import type { LocalText } from "@manyi/study/definition/local-text";

/** What is meant to be measured, and what the answers say of it. */
export interface IntendedDimension {
  readonly label: LocalText;
  readonly items: readonly string[];
}

export interface Confirmation {
  readonly dimensions: readonly IntendedDimension[];
  readonly fit: ConfirmatoryFactors;
  readonly measures: FitMeasures;
  readonly standardised: StandardisedEstimates;
  /** For answers that are not normal; null with weights, or where there is none. */
  readonly robust: RobustFit | null;
}
