import type { PostStratifiedStep } from "./calibration-step.ts";
import type { Margin, MarginProblem } from "./margin.ts";
import { marginProblem } from "./margin.ts";

export interface PostStratifiedWeights {
  readonly kind: "post-stratified";
  /** One for each row, adding up to the population of each cell. */
  readonly weights: Float64Array;
  /** For `calibratedDesign`. */
  readonly step: PostStratifiedStep;
}

/**
 * Post-stratification: within each cell of the population (region × age), all weights take the factor that makes them add up to it.
 * Needs the crossed numbers, and some ten respondents a cell; with fewer, rake on the margins.
 * @param weights one for each row, ≥ 0
 * @param cells the cells as one margin; of several variables together through `jointCells`
 * @throws RangeError if lengths differ, a weight or target is negative or not finite, or a code has no target
 * Source: Holt & Smith 1979, JRSS A 142; R's `survey::postStratify`. Golden values: synth_public_weighting (poststratified)
 */
export function postStratify(weights: Float64Array, cells: Margin): PostStratifiedWeights | MarginProblem {
  const problem = marginProblem(weights, [cells]);
  if (problem !== null) return problem;
  const { codes, targets } = cells;
  const sums = new Float64Array(targets.length);
  for (let row = 0; row < weights.length; row++) if (weights[row] > 0) sums[codes[row]] += weights[row];
  const after = weights.map((weight, row) => (weight === 0 ? 0 : (weight * targets[codes[row]]) / sums[codes[row]]));
  const step: PostStratifiedStep = {
    kind: "post-stratified",
    cellOf: codes,
    cells: targets.length,
    weightsBefore: weights,
    weights: after,
  };
  return { kind: "post-stratified", weights: after, step };
}
