import { betaQuantile } from "../distribution/beta.ts";
import type { Interval } from "../estimate/estimate.ts";
import { requireConfidence } from "../estimate/interval.ts";
import { requireCounts } from "./share-counts.ts";

/**
 * Clopper and Pearson's exact interval for a share: covers at least the nominal level, and so is wide.
 * @throws RangeError unless successes and n are integers with 0 ≤ successes ≤ n and n ≥ 1, and 0 < confidence < 1
 * Source: Clopper & Pearson 1934, by beta quantiles; the same as R's `binom.test`.
 */
export function clopperPearsonInterval(successes: number, n: number, confidence: number): Interval {
  requireCounts(successes, n);
  requireConfidence(confidence);
  const tail = (1 - confidence) / 2;
  const lower = successes === 0 ? 0 : betaQuantile(tail, successes, n - successes + 1);
  // The upper limit by the mirror image: P(tail) at the small end keeps digits that 1 − tail would round away.
  const upper = successes === n ? 1 : 1 - betaQuantile(tail, n - successes, successes + 1);
  return { lower, upper, confidence, method: "clopper-pearson" };
}
