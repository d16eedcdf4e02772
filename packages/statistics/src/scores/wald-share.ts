import type { Interval } from "../estimate/estimate.ts";
import { normalInterval } from "../estimate/interval.ts";
import { requireCounts } from "./share-counts.ts";

/**
 * Wald's interval p ± z √(p(1 − p)/n). Offered for comparison with older reports: it covers too little for small n or
 * shares near 0 and 1, and may leave [0, 1]. The default is Wilson's.
 * @throws RangeError unless successes and n are integers with 0 ≤ successes ≤ n and n ≥ 1, and 0 < confidence < 1
 */
export function waldShareInterval(successes: number, n: number, confidence: number): Interval {
  requireCounts(successes, n);
  const share = successes / n;
  return normalInterval(share, Math.sqrt((share * (1 - share)) / n), confidence, "wald");
}
