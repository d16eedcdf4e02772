import type { Matrix } from "../linear-algebra/matrix.ts";
import { submatrix } from "../linear-algebra/matrix.ts";
import type { PathModelFit } from "./fit.ts";

/** What a fit says of one construct and its items, in the order of the block. */
export interface ConstructBlock {
  readonly construct: string;
  readonly mode: "A" | "B";
  readonly items: readonly string[];
  /** Place of the first item among all items. */
  readonly start: number;
  /** Of standardised items. */
  readonly weights: Float64Array;
  readonly loadings: Float64Array;
  readonly means: Float64Array;
  readonly standardDeviations: Float64Array;
  readonly correlations: Matrix;
}

/** @param index place of the construct in the model
 *  @throws RangeError if there is no such construct */
export function constructBlock(fit: PathModelFit, index: number): ConstructBlock {
  const { model, layout } = fit;
  if (!(Number.isInteger(index) && index >= 0 && index < model.constructs.length)) {
    throw new RangeError(`no construct ${index}`);
  }
  const [start, end] = [layout.starts[index], layout.starts[index + 1]];
  const places = Array.from({ length: end - start }, (_, k) => start + k);
  const { name, mode, items } = model.constructs[index];
  return {
    construct: name,
    mode,
    items,
    start,
    weights: fit.weights.slice(start, end),
    loadings: fit.loadings.slice(start, end),
    means: fit.means.slice(start, end),
    standardDeviations: fit.standardDeviations.slice(start, end),
    correlations: submatrix(fit.correlations, places),
  };
}

/** One a construct, in the order of the model. */
export function constructBlocks(fit: PathModelFit): readonly ConstructBlock[] {
  return fit.model.constructs.map((_, index) => constructBlock(fit, index));
}
