/**
 * How far weights, paths and indices would move if other customers had been asked: the sample is drawn from itself again and again, each
 * time a model is estimated, and the spread of the results is the uncertainty. Efron & Tibshirani 1993; Tenenhaus et al. 2005, 4.
 */
import { requireConfidence } from "../../estimate/interval.ts";
import type { NoPathModel, PathModelFit } from "../fit.ts";
import type { NonPositiveWeights } from "../index-weights.ts";
import type { InnerScheme, PathModel } from "../path-model.ts";
import type { PathSample } from "../path-sample.ts";
import { type BootstrapEstimate, bootstrapEstimate } from "./bootstrap-estimate.ts";
import { type BootstrapPlan, type PreparedBootstrap, prepareBootstrap } from "./prepare.ts";
import {
  collectReplicates,
  type FailedReplicates,
  failuresOf,
  type ReplicateTable,
  replicatesOf,
} from "./replicate-table.ts";
import { type BootstrapRun, replicatesOfShares } from "./run-shares.ts";

export interface BootstrapOptions extends Partial<Omit<BootstrapPlan, "resamples" | "draws">>, BootstrapRun {
  readonly resamples: number;
  readonly draws: BootstrapPlan["draws"];
  /** Coverage of the intervals, 0–1. */
  readonly confidence: number;
  /** "leave-one-out" (default): for BCa intervals every row is left out once. */
  readonly acceleration?: "leave-one-out" | "none";
}

export interface PathModelBootstrap {
  readonly kind: "estimated";
  /** Of the sample itself. */
  readonly fit: PathModelFit;
  /** In the order of the statistics: paths, weights, loadings, total effects, R², HTMT, indices, differences. */
  readonly estimates: readonly BootstrapEstimate[];
  readonly withoutIndex: readonly NonPositiveWeights[];
  readonly resamples: number;
  readonly failed: FailedReplicates;
  readonly replicates: ReplicateTable;
  /** Rows in use, and those that were left out for a missing answer or a weight of 0. */
  readonly n: number;
  readonly leftOut: number;
  readonly weightedBase: number;
  readonly effectiveN: number;
  /** For example "PLS path model, path scheme; bootstrap of complete cases, sign change none". */
  readonly method: string;
}

/** More than one resample in ten had no solution: what is left is no random sample of resamples. */
export interface NoBootstrap {
  readonly kind: "too-many-failed";
  readonly fit: PathModelFit;
  readonly resamples: number;
  readonly failed: FailedReplicates;
}

/**
 * Bootstrap of a PLS path model. Rows are drawn, each with its case weight; so weights that were adjusted to margins are taken as given.
 * @param sample NaN = no answer; a weight of 0 leaves the row out
 * @returns every statistic with percentile, basic, normal and BCa interval; a typed variant where there is no model, or no bootstrap of it
 * @throws RangeError for an invalid model, sample or option; the signal's reason where it was aborted
 * Golden values: `mobile_boot` in golden/second, and seminr's of the family path-model
 */
export async function bootstrapPathModel(
  sample: PathSample,
  model: PathModel,
  scheme: InnerScheme,
  options: BootstrapOptions,
): Promise<PathModelBootstrap | NoPathModel | NoBootstrap> {
  requireConfidence(options.confidence);
  const plan = planOf(options);
  const prepared = prepareBootstrap(sample, model, scheme, plan);
  if (prepared.kind !== "prepared") return prepared;
  const { task, fit, withoutIndex } = prepared;
  const distinct = (options.acceleration ?? "leave-one-out") === "none" ? 0 : task.rows.multiplicities.length;
  const found = await replicatesOfShares(task, distinct, options);
  const replicates = collectReplicates(found, "resamples", prepared.statistics, plan.resamples);
  const jackknife = collectReplicates(found, "leave-one-out", prepared.statistics, distinct);
  const failed = failuresOf(replicates);
  const { resamples } = plan;
  if (failed.total > resamples / 10 || failed.total > resamples - 2)
    return { kind: "too-many-failed", fit, resamples, failed };
  const { n, weightedBase, effectiveN } = fit;
  return {
    kind: "estimated",
    fit,
    estimates: estimatesOf(prepared, replicates, jackknife, options.confidence),
    withoutIndex,
    resamples,
    failed,
    replicates,
    n,
    leftOut: sample.columns[0].length - n,
    weightedBase,
    effectiveN,
    method: methodOf(scheme, plan),
  };
}

function planOf(options: BootstrapOptions): BootstrapPlan {
  return {
    resamples: options.resamples,
    draws: options.draws,
    signChange: options.signChange ?? "none",
    missing: options.missing ?? "complete-cases",
    scales: options.scales ?? null,
    differences: options.differences ?? [],
    kernel: options.kernel ?? {},
  };
}

function estimatesOf(
  { statistics, values, fit, task }: PreparedBootstrap,
  replicates: ReplicateTable,
  jackknife: ReplicateTable,
  confidence: number,
): readonly BootstrapEstimate[] {
  const { multiplicities } = task.rows;
  const complete = failuresOf(jackknife).total === 0;
  return statistics.map((statistic, place) => {
    const left = { values: complete ? replicatesOf(jackknife, place) : new Float64Array(), multiplicities };
    const acceleration = jackknife.resamples === 0 ? null : left;
    return bootstrapEstimate(statistic, values[place], replicatesOf(replicates, place), acceleration, {
      confidence,
      n: fit.n,
    });
  });
}

function methodOf(scheme: InnerScheme, { missing, signChange, draws }: BootstrapPlan): string {
  const rows = missing === "complete-cases" ? "of complete cases" : "with mean replacement in each resample";
  const seed = draws.kind === "seeded" ? `seed ${draws.seed}` : "given rows";
  return `PLS path model, ${scheme} scheme; bootstrap ${rows}, ${seed}, sign change ${signChange}`;
}
