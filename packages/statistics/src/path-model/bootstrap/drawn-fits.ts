import { defaultKernelOptions, rowsRequired, solved } from "../estimate.ts";
import type { NoPathModel, PathModelFit } from "../fit.ts";
import { kernelFor } from "../kernel-state.ts";
import { layoutOf } from "../model-layout.ts";
import type { InnerScheme, PathModel } from "../path-model.ts";
import type { PathSample } from "../path-sample.ts";
import { productSummer, sumProducts } from "./product-sums.ts";
import { type ResampleRows, resampleRows } from "./resample-rows.ts";
import { fillCorrelations } from "./resampled-correlations.ts";

/** Whole models of many draws from the same rows, for what needs more of each than a bootstrap's numbers. */
export interface DrawnFits {
  readonly rows: ResampleRows;
  /** @param times how often each distinct row was drawn, n in all */
  readonly fitOf: (times: Uint32Array, n: number) => PathModelFit | NoPathModel;
}

/** @param sample rows with a missing answer or a weight of 0 are left out
 *  @throws RangeError for an invalid model or sample */
export function drawnFits(sample: PathSample, model: PathModel, scheme: InnerScheme): DrawnFits {
  const layout = layoutOf(model);
  const rows = resampleRows(sample, layout.items, "complete-cases");
  const kernel = kernelFor(model, layout, scheme, defaultKernelOptions);
  const summer = productSummer(rows);
  const required = rowsRequired(model, layout);
  const size = layout.items.length;
  const fitOf = (times: Uint32Array, n: number): PathModelFit | NoPathModel => {
    if (n < required) return { kind: "too-few-answers", n, required };
    const items = { means: new Float64Array(size), deviations: new Float64Array(size) };
    const sums = sumProducts(summer, times);
    const still = fillCorrelations(kernel, items, rows, sums, n);
    if (still >= 0) return { kind: "no-variation", item: layout.items[still] };
    let squaredWeight = 0;
    for (let row = 0; row < times.length; row++) squaredWeight += times[row] * (rows.caseWeights?.[row] ?? 1) ** 2;
    return solved(kernel, model, { n, weight: sums.weight, squaredWeight, ...items });
  };
  return { rows, fitOf };
}
