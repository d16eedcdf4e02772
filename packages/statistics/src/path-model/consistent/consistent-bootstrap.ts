import type { Interval } from "../../estimate/estimate.ts";
import { requireConfidence } from "../../estimate/interval.ts";
import { quantileType7 } from "../../quantile/quantiles.ts";
import { areTooManyFailed } from "../bootstrap/bootstrap-estimate.ts";
import { drawnFits } from "../bootstrap/drawn-fits.ts";
import { drawerOf } from "../bootstrap/draws.ts";
import type { PathModelFit } from "../fit.ts";
import type { InnerScheme, PathModel } from "../path-model.ts";
import type { PathSample } from "../path-sample.ts";
import { consistentModel } from "./consistent-model.ts";

export interface ConsistentBootstrap {
  readonly kind: "estimated";
  /** One a path, in the order of the model. */
  readonly paths: readonly Interval[];
  readonly resamples: number;
  /** Without a consistent solution. */
  readonly failed: number;
  /** With a solution that common factors cannot have; they are kept, or intervals would be too narrow. */
  readonly inadmissible: number;
}

/** More than one resample in ten had no solution. */
export interface NoConsistentBootstrap {
  readonly kind: "too-many-failed";
  readonly failed: number;
}

/**
 * Percentile intervals of the paths of consistent PLS. Rows are drawn, each with its case weight.
 * @param sample NaN = no answer; a weight of 0 leaves the row out
 * @throws RangeError for an invalid model or sample, fewer than 2 resamples, or a confidence outside (0, 1)
 * Source: Dijkstra & Henseler 2015; Efron & Tibshirani 1993
 */
export function bootstrapConsistentPaths(
  sample: PathSample,
  model: PathModel,
  scheme: InnerScheme,
  { resamples, seed, confidence }: { readonly resamples: number; readonly seed: number; readonly confidence: number },
): ConsistentBootstrap | NoConsistentBootstrap {
  requireConfidence(confidence);
  if (!(Number.isInteger(resamples) && resamples >= 2)) throw new RangeError(`${resamples} resamples`);
  const { rows, fitOf } = drawnFits(sample, model, scheme);
  const own = fitOf(rows.multiplicities, rows.n);
  if (own.kind !== "estimated") return { kind: "too-many-failed", failed: resamples };
  const drawer = drawerOf({ kind: "seeded", seed }, rows, resamples);
  const place = new Map(model.constructs.map(({ name }, j) => [name, j]));
  const ends = model.paths.map(({ from, to }) => [place.get(from) ?? 0, place.get(to) ?? 0] as const);
  const drawn = ends.map(() => new Float64Array(resamples));
  let [count, inadmissible] = [0, 0];
  for (let resample = 0; resample < resamples; resample++) {
    const fit = fitOf(drawer.timesIn(resample), rows.n);
    const found = fit.kind === "estimated" ? consistentModel(fit) : null;
    if (found?.kind !== "estimated") continue;
    if (found.inadmissible.length > 0) inadmissible += 1;
    const signs = signsLike(own, found.fit);
    for (const [path, [from, to]] of ends.entries()) {
      drawn[path][count] = signs[from] * signs[to] * found.paths.values[from * signs.length + to];
    }
    count += 1;
  }
  const failed = resamples - count;
  if (areTooManyFailed(failed, resamples)) return { kind: "too-many-failed", failed };
  const tail = (1 - confidence) / 2;
  const paths = drawn.map((values): Interval => {
    const sorted = values.subarray(0, count).sort();
    const [lower, upper] = [quantileType7(sorted, tail), quantileType7(sorted, 1 - tail)];
    return { lower, upper, confidence, method: "bootstrap-percentile" };
  });
  return { kind: "estimated", paths, resamples, failed, inadmissible };
}

/** −1 for constructs that came out of a resample the other way round than of the sample, else 1. */
function signsLike({ layout, loadings }: PathModelFit, other: PathModelFit): readonly number[] {
  return layout.predecessors.map((_, j) => {
    let agreement = 0;
    for (let a = layout.starts[j]; a < layout.starts[j + 1]; a++) agreement += loadings[a] * other.loadings[a];
    return agreement < 0 ? -1 : 1;
  });
}
