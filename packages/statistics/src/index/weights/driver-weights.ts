import type { WeightsResult } from "./index-weights.ts";
import { normalisedWeights } from "./index-weights.ts";

/**
 * Shares of R² by LMG (Shapley), which are never negative.
 * @throws RangeError if a share is below 0 by more than rounding
 * Source: Lindeman, Merenda & Gold 1980. Golden values: golden/example/expected/synth_public_csi.json
 */
export function lmgWeights(shares: readonly number[]): WeightsResult {
  return weightsOfShares(shares);
}

/**
 * Shares of R² by Johnson's relative weights, which are never negative.
 * @throws RangeError if a share is below 0 by more than rounding
 * Source: Johnson 2000. Golden values: golden/example/expected/synth_public_csi.json
 */
export function johnsonWeights(shares: readonly number[]): WeightsResult {
  return weightsOfShares(shares);
}

function weightsOfShares(shares: readonly number[]): WeightsResult {
  const rounding = 1e-9;
  for (const share of shares) if (!(share >= -rounding)) throw new RangeError(`a share of R² cannot be ${share}`);
  return normalisedWeights(shares.map((share) => Math.max(0, share)));
}
