import type { Matrix } from "../linear-algebra/matrix.ts";
import { constantVariables } from "../moments/correlation-matrix.ts";
import type { Moments } from "../moments/moments.ts";
import type { NoPathModel, PathModelFit } from "./fit.ts";
import { runKernel } from "./kernel.ts";
import { type KernelOptions, kernelFor, type PathModelKernel } from "./kernel-state.ts";
import { layoutOf, type ModelLayout } from "./model-layout.ts";
import type { InnerScheme, PathModel } from "./path-model.ts";

/** Peers stop at 1e-5 to 1e-7, which shows in the fifth digit of a path; two more iterations cost microseconds. */
export const defaultKernelOptions: KernelOptions = { tolerance: 1e-12, maximumIterations: 300 };

/**
 * PLS path model of the complete rows, from the items' moments. Each construct is turned so that most of its loadings are positive.
 * @param moments of at least the items of the model, in any order; case weights as they came in
 * @returns weights, loadings, paths and R²; or why there is no solution
 * @throws RangeError for an invalid model, an item without moments, tolerance ≤ 0 or fewer than 1 iteration
 * Source: Tenenhaus et al. 2005; Lohmöller 1989. Golden values: `mobile_path`, `mobile_centroid`,
 * `mobile_formative` in golden/second, and cSEM's, seminr's and semPLS's of the family path-model
 */
export function estimatePathModel(
  moments: Moments,
  model: PathModel,
  scheme: InnerScheme,
  options: Partial<KernelOptions> = {},
): PathModelFit | NoPathModel {
  const { tolerance, maximumIterations } = requireKernelOptions({ ...defaultKernelOptions, ...options });
  const layout = layoutOf(model);
  const places = placesOfItems(moments.variables, layout.items);
  const required = rowsRequired(model, layout);
  if (moments.n < required) return { kind: "too-few-answers", n: moments.n, required };
  const constant = new Set(constantVariables(moments));
  const still = places.findIndex((place) => constant.has(place));
  if (still >= 0) return { kind: "no-variation", item: layout.items[still] };
  const kernel = kernelFor(model, layout, scheme, { tolerance, maximumIterations });
  const deviations = fillCorrelations(kernel.correlations, moments, places);
  const means = Float64Array.from(places, (place) => moments.means[place]);
  const { n, weight, squaredWeight } = moments;
  return solved(kernel, model, { n, weight, squaredWeight, means, deviations });
}

/** @throws RangeError where a tolerance is not positive or no iteration is allowed */
export function requireKernelOptions(options: KernelOptions): KernelOptions {
  const { tolerance, maximumIterations } = options;
  if (!(tolerance > 0 && tolerance < 1)) throw new RangeError(`tolerance ${tolerance}`);
  if (!(Number.isInteger(maximumIterations) && maximumIterations > 0)) {
    throw new RangeError(`${maximumIterations} iterations`);
  }
  return { tolerance, maximumIterations };
}

/** One more than the largest regression has coefficients, its constant among them: else some R² would be 1 whatever the answers. */
export function rowsRequired(model: PathModel, { predecessors }: ModelLayout): number {
  const formative = model.constructs.flatMap(({ mode, items }) => (mode === "B" ? items.length : []));
  return 2 + Math.max(1, ...formative, ...predecessors.map(({ length }) => length));
}

/** What a solution says of the rows it came from; items in the order of the layout. */
export interface SampleOfFit {
  readonly n: number;
  /** Σw */
  readonly weight: number;
  /** Σw² */
  readonly squaredWeight: number;
  readonly means: Float64Array;
  readonly deviations: Float64Array;
}

/** Runs the kernel on the correlations it holds. */
export function solved(kernel: PathModelKernel, model: PathModel, sample: SampleOfFit): PathModelFit | NoPathModel {
  const outcome = runKernel(kernel);
  const { iterations, layout, scheme } = kernel;
  if (outcome === "not-converged") return { kind: outcome, iterations };
  if (outcome !== "converged") return { kind: outcome, construct: model.constructs[kernel.stoppedAt].name };
  const p = layout.items.length;
  const k = model.constructs.length;
  const crossLoadings = itemsByConstructs(kernel);
  return {
    kind: "estimated",
    model,
    layout,
    scheme,
    n: sample.n,
    weightedBase: sample.weight,
    effectiveN: sample.weight ** 2 / sample.squaredWeight,
    means: sample.means,
    standardDeviations: sample.deviations,
    correlations: matrixOf(p, p, kernel.correlations),
    weights: kernel.weights.slice(),
    loadings: ownLoadings(crossLoadings, layout),
    crossLoadings,
    constructCorrelations: matrixOf(k, k, kernel.constructCorrelations),
    paths: matrixOf(k, k, kernel.paths),
    rSquared: layout.predecessors.map(({ length }, j) => (length === 0 ? null : kernel.rSquared[j])),
    iterations,
    converged: true,
  };
}

function matrixOf(rows: number, columns: number, values: Float64Array): Matrix {
  return { rows, columns, values: values.slice() };
}

function itemsByConstructs({ crossLoadings, weights, rSquared }: PathModelKernel): Matrix {
  const [p, k] = [weights.length, rSquared.length];
  const values = Float64Array.from(crossLoadings, (_, cell) => crossLoadings[(cell % k) * p + Math.floor(cell / k)]);
  return { rows: p, columns: k, values };
}

function ownLoadings(crossLoadings: Matrix, { starts }: ModelLayout): Float64Array {
  const loadings = new Float64Array(crossLoadings.rows);
  for (let j = 0; j < crossLoadings.columns; j++) {
    for (let a = starts[j]; a < starts[j + 1]; a++) loadings[a] = crossLoadings.values[a * crossLoadings.columns + j];
  }
  return loadings;
}

/** @returns standard deviations: denominator n − 1, or Σw (n − 1)/n, which does not depend on the scale of the weights */
function fillCorrelations(correlations: Float64Array, moments: Moments, places: Int32Array): Float64Array {
  const size = moments.variables.length;
  const { crossProducts, weight, n } = moments;
  const roots = Float64Array.from(places, (place) => Math.sqrt(crossProducts[place * size + place]));
  for (let a = 0; a < places.length; a++) {
    for (let b = 0; b < places.length; b++) {
      const product = crossProducts[places[a] * size + places[b]];
      correlations[a * places.length + b] = a === b ? 1 : product / (roots[a] * roots[b]);
    }
  }
  return roots.map((root) => root / Math.sqrt((weight * (n - 1)) / n));
}

function placesOfItems(variables: readonly string[], items: readonly string[]): Int32Array {
  const places = new Map(variables.map((name, place) => [name, place]));
  return Int32Array.from(items, (item) => {
    const place = places.get(item);
    if (place === undefined) throw new RangeError(`no moments of item ${item}`);
    return place;
  });
}
