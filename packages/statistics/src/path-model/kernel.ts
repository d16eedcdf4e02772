/**
 * Partial least squares path modelling on a correlation matrix (Wold 1982; Lohmöller 1989; Tenenhaus et al. 2005): the weights, and from
 * them everything else, depend on the data through the items' correlations alone.
 */
import { factorInPlace, solveInPlace } from "./flat-cholesky.ts";
import { fillInnerWeights, regressOnPredecessors } from "./inner-weights.ts";
import type { PathModelKernel } from "./kernel-state.ts";

/** "unrelated": the items of a construct have nothing in common with its neighbours, or its score does not vary. */
export type KernelOutcome = "converged" | "not-converged" | "singular" | "unrelated";

/** Weights of items with variance 1 whose sum of squares is less than this are rounding. */
const leastSquaredWeights = 1e-20;

/** A score whose variance is less than this share of its squared weights is rounding: its items cancel out. */
const leastVariance = 1e-12;

/** Estimates the model from `kernel.correlations`. Only where the outcome is "converged" do the other buffers hold a solution. */
export function runKernel(kernel: PathModelKernel): KernelOutcome {
  kernel.iterations = 0;
  kernel.stoppedAt = factorFormativeBlocks(kernel);
  if (kernel.stoppedAt >= 0) return "singular";
  startWeights(kernel);
  let change = Number.POSITIVE_INFINITY;
  while (!(change < kernel.tolerance)) {
    if (kernel.iterations === kernel.maximumIterations) return "not-converged";
    kernel.iterations += 1;
    correlateConstructs(kernel);
    kernel.stoppedAt = fillInnerWeights(kernel);
    if (kernel.stoppedAt >= 0) return "singular";
    kernel.weightsBefore.set(kernel.weights);
    updateWeights(kernel);
    kernel.stoppedAt = standardise(kernel);
    if (kernel.stoppedAt >= 0) return "unrelated";
    change = largestChange(kernel);
  }
  orient(kernel);
  correlateConstructs(kernel);
  kernel.stoppedAt = regressConstructs(kernel);
  return kernel.stoppedAt >= 0 ? "singular" : "converged";
}

function factorFormativeBlocks({ layout, factorStarts, factors, correlations }: PathModelKernel): number {
  const p = layout.items.length;
  for (let j = 0; j < factorStarts.length; j++) {
    const offset = factorStarts[j];
    if (offset < 0) continue;
    const from = layout.starts[j];
    const size = layout.starts[j + 1] - from;
    for (let a = 0; a < size; a++) {
      for (let b = 0; b <= a; b++) factors[offset + a * size + b] = correlations[(from + a) * p + from + b];
    }
    if (!factorInPlace(factors, offset, size)) return j;
  }
  return -1;
}

/** Ones; where items that contradict each other then cancel out, the first item alone. */
function startWeights(kernel: PathModelKernel): void {
  kernel.weights.fill(1);
  for (let cancelled = standardise(kernel); cancelled >= 0; cancelled = standardise(kernel)) {
    const { starts } = kernel.layout;
    kernel.weights.fill(0, starts[cancelled], starts[cancelled + 1]);
    kernel.weights[starts[cancelled]] = 1;
  }
}

/** Cross-loadings of the weights, both such that every score has variance 1. @returns the first construct whose score does not vary, or −1 */
function standardise(kernel: PathModelKernel): number {
  const { layout, weights, crossLoadings } = kernel;
  const { starts } = layout;
  const p = weights.length;
  for (let j = 0; j < starts.length - 1; j++) {
    const from = starts[j];
    const to = starts[j + 1];
    correlateItems(kernel, j);
    let variance = 0;
    let squares = 0;
    for (let b = from; b < to; b++) {
      variance += weights[b] * crossLoadings[j * p + b];
      squares += weights[b] * weights[b];
    }
    if (!(squares > leastSquaredWeights && variance > leastVariance * squares)) return j;
    const scale = 1 / Math.sqrt(variance);
    for (let b = from; b < to; b++) weights[b] *= scale;
    for (let a = j * p; a < j * p + p; a++) crossLoadings[a] *= scale;
  }
  return -1;
}

