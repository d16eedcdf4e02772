import { betaLower } from "../distribution/beta.ts";
import { type TooFewAnswers, tooFewAnswers } from "../estimate/estimate.ts";
import { categoriesByFrequency, type KanoCounts } from "./kano-answers.ts";

export interface FongTest {
  readonly kind: "tested";
  /** |a − b|, a and b the two most frequent categories' respondents. */
  readonly difference: number;
  /** 1.65 √((a + b)(2n − a − b)/(2n)); a difference below it may be chance (one-sided 5 %). */
  readonly threshold: number;
  readonly verdict: "distinct" | "not-distinct";
  /** Two-sided, of two equally frequent categories: the exact sign test among those in either. */
  readonly pValue: number;
  /** Respondents with both answers, unweighted. */
  readonly n: number;
  /** Σw, and (Σw)² ÷ Σw². */
  readonly weightedBase: number;
  readonly effectiveN: number;
}

/** As the source rounds z of a one-sided 5 %. */
const fongCritical = 1.65;

/**
 * Fong's test that a feature's first category is not first by chance. Its variance takes the two counts for independent, though who is
 * in one category cannot be in the other; two categories equally frequent with a share p each are called distinct with probability
 * 2Φ(−1.65 √(1 − p)), 17 % at p = 0.3. `pValue` is exact, 2 P(X ≥ a) with X binomial of a + b and ½ (for shares of an effective n its continuous form, an incomplete
 * beta function), and so never rejects more often than it says, with few respondents seldom. With case weights counts are shares of the effective number
 * of respondents, so that weighting does not make the test surer than the sample is.
 * @returns too-few-answers without a respondent
 * Source: Fong 1996, Center for Quality of Management Journal 5. Golden values: golden/second/expected/survey_kano.json (fong_threshold)
 */
export function fongTest({ n, weights, weightedBase, effectiveN }: KanoCounts): FongTest | TooFewAnswers {
  if (n === 0) return tooFewAnswers(0, 1);
  const [first, second] = categoriesByFrequency(weights);
  const scale = effectiveN / weightedBase;
  const [a, b] = [weights[first] * scale, weights[second] * scale];
  const remaining = Math.max(0, 2 * effectiveN - a - b);
  const threshold = fongCritical * Math.sqrt(((a + b) * remaining) / (2 * effectiveN));
  const difference = Math.abs(a - b);
  const verdict = difference < threshold ? "not-distinct" : "distinct";
  // P(X ≥ a) of a binomial is P(B ≤ ½) of a beta with a and b + 1.
  const pValue = Math.min(1, 2 * betaLower(0.5, a, b + 1));
  return { kind: "tested", difference, threshold, verdict, pValue, n, weightedBase, effectiveN };
}
