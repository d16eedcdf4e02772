import type { TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import type { Sums } from "../tally/sums.ts";
import { answersForVariance } from "./mean-variance.ts";

export interface StandardDeviation {
  readonly kind: "estimated";
  readonly value: number;
  readonly n: number;
}

/**
 * Standard deviation of the answers with divisor n − 1. With weights: Σw(x − mean)²/Σw · n/(n − 1), as
 * `survey::svyvar`, so multiplying all weights by a constant changes nothing.
 * @returns too-few-answers below two answers
 */
export function standardDeviation(sums: Sums): StandardDeviation | TooFewAnswers {
  if (sums.n < answersForVariance) return tooFewAnswers(sums.n, answersForVariance);
  const aroundMean = Math.max(0, sums.xx - (sums.x * sums.x) / sums.weight);
  const value = Math.sqrt((aroundMean / sums.weight) * (sums.n / (sums.n - 1)));
  return { kind: "estimated", value, n: sums.n };
}
