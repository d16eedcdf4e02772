import { studentTwoSided } from "../../distribution/student-t.ts";
import type { Interval, IntervalMethod } from "../../estimate/estimate.ts";
import { criticalNormal } from "../../estimate/interval.ts";
import { quantileType7 } from "../../quantile/quantiles.ts";
import { type AccelerationReplicates, acceleratedInterval, type BcaInterval } from "./bca.ts";
import type { PathModelStatistic } from "./statistic.ts";

/** A statistic with the uncertainty that its replicates show. */
export interface BootstrapEstimate {
  readonly statistic: PathModelStatistic;
  /** Of the sample itself. */
  readonly value: number;
  /** Of the replicates. */
  readonly bootstrapMean: number;
  /** bootstrapMean − value */
  readonly bias: number;
  /** Standard deviation of the replicates, denominator one less than there are. */
  readonly standardError: number;
  /** Against 0. */
  readonly test: BootstrapTest;
  /** Quantiles (type 7) of the replicates. */
  readonly percentile: Interval;
  /** 2 · value − those quantiles. */
  readonly basic: Interval;
  /** value − bias ± z · standardError */
  readonly normal: Interval;
  readonly bca: BcaInterval;
}

export type BootstrapTest =
  | {
      readonly kind: "tested";
      /** value / standardError */
      readonly statistic: number;
      /** n − 1, as is usual for path models. */
      readonly degreesOfFreedom: number;
      /** Two-sided. */
      readonly pValue: number;
    }
  | { readonly kind: "no-variation" };

/** Replicates that differ by less than this share of their size differ by rounding: the loading of a single item is 1. */
const leastSpread = 1e-12;

export interface EstimateOptions {
  readonly confidence: number;
  /** Rows of the sample. */
  readonly n: number;
}

/** @param replicates at least two, those that failed left out; in any order
 *  @param acceleration of the same statistic, or null */
export function bootstrapEstimate(
  statistic: PathModelStatistic,
  value: number,
  replicates: Float64Array,
  acceleration: AccelerationReplicates | null,
  { confidence, n }: EstimateOptions,
): BootstrapEstimate {
  const sorted = replicates.toSorted();
  const count = sorted.length;
  // From the value on: replicates that are all alike leave no rounding in their mean.
  const bias = sorted.reduce((sum, each) => sum + (each - value), 0) / count;
  const bootstrapMean = value + bias;
  const squares = sorted.reduce((sum, each) => sum + (each - bootstrapMean) ** 2, 0);
  const standardError = Math.sqrt(squares / (count - 1));
  const moments = { statistic, value, bootstrapMean, bias, standardError };
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
  const t = value / standardError;
  const degreesOfFreedom = n - 1;
  return {
    ...moments,
    test: { kind: "tested", statistic: t, degreesOfFreedom, pValue: studentTwoSided(t, degreesOfFreedom) },
    percentile: interval(lower, upper, "bootstrap-percentile"),
    basic: interval(2 * value - upper, 2 * value - lower, "bootstrap-basic"),
    normal: interval(value - bias - half, value - bias + half, "bootstrap-normal"),
    bca: acceleratedInterval(value, sorted, acceleration, confidence),
  };
}

type Moments = Pick<BootstrapEstimate, "statistic" | "value" | "bootstrapMean" | "bias" | "standardError">;

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
