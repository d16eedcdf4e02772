import { studentTwoSided } from "../distribution/student-t.ts";
import type { Interval } from "../estimate/estimate.ts";
import { studentInterval } from "../estimate/interval.ts";

/** A mean, or another estimate, and its variance. */
export interface StudentMean {
  readonly mean: number;
  readonly variance: number;
  /** Of the variance: answers − 1; with weights effective ones. */
  readonly degreesOfFreedom: number;
}

export interface WelchTest {
  readonly standardError: number;
  readonly interval: Interval;
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/**
 * Welch's t for two independent means: keeps its level with unequal variances and unequal sizes.
 * @returns null where neither side varies
 * Source: Welch 1947; degrees of freedom by Satterthwaite 1946.
 */
export function welchTest(a: StudentMean, b: StudentMean, confidence: number): WelchTest | null {
  const value = a.mean - b.mean;
  const variance = a.variance + b.variance;
  if (!(variance > 0)) return null;
  const standardError = Math.sqrt(variance);
  const shareOfA = a.variance / variance;
  const degreesOfFreedom = 1 / (shareOfA ** 2 / a.degreesOfFreedom + (1 - shareOfA) ** 2 / b.degreesOfFreedom);
  const statistic = value / standardError;
  return {
    standardError,
    interval: studentInterval(value, standardError, degreesOfFreedom, confidence, "welch-t"),
    statistic,
    degreesOfFreedom,
    pValue: studentTwoSided(statistic, degreesOfFreedom),
  };
}
