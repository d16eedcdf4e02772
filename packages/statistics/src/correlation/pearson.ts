import { studentTwoSided } from "../distribution/student-t.ts";
import type { Interval, TooFewAnswers } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { criticalNormal } from "../estimate/interval.ts";
import { constantVariables } from "../moments/correlation-matrix.ts";
import { momentsOf } from "../moments/moments.ts";
import { effectiveSampleSize } from "../scores/effective-sample-size.ts";

export interface Correlation {
  readonly kind: "estimated";
  readonly value: number;
  readonly interval: Interval;
  /** Two-sided, of no correlation. */
  readonly pValue: number;
  /** Rows with both answers. */
  readonly n: number;
  readonly effectiveN: number;
}

export type CorrelationResult = Correlation | TooFewAnswers | { readonly kind: "no-variation" };

/** Fisher's transformation has variance 1/(n − 3). */
const required = 4;

/**
 * Pearson's r over the rows that have both answers, with Fisher's z interval and the t test on n − 2 degrees of freedom.
 * With case weights n is Kish's effective n in both, an approximation.
 * @returns too-few-answers below four rows (or an effective n below four); no-variation if a column is constant. A perfect
 *   correlation has p-value 0 and an interval without width
 * @throws RangeError if lengths differ, a weight is negative, or confidence is outside (0, 1)
 * Source: Fisher 1921.
 */
export function pearsonCorrelation(
  x: Float64Array,
  y: Float64Array,
  weights: Float64Array | null,
  confidence: number,
): CorrelationResult {
  const z = criticalNormal(confidence);
  const moments = momentsOf({ variables: ["x", "y"], columns: [x, y] }, weights);
  const effectiveN = effectiveSampleSize(moments.weight, moments.squaredWeight);
  if (moments.n < required || effectiveN < required) return tooFewAnswers(moments.n, required);
  if (constantVariables(moments).length > 0) return { kind: "no-variation" };
  const [xx, xy, , yy] = moments.crossProducts;
  const value = Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
  const base = { kind: "estimated", value, n: moments.n, effectiveN } as const;
  const unexplained = 1 - value * value;
  if (unexplained < 1e-14) {
    return { ...base, pValue: 0, interval: { lower: value, upper: value, confidence, method: "fisher-z" } };
  }
  const half = z / Math.sqrt(effectiveN - 3);
  const lower = Math.tanh(Math.atanh(value) - half);
  const upper = Math.tanh(Math.atanh(value) + half);
  const t = value * Math.sqrt((effectiveN - 2) / unexplained);
  const pValue = studentTwoSided(t, effectiveN - 2);
  return { ...base, pValue, interval: { lower, upper, confidence, method: "fisher-z" } };
}
