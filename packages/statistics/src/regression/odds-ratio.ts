import type { Interval } from "../estimate/estimate.ts";
import type { ModelCoefficient } from "./model-coefficients.ts";

export interface OddsRatio {
  readonly variable: string;
  readonly value: number;
  /** Exponentials of Wald's limits of the coefficient. */
  readonly interval: Interval;
}

/** Exponentials of log odds; a ratio with a limit beyond all numbers is left out. */
export function oddsRatiosOf(coefficients: readonly ModelCoefficient[]): readonly OddsRatio[] {
  return coefficients.flatMap(({ variable, value, interval }) => {
    const limits = { ...interval, lower: Math.exp(interval.lower), upper: Math.exp(interval.upper) };
    return Number.isFinite(limits.upper) ? [{ variable, value: Math.exp(value), interval: limits }] : [];
  });
}
