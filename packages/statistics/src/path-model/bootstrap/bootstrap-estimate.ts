import { studentTwoSided } from "../../distribution/student-t.ts";
import type { Interval, IntervalMethod } from "../../estimate/estimate.ts";
import { criticalNormal } from "../../estimate/interval.ts";
import { quantileType7 } from "../../quantile/quantiles.ts";
import { type AccelerationReplicates, acceleratedInterval, type BcaInterval } from "./bca.ts";
import type { PathModelStatistic } from "./statistic.ts";

/** A statistic with the uncertainty that its replicates show. */
export interface BootstrapEstimate {
  readonly kind: "estimated";
  readonly statistic: PathModelStatistic;
  /** Of the sample itself. */
  readonly value: number;
  /** How many replicates have the statistic, and how many have not: no model, or an index of an item whose weight is not positive. */
  readonly replicates: number;
  readonly failed: number;
  /** Of the replicates. */
  readonly bootstrapMean: number;
  /** bootstrapMean − value */
  readonly bias: number;
  /** Standard deviation of the replicates, denominator one less than there are. */
  readonly standardError: number;
  /** Against 0; of R², HTMT and indices, which cannot be below 0, there is none. */
  readonly test: BootstrapTest;
  /** Quantiles (type 7) of the replicates. */
  readonly percentile: Interval;
  /** 2 · value − those quantiles. */
  readonly basic: Interval;
  /** value − bias ± z · standardError */
  readonly normal: Interval;
  readonly bca: BcaInterval;
}

/** More than one replicate in ten has not this statistic: what the others say would be the answer of a choice among resamples. */
export interface FailedStatistic {
  readonly kind: "too-many-failed";
  readonly statistic: PathModelStatistic;
  /** Of the sample itself. */
  readonly value: number;
  readonly replicates: number;
  readonly failed: number;
}

export type BootstrapTest =
  | {
      readonly kind: "tested";
      /** value / standardError */
      readonly statistic: number;
      /** n − 1, as is usual for path models; with case weights of the effective n. */
      readonly degreesOfFreedom: number;
      /** Two-sided. */
      readonly pValue: number;
    }
  | { readonly kind: "no-variation" }
  /** A statistic that is never below 0 has no place for a test against 0. */
  | { readonly kind: "never-negative" }
  /** Case weights leave an effective n below 2. */
  | { readonly kind: "too-few-answers" };

/** Replicates that differ by less than this share of their size differ by rounding: the loading of a single item is 1. */
const leastSpread = 1e-12;

export interface EstimateOptions {
  readonly confidence: number;
  /** Rows of the sample; with case weights their effective number. */
  readonly effectiveN: number;
  /** Resamples asked for. */
  readonly resamples: number;
}

/** So many of the resamples may have no solution, and there are two that have one. */
export function areTooManyFailed(failed: number, resamples: number): boolean {
  return failed > resamples / 10 || failed > resamples - 2;
}

/** @param replicates those that failed left out; in any order
 *  @param acceleration of the same statistic, or null */
export function bootstrapEstimate(
  statistic: PathModelStatistic,
  value: number,
  replicates: Float64Array,
  acceleration: AccelerationReplicates | null,
  { confidence, effectiveN, resamples }: EstimateOptions,
): BootstrapEstimate | FailedStatistic {
  const sorted = replicates.toSorted();
  const count = sorted.length;
  const failed = resamples - count;
  if (areTooManyFailed(failed, resamples)) {
    return { kind: "too-many-failed", statistic, value, replicates: count, failed };
  }
  // From the value on: replicates that are all alike leave no rounding in their mean.
  const bias = sorted.reduce((sum, each) => sum + (each - value), 0) / count;
  const bootstrapMean = value + bias;
  const squares = sorted.reduce((sum, each) => sum + (each - bootstrapMean) ** 2, 0);
  const standardError = Math.sqrt(squares / (count - 1));
  const counts = { kind: "estimated", statistic, value, replicates: count, failed } as const;
  const moments = { ...counts, bootstrapMean, bias, standardError };
  if (!(standardError > leastSpread * Math.max(1, Math.abs(value)))) return withoutVariation(moments, confidence);
  const tail = (1 - confidence) / 2;
  const [lower, upper] = [quantileType7(sorted, tail), quantileType7(sorted, 1 - tail)];
  const half = criticalNormal(confidence) * standardError;
  const interval = (from: number, to: number, method: IntervalMethod) => ({
    lower: from,
    upper: to,
    confidence,
    method,
  });
  return {
    ...moments,
    test: testOf(statistic, value / standardError, effectiveN - 1),
    percentile: interval(lower, upper, "bootstrap-percentile"),
    basic: interval(2 * value - upper, 2 * value - lower, "bootstrap-basic"),
    normal: interval(value - bias - half, value - bias + half, "bootstrap-normal"),
    bca: acceleratedInterval(value, sorted, acceleration, confidence),
  };
}

function testOf({ kind }: PathModelStatistic, t: number, degreesOfFreedom: number): BootstrapTest {
  if (kind === "r-squared" || kind === "htmt" || kind === "index") return { kind: "never-negative" };
  if (degreesOfFreedom < 1) return { kind: "too-few-answers" };
  return { kind: "tested", statistic: t, degreesOfFreedom, pValue: studentTwoSided(t, degreesOfFreedom) };
}

type Moments = Omit<BootstrapEstimate, "test" | "percentile" | "basic" | "normal" | "bca">;

function withoutVariation(moments: Moments, confidence: number): BootstrapEstimate {
  const { value } = moments;
  const point: Interval = { lower: value, upper: value, confidence, method: "no-variation" };
  return {
    ...moments,
    test: { kind: "no-variation" },
    percentile: point,
    basic: point,
    normal: point,
    bca: { kind: "no-interval", reason: "no-variation" },
  };
}
