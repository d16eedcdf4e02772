import type { WeightsResult } from "./index-weights.ts";
import { normalisedWeights } from "./index-weights.ts";

/**
 * Correlation of each attribute with overall satisfaction, max(0, r) ÷ sum.
 * @throws RangeError if a correlation is outside [−1, 1]
 * Golden values: golden/example/expected/synth_public_csi.json
 */
export function correlationWeights(correlations: readonly number[]): WeightsResult {
  for (const r of correlations) {
    if (!(Math.abs(r) <= 1 + 1e-12)) throw new RangeError(`a correlation must lie in [−1, 1], got ${r}`);
  }
  return normalisedWeights(correlations);
}
