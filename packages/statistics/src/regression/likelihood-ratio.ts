import { chiSquareUpper } from "../distribution/chi-square.ts";

/** Likelihood ratio test. */
export interface ModelTest {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/** @param statistic twice the gain in log-likelihood; below 0 only by rounding */
export function likelihoodRatioTest(statistic: number, degreesOfFreedom: number): ModelTest {
  const positive = Math.max(0, statistic);
  return { statistic: positive, degreesOfFreedom, pValue: chiSquareUpper(positive, degreesOfFreedom) };
}
