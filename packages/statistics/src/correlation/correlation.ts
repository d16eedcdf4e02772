/**
 * What every coefficient of correlation here has in common. Without case weights the tests are the classical ones; with case weights
 * the variance is linearised: each respondent's influence on the coefficient, weighted, squared and summed, so that weights that go
 * with the answers are taken into account.
 */
import { studentQuantile, studentTwoSided } from "../distribution/student-t.ts";
import type { Estimated, Interval, IntervalMethod, TooFewAnswers } from "../estimate/estimate.ts";
import { requireConfidence } from "../estimate/interval.ts";
import type { PairedAnswers } from "./paired-answers.ts";

export interface Correlation extends Estimated {
  /** Of no correlation: t or z, see `degreesOfFreedom`; null where the coefficient is ±1 or nothing says how sure it is. */
  readonly statistic: number | null;
  /** null for a z statistic. */
  readonly degreesOfFreedom: number | null;
  /** Two-sided, of no correlation. */
  readonly pValue: number;
}

/** A variable has the same answer in every row. */
export interface NoVariation {
  readonly kind: "no-variation";
}

/** The likelihood rises all the way to a latent correlation of ±1, as it does where a corner of a small table is empty. */
export interface AtBoundary {
  readonly kind: "at-boundary";
  readonly value: 1 | -1;
  readonly n: number;
}

export type CorrelationResult = Correlation | TooFewAnswers | NoVariation;

/** Answered pairs, and effective ones, that a coefficient needs: Fisher's transformation has variance 1/(n − 3). */
export const pairsForCorrelation = 4;

/** Coefficients this close to ±1 differ from it by rounding alone. */
export function isPerfect(value: number): boolean {
  return 1 - value * value < 1e-14;
}

/** Within −1 … 1, and exactly ±1 where it differs from it by rounding alone. */
export function withoutRounding(value: number): number {
  return isPerfect(value) ? Math.sign(value) : value;
}

/** tanh(atanh(value) ± half): lies within −1 … 1. Without width where the value is ±1. Source: Fisher 1921. */
export function fisherInterval(value: number, half: number, confidence: number, method: IntervalMethod): Interval {
  if (isPerfect(value)) return { lower: value, upper: value, confidence, method };
  const centre = Math.atanh(value);
  return { lower: Math.tanh(centre - half), upper: Math.tanh(centre + half), confidence, method };
}

export interface LinearisedCorrelation {
  readonly standardError: number;
  readonly interval: Interval;
  readonly statistic: number | null;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/**
 * Standard error, interval and test from the influence of each row: V = n_eff/(n_eff − 3) Σ(w u)²/(Σw)², on Fisher's scale V/(1 − r²)²,
 * with Student's t on n_eff − 2 degrees of freedom. The factor is that of Fisher's 1/(n − 3); the usual n/(n − 1) leaves intervals of
 * weighted groups below 50 too short.
 * @param influences u, one for each row, with weighted mean 0
 */
export function linearisedCorrelation(
  value: number,
  influences: Float64Array,
  answers: PairedAnswers,
  confidence: number,
): LinearisedCorrelation {
  requireConfidence(confidence);
  const { weights, weight, n, effectiveN } = answers;
  let squares = 0;
  for (let row = 0; row < n; row++) squares += (weights[row] * influences[row]) ** 2;
  const standardError = Math.sqrt(((effectiveN / (effectiveN - 3)) * squares) / (weight * weight));
  const degreesOfFreedom = effectiveN - 2;
  if (isPerfect(value) || standardError < 1e-12) {
    const interval = fisherInterval(value, 0, confidence, "no-variation");
    return { standardError, interval, statistic: null, degreesOfFreedom, pValue: value === 0 ? 1 : 0 };
  }
  const onFisherScale = standardError / (1 - value * value);
  const half = -studentQuantile((1 - confidence) / 2, degreesOfFreedom) * onFisherScale;
  const statistic = Math.atanh(value) / onFisherScale;
  return {
    standardError,
    interval: fisherInterval(value, half, confidence, "fisher-z-linearised"),
    statistic,
    degreesOfFreedom,
    pValue: studentTwoSided(statistic, degreesOfFreedom),
  };
}
