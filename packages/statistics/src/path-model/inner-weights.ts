import { factorInPlace, solveInPlace } from "./flat-cholesky.ts";
import type { PathModelKernel } from "./kernel-state.ts";

/**
 * How much each construct counts in the inner estimate of its neighbours. Centroid: the sign of their correlation. Factorial: the
 * correlation. Path: for what acts on a construct the coefficients of its regression on them, for what it acts on the correlation.
 * @returns the first construct whose predecessors depend on each other, or −1
 */
export function fillInnerWeights(kernel: PathModelKernel): number {
  const { layout, scheme, neighbours, innerWeights, constructCorrelations, coefficients } = kernel;
  const k = neighbours.length;
  for (let j = 0; j < k; j++) {
    const near = neighbours[j];
    for (let m = 0; m < near.length; m++) {
      const cell = j * k + near[m];
      innerWeights[cell] = scheme === "centroid" ? Math.sign(constructCorrelations[cell]) : constructCorrelations[cell];
    }
    if (scheme !== "path") continue;
    if (!regressOnPredecessors(kernel, j)) return j;
    const from = layout.predecessors[j];
    for (let m = 0; m < from.length; m++) innerWeights[j * k + from[m]] = coefficients[m];
  }
  return -1;
}

/** Standardised coefficients into `kernel.coefficients`, in the order of the predecessors. @returns false where they depend on each other */
export function regressOnPredecessors(kernel: PathModelKernel, construct: number): boolean {
  const { layout, constructCorrelations, system, coefficients } = kernel;
  const from = layout.predecessors[construct];
  const k = layout.predecessors.length;
  const size = from.length;
  for (let row = 0; row < size; row++) {
    coefficients[row] = constructCorrelations[from[row] * k + construct];
    for (let column = 0; column <= row; column++) {
      system[row * size + column] = constructCorrelations[from[row] * k + from[column]];
    }
  }
  if (!factorInPlace(system, 0, size)) return false;
  solveInPlace(system, 0, size, coefficients, 0);
  return true;
}
