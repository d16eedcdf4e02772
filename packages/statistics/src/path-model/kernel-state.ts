import type { ModelLayout } from "./model-layout.ts";
import type { InnerScheme, PathModel } from "./path-model.ts";

/** The buffers of one model, made once and used for every resample of a bootstrap. */
export interface PathModelKernel {
  readonly layout: ModelLayout;
  /** Of each construct, those with a path to or from it. */
  readonly neighbours: readonly Int32Array[];
  readonly scheme: InnerScheme;
  readonly tolerance: number;
  readonly maximumIterations: number;
  /** Of each construct, where the factor of its items' correlations begins in `factors`; −1 for mode A. */
  readonly factorStarts: Int32Array;
  readonly factors: Float64Array;
  /** Items × items, row by row, both triangles: what is given. Everything below is found. */
  readonly correlations: Float64Array;
  readonly weights: Float64Array;
  readonly weightsBefore: Float64Array;
  /** Constructs × items: correlations of scores with items. */
  readonly crossLoadings: Float64Array;
  /** Constructs × constructs. */
  readonly constructCorrelations: Float64Array;
  /** Row j: with what weight each construct enters the inner estimate of j. */
  readonly innerWeights: Float64Array;
  /** From row to column. */
  readonly paths: Float64Array;
  /** 0 for constructs to which no path leads. */
  readonly rSquared: Float64Array;
  /** For a regression among constructs: their correlations, and coefficients in the order of the predecessors. */
  readonly system: Float64Array;
  readonly coefficients: Float64Array;
  iterations: number;
  /** The construct at which a run that failed stopped. */
  stoppedAt: number;
}

export interface KernelOptions {
  /** Largest change of a weight at which the iteration ends; weights are of scores with variance 1. */
  readonly tolerance: number;
  readonly maximumIterations: number;
}

/** Empty buffers for a model. */
export function kernelFor(
  model: PathModel,
  layout: ModelLayout,
  scheme: InnerScheme,
  options: KernelOptions,
): PathModelKernel {
  const p = layout.items.length;
  const k = model.constructs.length;
  const factorStarts = new Int32Array(k).fill(-1);
  let factorSize = 0;
  for (const [j, { mode, items }] of model.constructs.entries()) {
    if (mode === "A") continue;
    factorStarts[j] = factorSize;
    factorSize += items.length ** 2;
  }
  return {
    layout,
    neighbours: layout.predecessors.map((from, j) => Int32Array.from([...from, ...layout.successors[j]])),
    scheme,
    ...options,
    factorStarts,
    factors: new Float64Array(factorSize),
    correlations: new Float64Array(p * p),
    weights: new Float64Array(p),
    weightsBefore: new Float64Array(p),
    crossLoadings: new Float64Array(p * k),
    constructCorrelations: new Float64Array(k * k),
    innerWeights: new Float64Array(k * k),
    paths: new Float64Array(k * k),
    rSquared: new Float64Array(k),
    system: new Float64Array(k * k),
    coefficients: new Float64Array(k),
    iterations: 0,
    stoppedAt: -1,
  };
}
