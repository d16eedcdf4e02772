/**
 * A bootstrap as work that can be divided. Task, share and replicates are plain data that a worker thread can be sent; who computes a share
 * makes no difference to a single bit of it.
 */
import type { KernelOptions } from "../kernel-state.ts";
import type { InnerScheme, PathModel } from "../path-model.ts";
import type { Draws } from "./draws.ts";
import type { ResampleRows } from "./resample-rows.ts";
import type { SignChange, Signs } from "./sign-change.ts";
import type { IndexDifference } from "./statistic.ts";

export interface BootstrapTask {
  readonly model: PathModel;
  readonly scheme: InnerScheme;
  readonly kernel: KernelOptions;
  readonly rows: ResampleRows;
  readonly resamples: number;
  readonly draws: Draws;
  readonly signChange: SignChange;
  readonly signs: Signs;
  /** Of the items in the order of the model; empty where no index is wanted. */
  readonly minima: Float64Array;
  readonly maxima: Float64Array;
  /** Constructs whose index is wanted. */
  readonly indices: Int32Array;
  readonly differences: readonly IndexDifference[];
  /** Constructs whose items correlate with each other, which an HTMT needs. */
  readonly compared: Int32Array;
}

/** Resamples, or distinct rows each left out once, from `from` to before `to`. */
export interface Share {
  readonly kind: "resamples" | "leave-one-out";
  readonly from: number;
  readonly to: number;
}

export interface Replicates {
  readonly share: Share;
  /** Statistic after statistic, one number for each of the share; of a replicate that failed nothing is said. NaN: this one has no such index. */
  readonly values: Float64Array;
  /** Of each of the share, a place in `replicateOutcomes`. */
  readonly outcomes: Uint8Array;
}

export const replicateOutcomes = [
  "estimated",
  /** An item that all rows drawn answered alike, or nobody. */
  "no-variation",
  "singular",
  "unrelated",
  "not-converged",
  /** A ratio (HTMT) with nothing to be divided by. */
  "no-ratio",
] as const;

export type ReplicateOutcome = (typeof replicateOutcomes)[number];

/** Computes a share wherever the caller likes; `runShare` is what it has to call there. */
export type RunShare = (task: BootstrapTask, share: Share, signal: AbortSignal | null) => Promise<Replicates>;
