/**
 * How far weights, paths and indices would move if other customers had been asked: the sample is drawn from itself again and again, each
 * time a model is estimated, and the spread of the results is the uncertainty. Efron & Tibshirani 1993; Tenenhaus et al. 2005, 4.
 */
import { requireConfidence } from "../../estimate/interval.ts";
import type { NoPathModel, PathModelFit } from "../fit.ts";
import type { NonPositiveWeights } from "../index-weights.ts";
import type { InnerScheme, PathModel } from "../path-model.ts";
import type { PathSample } from "../path-sample.ts";
import {
  areTooManyFailed,
  type BootstrapEstimate,
  bootstrapEstimate,
  type FailedStatistic,
} from "./bootstrap-estimate.ts";
import { type BootstrapPlan, type PreparedBootstrap, prepareBootstrap } from "./prepare.ts";
import {
  collectReplicates,
  type FailedReplicates,
  failuresOf,
  type ReplicateTable,
  replicatesOf,
} from "./replicate-table.ts";
import { replicatorFor } from "./replicator.ts";
import { type BootstrapRun, replicatesOfShares } from "./run-shares.ts";
import type { Replicates } from "./task.ts";

export interface BootstrapSettings extends Partial<Omit<BootstrapPlan, "resamples" | "draws">> {
  readonly resamples: number;
  readonly draws: BootstrapPlan["draws"];
  /** Coverage of the intervals, 0–1. */
  readonly confidence: number;
  /** "leave-one-out" (default): for BCa intervals every row is left out once. */
  readonly acceleration?: "leave-one-out" | "none";
}

export interface BootstrapOptions extends BootstrapSettings, BootstrapRun {}

export interface PathModelBootstrap {
  readonly kind: "estimated";
  /** Of the sample itself. */
  readonly fit: PathModelFit;
  /** In the order of the statistics: paths, weights, loadings, total effects, R², HTMT, indices, differences. */
  readonly estimates: readonly (BootstrapEstimate | FailedStatistic)[];
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
  const prepared = prepareBootstrap(sample, model, scheme, planOf(options));
  if (prepared.kind !== "prepared") return prepared;
  const found = await replicatesOfShares(prepared.task, rowsLeftOut(prepared, options), options);
  return bootstrapOf(sample, prepared, found, options);
}

/**
 * The same at once, where nobody waits for a turn: a report of some thousand respondents.
 * @throws RangeError for an invalid model, sample or option
 */
export function bootstrapPathModelAtOnce(
  sample: PathSample,
  model: PathModel,
  scheme: InnerScheme,
  settings: BootstrapSettings,
): PathModelBootstrap | NoPathModel | NoBootstrap {
  requireConfidence(settings.confidence);
  const prepared = prepareBootstrap(sample, model, scheme, planOf(settings));
  if (prepared.kind !== "prepared") return prepared;
  const run = replicatorFor(prepared.task);
  const distinct = rowsLeftOut(prepared, settings);
  const found = [
    run({ kind: "resamples", from: 0, to: settings.resamples }),
    ...(distinct === 0 ? [] : [run({ kind: "leave-one-out", from: 0, to: distinct })]),
  ];
  return bootstrapOf(sample, prepared, found, settings);
}

/** Distinct rows to leave out once each. */
function rowsLeftOut({ task }: PreparedBootstrap, { acceleration = "leave-one-out" }: BootstrapSettings): number {
  return acceleration === "none" ? 0 : task.rows.multiplicities.length;
}

function bootstrapOf(
  sample: PathSample,
  prepared: PreparedBootstrap,
  found: readonly Replicates[],
  settings: BootstrapSettings,
): PathModelBootstrap | NoBootstrap {
  const { task, fit, withoutIndex, statistics } = prepared;
  const { resamples, confidence } = settings;
  const replicates = collectReplicates(found, "resamples", statistics, resamples);
  const jackknife = collectReplicates(found, "leave-one-out", statistics, rowsLeftOut(prepared, settings));
  const failed = failuresOf(replicates);
  if (areTooManyFailed(failed.total, resamples)) return { kind: "too-many-failed", fit, resamples, failed };
  const { n, weightedBase, effectiveN } = fit;
  return {
    kind: "estimated",
    fit,
    estimates: estimatesOf(prepared, replicates, jackknife, confidence),
    withoutIndex,
    resamples,
    failed,
    replicates,
    n,
    leftOut: sample.columns[0].length - n,
    weightedBase,
    effectiveN,
    method: methodOf(task.scheme, planOf(settings)),
  };
}

function planOf(options: BootstrapSettings): BootstrapPlan {
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
): readonly (BootstrapEstimate | FailedStatistic)[] {
  const { multiplicities } = task.rows;
  const distinct = jackknife.resamples;
  return statistics.map((statistic, place) => {
    const without = replicatesOf(jackknife, place);
    const left = { values: without.length === distinct ? without : new Float64Array(), multiplicities };
    const acceleration = jackknife.resamples === 0 ? null : left;
    return bootstrapEstimate(statistic, values[place], replicatesOf(replicates, place), acceleration, {
      confidence,
      effectiveN: fit.effectiveN,
      resamples: task.resamples,
    });
  });
}

function methodOf(scheme: InnerScheme, { missing, signChange, draws }: BootstrapPlan): string {
  const rows = missing === "complete-cases" ? "of complete cases" : "with mean replacement in each resample";
  const seed = draws.kind === "seeded" ? `seed ${draws.seed}` : "given rows";
  return `PLS path model, ${scheme} scheme; bootstrap ${rows}, ${seed}, sign change ${signChange}`;
}
