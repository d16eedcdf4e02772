import type { WeightsResult } from "./index-weights.ts";
import { normalisedWeights } from "./index-weights.ts";

/**
 * Mean stated importance ÷ the sum of the means. Ratings of importance on 1–5 differ little, so these weights do too.
 * @param meanImportance on the importance scale, one an attribute
 * @throws RangeError if a mean is negative or not finite
 * Golden values: golden/example/expected/synth_public_csi.json
 */
export function statedWeights(meanImportance: readonly number[]): WeightsResult {
  for (const mean of meanImportance) {
    if (!(mean >= 0 && Number.isFinite(mean))) throw new RangeError(`importance must not be negative, got ${mean}`);
  }
  return normalisedWeights(meanImportance);
}
