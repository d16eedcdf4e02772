/**
 * Raking (iterative proportional fitting): the weights are multiplied, margin after margin, until they add up to every margin at
 * once. It needs only the margins, not their crossing, and never makes a weight negative. All respondents of one combination of
 * categories take the same factor, so the work is done on combinations, not on respondents.
 * Source: Deming & Stephan 1940; Deville, Särndal & Sautory 1993, JASA 88.
 */
import type { RakedStep } from "./calibration-step.ts";
import { jointCells, sumsByCell } from "./joint-cells.ts";
import type { Margin, MarginProblem } from "./margin.ts";
import { marginProblem } from "./margin.ts";

export interface RakedWeights {
  readonly kind: "raked";
  /** One for each row, adding up to the targets. */
  readonly weights: Float64Array;
  /** For `calibratedDesign`. */
  readonly step: RakedStep;
  readonly converged: true;
  readonly iterations: number;
}

/** The margins cannot be met together, or only far more slowly than is allowed. */
export interface RakingNotConverged {
  readonly kind: "not-converged";
  readonly converged: false;
  readonly iterations: number;
  /** The category that is furthest off. */
  readonly worst: {
    readonly margin: string;
    readonly category: number;
    readonly target: number;
    /** Σw of the category after the last iteration. */
    readonly reached: number;
  };
}

export interface RakingOptions {
  /** Rounds over all margins. */
  readonly maximumIterations: number;
  /** Largest deviation from a target, as a share of the population. */
  readonly tolerance: number;
}

const rakingDefaults: RakingOptions = { maximumIterations: 2000, tolerance: 1e-13 };

/**
 * @param weights one for each row, ≥ 0: design weights, or ones; a weight of 0 stays 0
 * @throws RangeError if lengths differ, a weight or target is negative or not finite, a code has no target, there is no margin, or
 *   an option is not positive
 * Golden values: synth_public_weighting (raked_first10), api_survey (raked_cluster)
 */
export function rake(
  weights: Float64Array,
  margins: readonly Margin[],
  options: RakingOptions = rakingDefaults,
): RakedWeights | RakingNotConverged | MarginProblem {
  if (!(options.tolerance > 0 && options.maximumIterations >= 1)) throw new RangeError("raking needs positive limits");
  const problem = marginProblem(weights, margins);
  if (problem !== null) return problem;
  const joint = jointCells(
    margins.map(({ codes }) => codes),
    weights.length,
  );
  const before = sumsByCell(joint, weights);
  const after = Float64Array.from(before);
  const total = margins[0].targets.reduce((sum, target) => sum + target, 0);
  for (let iterations = 1; iterations <= options.maximumIterations; iterations++) {
    margins.forEach(({ targets }, place) => {
      fitMargin(after, joint.categoryOf[place], targets);
    });
    if (furthest(after, joint.categoryOf, margins).distance > options.tolerance * total) continue;
    const factors = after.map((weight, cell) => (before[cell] === 0 ? 0 : weight / before[cell]));
    const raked = new Float64Array(weights.length);
    for (let row = 0; row < raked.length; row++) {
      if (weights[row] !== 0) raked[row] = weights[row] * factors[joint.cellOf[row]];
    }
    const step: RakedStep = { kind: "raked", ...joint, weights: raked };
    return { kind: "raked", weights: raked, step, converged: true, iterations };
  }
  const { margin, category, reached } = furthest(after, joint.categoryOf, margins);
  const worst = { margin: margins[margin].name, category, target: margins[margin].targets[category], reached };
  return { kind: "not-converged", converged: false, iterations: options.maximumIterations, worst };
}

/** Multiplies the cells of each category by target ÷ sum. */
function fitMargin(cells: Float64Array, categoryOf: Int32Array, targets: Float64Array): void {
  const sums = categorySums(cells, categoryOf, targets.length);
  const factors = targets.map((target, category) => (sums[category] === 0 ? 0 : target / sums[category]));
  for (let cell = 0; cell < cells.length; cell++) cells[cell] *= factors[categoryOf[cell]];
}

function furthest(cells: Float64Array, categoryOf: readonly Int32Array[], margins: readonly Margin[]) {
  let worst = { margin: 0, category: 0, reached: 0, distance: -1 };
  margins.forEach(({ targets }, margin) => {
    const sums = categorySums(cells, categoryOf[margin], targets.length);
    sums.forEach((reached, category) => {
      const distance = Math.abs(reached - targets[category]);
      if (distance > worst.distance) worst = { margin, category, reached, distance };
    });
  });
  return worst;
}

function categorySums(cells: Float64Array, categoryOf: Int32Array, categories: number): Float64Array {
  const sums = new Float64Array(categories);
  for (let cell = 0; cell < cells.length; cell++) sums[categoryOf[cell]] += cells[cell];
  return sums;
}
