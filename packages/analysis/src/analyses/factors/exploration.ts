import type { FactorSolution } from "@manyi/statistics/factors/maximum-likelihood-factors";
import type { ParallelAnalysis } from "@manyi/statistics/factors/parallel-analysis";
import type { RotatedFactors } from "@manyi/statistics/factors/rotation";
import type { ItemSample } from "./item-sample.ts";

/** Factors that were found. */
export interface Exploration {
  readonly sample: ItemSample;
  readonly isPolychoric: boolean;
  readonly solution: FactorSolution;
  readonly rotated: RotatedFactors;
  readonly parallel: ParallelAnalysis;
}
