/**
 * Kaplan and Meier's curve: the share of customers still there after each length of time, from those who left and those of whom only
 * is known how long they have stayed so far. The standard error is that of the influences of the customers, which without weights is
 * Greenwood's formula exactly and with weights allows for them.
 * Source: Kaplan & Meier 1958, JASA 53; Kalbfleisch & Prentice 2002, 1.4; R's `survival::survfit`.
 */
import type { Interval, TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { criticalNormal } from "../estimate/interval.ts";
import { effectiveSampleSize } from "../scores/effective-sample-size.ts";
import { type Durations, endOfTie, type SortedDurations, sortedDurations } from "./durations.ts";

/** The curve from one time at which somebody left until the next. */
export interface SurvivalStep {
  readonly time: number;
  /** Customers, unweighted, at risk just before that time, and those of them who left at it. */
  readonly atRisk: number;
  readonly left: number;
  /** 0–1. */
  readonly survival: number;
  /** Null where nobody is left: nothing is known of the error of a 0. So are the intervals. */
  readonly standardError: number | null;
  /** On the scale of log(−log S): stays within 0–1 and holds its coverage where few are at risk. */
  readonly interval: Interval | null;
  /** S ± z · standardError, cut at 0 and 1; for comparison with older reports. */
  readonly plainInterval: Interval | null;
}

export interface SurvivalCurve {
  readonly kind: "estimated";
  /** One for each time at which somebody left, ascending. */
  readonly steps: readonly SurvivalStep[];
  /** All times, ascending, of those who left and of those who stay. */
  readonly times: Float64Array;
  readonly n: number;
  readonly left: number;
  readonly weightedBase: number;
  readonly effectiveN: number;
  readonly confidence: number;
  readonly method: "kaplan-meier/greenwood" | "kaplan-meier/influence";
  readonly sorted: SortedDurations;
}

/** Customers below this number make no curve. */
const customersForCurve = 2;

/**
 * @param weights case weights, or null
 * @throws RangeError if lengths differ, a time or a weight is negative or infinite, `ended` is neither 0 nor 1, or confidence is
 *   outside (0, 1)
 * Golden values: golden/second/expected/lifts_survival.json, survey_survival.json
 */
export function kaplanMeier(
  durations: Durations,
  weights: Float64Array | null,
  confidence: number,
): SurvivalCurve | TooFewAnswers {
  const z = criticalNormal(confidence);
  const sorted = sortedDurations(durations, weights);
  const n = sorted.rows.length;
  if (n < customersForCurve) return tooFewAnswers(n, customersForCurve);
  return {
    kind: "estimated",
    steps: stepsOf(sorted, z, confidence),
    times: sorted.times,
    n,
    left: sorted.ended.reduce((sum, ended) => sum + ended, 0),
    weightedBase: sorted.weight,
    effectiveN: effectiveSampleSize(sorted.weight, sorted.squaredWeight),
    confidence,
    method: weights === null ? "kaplan-meier/greenwood" : "kaplan-meier/influence",
    sorted,
  };
}

/**
 * log S falls by log(1 − D/R) at each step; a customer moves it by −w (left/(R − D) − C), C the sum of D/(R(R − D)) over the steps
 * that he or she was at risk at.
 */
function stepsOf({ times, ended, weights, weight, squaredWeight }: SortedDurations, z: number, confidence: number) {
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let atRisk = weight;
  let squaresAtRisk = squaredWeight;
  let exposure = 0;
  let settled = 0;
  for (let start = 0, end = 0; start < times.length; start = end) {
    end = endOfTie(times, start);
    let [left, leaving, weightOut, squaresOut] = [0, 0, 0, 0];
    for (let k = start; k < end; k++) {
      left += ended[k];
      leaving += ended[k] * weights[k];
      weightOut += weights[k];
      squaresOut += weights[k] * weights[k];
    }
    // Where all leave, rounding must not leave a few behind.
    const staying = end === times.length && left === end - start ? 0 : atRisk - leaving;
    const jump = left > 0 && staying > 0 ? 1 / staying : 0;
    exposure += (leaving / atRisk) * jump;
    for (let k = start; k < end; k++) settled += (weights[k] * (ended[k] * jump - exposure)) ** 2;
    squaresAtRisk = Math.max(0, squaresAtRisk - squaresOut);
    if (left > 0) {
      survival *= staying / atRisk;
      const variance = settled + exposure * exposure * squaresAtRisk;
      const base = { time: times[start], atRisk: times.length - start, left, survival };
      steps.push({ ...base, ...uncertaintyOf(survival, Math.sqrt(variance), z, confidence) });
    }
    atRisk -= weightOut;
  }
  return steps;
}

/** @param relativeError standard error of log S */
function uncertaintyOf(survival: number, relativeError: number, z: number, confidence: number) {
  if (!(survival > 0)) return { standardError: null, interval: null, plainInterval: null };
  const standardError = survival * relativeError;
  const power = Math.exp((z * relativeError) / Math.abs(Math.log(survival)));
  return {
    standardError,
    interval: {
      lower: survival ** power,
      upper: survival ** (1 / power),
      confidence,
      method: "greenwood-log-log",
    } satisfies Interval,
    plainInterval: {
      lower: Math.max(0, survival - z * standardError),
      upper: Math.min(1, survival + z * standardError),
      confidence,
      method: "greenwood",
    } satisfies Interval,
  };
}
