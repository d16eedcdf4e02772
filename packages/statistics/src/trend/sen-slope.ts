import type { Interval } from "../estimate/estimate.ts";
import { criticalNormal } from "../estimate/interval.ts";
import type { NoTrend } from "./linear-trend.ts";
import { kendallScore } from "./mann-kendall.ts";
import { orderedPoints } from "./ordered-points.ts";
import type { TooFewWaves } from "./trend-of-estimates.ts";

export interface SenSlope {
  readonly kind: "estimated";
  /** Median of the slopes of all pairs: change a unit of time. */
  readonly value: number;
  /** too-few-waves where so few pairs carry no interval of this confidence. */
  readonly interval: Interval | TooFewWaves;
  /** Median of value − slope · time, the line's level at time 0. */
  readonly intercept: number;
  readonly waves: number;
  readonly method: "sen-slope/median";
}

/**
 * Sen's slope, the companion of the Mann–Kendall test: of all pairs of waves the median slope. One outlying wave hardly moves it.
 * @param times at any distances; pairs of equal times are left out
 * @param values one a time; NaN = none
 * @returns too-few-waves below two; no-variation where all times or all values are equal: that
 *   equal values say how sure they are would be claimed by an interval without width
 * @throws RangeError if lengths differ, a time or value is infinite or confidence is outside (0, 1)
 * Source: Sen 1968, JASA 63; limits by Gilbert 1987, Statistical Methods for Environmental Pollution Monitoring, 16.5:
 * the (N − C)/2 th and the (N + C)/2 + 1 th slope, C = z √var(S), between neighbours by proportion.
 * Golden values: golden/second/expected/survey_trend_spc.json
 */
export function senSlope(
  times: ArrayLike<number>,
  values: ArrayLike<number>,
  confidence: number,
): SenSlope | NoTrend | TooFewWaves {
  const z = criticalNormal(confidence);
  const points = orderedPoints(times, values);
  const waves = points.values.length;
  if (waves < 2) return { kind: "too-few-waves", waves, required: 2 };
  const slopes = pairSlopes(points.times, points.values);
  if (slopes.length === 0) return { kind: "no-variation" };
  const { variance } = kendallScore(points);
  if (!(variance > 0)) return { kind: "no-variation" };
  const value = medianOfSorted(slopes);
  const intercepts = points.values.map((each, index) => each - value * points.times[index]).sort();
  const reach = z * Math.sqrt(variance);
  const [low, high] = [(slopes.length - reach) / 2, (slopes.length + reach) / 2 + 1];
  const interval: SenSlope["interval"] =
    low >= 1 && high <= slopes.length
      ? { lower: ranked(slopes, low), upper: ranked(slopes, high), confidence, method: "sen" }
      : { kind: "too-few-waves", waves, required: Math.max(waves + 1, wavesForInterval(z)) };
  return {
    kind: "estimated",
    value,
    interval,
    intercept: medianOfSorted(intercepts),
    waves,
    method: "sen-slope/median",
  };
}

/** Waves without ties from which the limits are among the slopes. */
function wavesForInterval(z: number): number {
  const rank = (n: number) => ((n * (n - 1)) / 2 - z * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18)) / 2;
  let waves = 3;
  while (rank(waves) < 1) waves += 1;
  return waves;
}

function pairSlopes(times: Float64Array, values: Float64Array): Float64Array {
  const slopes: number[] = [];
  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) {
      if (times[j] > times[i]) slopes.push((values[j] - values[i]) / (times[j] - times[i]));
    }
  }
  return Float64Array.from(slopes).sort();
}

function medianOfSorted(sorted: Float64Array): number {
  return ranked(sorted, (sorted.length + 1) / 2);
}

/** The number of rank 1 … n, between neighbours by proportion. */
function ranked(sorted: Float64Array, rank: number): number {
  const below = Math.floor(rank);
  const share = rank - below;
  return share === 0 ? sorted[below - 1] : sorted[below - 1] + share * (sorted[below] - sorted[below - 1]);
}
