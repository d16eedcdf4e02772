import { normalTwoSided } from "../distribution/normal.ts";
import type { NoTrend } from "./linear-trend.ts";
import { type OrderedPoints, orderedPoints } from "./ordered-points.ts";
import type { TooFewWaves } from "./trend-of-estimates.ts";

export interface MannKendall {
  readonly kind: "tested";
  /** S: pairs of waves that rise less pairs that fall. */
  readonly statistic: number;
  /** Variance of S without a trend, with its terms for ties. */
  readonly variance: number;
  /** Corrected for continuity. */
  readonly z: number;
  /** Two-sided, normal. */
  readonly pValue: number;
  /** Two-sided from all orders of the waves, which is right for few of them; null with ties or more than 100 waves. */
  readonly exactPValue: number | null;
  /** Kendall's τ-b, −1 … 1. */
  readonly tau: number;
  readonly waves: number;
  readonly method: "mann-kendall/normal";
}

/** Kendall's score of a series and what it is judged by. */
export interface KendallScore {
  readonly score: number;
  readonly variance: number;
  /** Pairs that could differ in time, and in value. */
  readonly pairsInTime: number;
  readonly pairsInValue: number;
  readonly hasTies: boolean;
}

const mostForExact = 100;

/**
 * Does a series rise or fall? By its order alone: distances and the size of steps do not count, so one outlying wave cannot make
 * a trend. With fewer than about ten waves go by `exactPValue`: four waves cannot reach p below 0.08.
 * @param times at any distances; the order of the points given does not matter, that of their times does
 * @param values one a time; NaN = none
 * @returns too-few-waves below three; no-variation where all values or all times are equal
 * @throws RangeError if lengths differ or a time is not finite
 * Source: Mann 1945; Kendall 1975, 4 and 5. Golden values: golden/second/expected/survey_trend_spc.json
 */
export function mannKendall(times: ArrayLike<number>, values: ArrayLike<number>): MannKendall | NoTrend | TooFewWaves {
  const points = orderedPoints(times, values);
  const waves = points.values.length;
  if (waves < 3) return { kind: "too-few-waves", waves, required: 3 };
  const { score, variance, pairsInTime, pairsInValue, hasTies } = kendallScore(points);
  if (!(variance > 0)) return { kind: "no-variation" };
  const z = (Math.sign(score) * Math.max(0, Math.abs(score) - 1)) / Math.sqrt(variance);
  return {
    kind: "tested",
    statistic: score,
    variance,
    z,
    pValue: normalTwoSided(z),
    exactPValue: hasTies || waves > mostForExact ? null : exactTwoSided(score, waves),
    tau: score / Math.sqrt(pairsInTime * pairsInValue),
    waves,
    method: "mann-kendall/normal",
  };
}

/** Source of the variance with ties on both sides: Kendall 1975, 4.4. */
export function kendallScore({ times, values }: OrderedPoints): KendallScore {
  const n = values.length;
  let score = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) if (times[j] !== times[i]) score += Math.sign(values[j] - values[i]);
  }
  const [ofTime, ofValue] = [tieSums(times), tieSums(values)];
  const all = n * (n - 1);
  const first = (all * (2 * n + 5) - ofTime.variance - ofValue.variance) / 18;
  const second = n > 2 ? (ofTime.triples * ofValue.triples) / (9 * all * (n - 2)) : 0;
  const variance = Math.max(0, first + second + (ofTime.pairs * ofValue.pairs) / (2 * all));
  const isConstant = ofTime.pairs === all || ofValue.pairs === all;
  return {
    score,
    variance: isConstant ? 0 : variance,
    pairsInTime: (all - ofTime.pairs) / 2,
    pairsInValue: (all - ofValue.pairs) / 2,
    hasTies: ofTime.pairs > 0 || ofValue.pairs > 0,
  };
}

/** Over sets of t equal numbers: Σt(t − 1), Σt(t − 1)(t − 2), Σt(t − 1)(2t + 5). */
function tieSums(numbers: Float64Array) {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  const sums = { pairs: 0, triples: 0, variance: 0 };
  for (const t of counts.values()) {
    sums.pairs += t * (t - 1);
    sums.triples += t * (t - 1) * (t - 2);
    sums.variance += t * (t - 1) * (2 * t + 5);
  }
  return sums;
}

/** Share of the n! orders whose score is as far from 0. Source: Kendall 1975, 5.2: the number of inversions adds up wave by wave. */
function exactTwoSided(score: number, n: number): number {
  const pairs = (n * (n - 1)) / 2;
  let chances = new Float64Array(pairs + 1);
  chances[0] = 1;
  for (let wave = 2; wave <= n; wave++) {
    const next = new Float64Array(pairs + 1);
    let running = 0;
    for (let falls = 0; falls <= pairs; falls++) {
      running += chances[falls] - (falls >= wave ? chances[falls - wave] : 0);
      next[falls] = running / wave;
    }
    chances = next;
  }
  const isAsFar = (falls: number) => Math.abs(pairs - 2 * falls) >= Math.abs(score);
  return Math.min(
    1,
    Math.max(
      0,
      chances.reduce((sum, chance, falls) => (isAsFar(falls) ? sum + chance : sum), 0),
    ),
  );
}