/** Covariances of all items with the score of a construct, four at once: sums that do not wait for each other. */
function correlateItems({ layout, correlations, weights, crossLoadings }: PathModelKernel, construct: number): void {
  const from = layout.starts[construct];
  const to = layout.starts[construct + 1];
  const p = weights.length;
  const at = construct * p;
  let a = 0;
  for (; a + 3 < p; a += 4) {
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    for (let b = from; b < to; b++) {
      const weight = weights[b];
      const row = b * p + a;
      first += weight * correlations[row];
      second += weight * correlations[row + 1];
      third += weight * correlations[row + 2];
      fourth += weight * correlations[row + 3];
    }
    crossLoadings[at + a] = first;
    crossLoadings[at + a + 1] = second;
    crossLoadings[at + a + 2] = third;
    crossLoadings[at + a + 3] = fourth;
  }
  for (; a < p; a++) {
    let sum = 0;
    for (let b = from; b < to; b++) sum += weights[b] * correlations[b * p + a];
    crossLoadings[at + a] = sum;
  }
}

function correlateConstructs({ layout, weights, crossLoadings, constructCorrelations }: PathModelKernel): void {
  const { starts } = layout;
  const p = weights.length;
  const k = starts.length - 1;
  for (let j = 0; j < k; j++) {
    const from = starts[j];
    const to = starts[j + 1];
    constructCorrelations[j * k + j] = 1;
    for (let l = 0; l < j; l++) {
      let sum = 0;
      for (let b = from; b < to; b++) sum += weights[b] * crossLoadings[l * p + b];
      constructCorrelations[j * k + l] = sum;
      constructCorrelations[l * k + j] = sum;
    }
  }
}

/** Mode A: covariances of the items with the inner estimate. Mode B: coefficients of its regression on them. */
function updateWeights(kernel: PathModelKernel): void {
  const { layout, weights, crossLoadings, innerWeights, factorStarts, factors } = kernel;
  const { starts } = layout;
  const p = weights.length;
  const k = starts.length - 1;
  weights.fill(0);
  for (let j = 0; j < k; j++) {
    const from = starts[j];
    const to = starts[j + 1];
    const own = kernel.neighbours[j];
    for (let m = 0; m < own.length; m++) {
      const l = own[m];
      const inner = innerWeights[j * k + l];
      for (let a = from; a < to; a++) weights[a] += inner * crossLoadings[l * p + a];
    }
    if (factorStarts[j] >= 0) solveInPlace(factors, factorStarts[j], to - from, weights, from);
  }
}

function largestChange({ weights, weightsBefore }: PathModelKernel): number {
  let largest = 0;
  for (let a = 0; a < weights.length; a++) {
    const change = Math.abs(weights[a] - weightsBefore[a]);
    if (!(change <= largest)) largest = change;
  }
  return largest;
}

/** Turns each construct so that most of its loadings are positive; where as many are negative, so that their sum is. */
function orient(kernel: PathModelKernel): void {
  const { starts } = kernel.layout;
  const k = starts.length - 1;
  const p = kernel.weights.length;
  for (let j = 0; j < k; j++) {
    let balance = 0;
    let sum = 0;
    for (let a = starts[j]; a < starts[j + 1]; a++) {
      balance += Math.sign(kernel.crossLoadings[j * p + a]);
      sum += kernel.crossLoadings[j * p + a];
    }
    if (balance < 0 || (balance === 0 && sum < 0)) turnScore(kernel, j);
  }
}

function turnScore({ layout, weights, crossLoadings }: PathModelKernel, construct: number): void {
  const { starts } = layout;
  const p = weights.length;
  for (let a = starts[construct]; a < starts[construct + 1]; a++) weights[a] = -weights[a];
  for (let a = construct * p; a < (construct + 1) * p; a++) crossLoadings[a] = -crossLoadings[a];
}

/** The same solution with a construct's sign the other way round, its paths and correlations with it. */
export function turnConstruct(kernel: PathModelKernel, construct: number): void {
  turnScore(kernel, construct);
  const k = kernel.rSquared.length;
  for (let other = 0; other < k; other++) {
    if (other === construct) continue;
    for (const cell of [construct * k + other, other * k + construct]) {
      kernel.paths[cell] = -kernel.paths[cell];
      kernel.constructCorrelations[cell] = -kernel.constructCorrelations[cell];
    }
  }
}

/** Paths and R². @returns the first construct whose predecessors depend on each other, or −1 */
function regressConstructs(kernel: PathModelKernel): number {
  const { layout, paths, rSquared, coefficients, constructCorrelations } = kernel;
  const k = rSquared.length;
  for (let j = 0; j < k; j++) {
    const from = layout.predecessors[j];
    if (!regressOnPredecessors(kernel, j)) return j;
    let explained = 0;
    for (let m = 0; m < from.length; m++) {
      paths[from[m] * k + j] = coefficients[m];
      explained += coefficients[m] * constructCorrelations[from[m] * k + j];
    }
    rSquared[j] = explained;
  }
  return -1;
}
