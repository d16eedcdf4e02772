import { studentTwoSided } from "../distribution/student-t.ts";
import type { Interval } from "../estimate/estimate.ts";
import { studentInterval } from "../estimate/interval.ts";
import type { MeanWithVariance } from "../scores/mean-variance.ts";

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
export function welchTest(a: MeanWithVariance, b: MeanWithVariance, confidence: number): WelchTest | null {
  const value = a.mean - b.mean;
  const variance = a.variance + b.variance;
  if (!(variance > 0)) return null;
  const standardError = Math.sqrt(variance);
  const shareOfA = a.variance / variance;
  const degreesOfFreedom = 1 / (shareOfA ** 2 / (a.n - 1) + (1 - shareOfA) ** 2 / (b.n - 1));
  const statistic = value / standardError;
  return {
    standardError,
    interval: studentInterval(value, standardError, degreesOfFreedom, confidence, "welch-t"),
    statistic,
    degreesOfFreedom,
    pValue: studentTwoSided(statistic, degreesOfFreedom),
  };
}
