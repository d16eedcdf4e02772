import type { WeightsResult } from "./index-weights.ts";
import { normalisedWeights } from "./index-weights.ts";

/**
 * Standardised regression coefficients, max(0, β) ÷ sum. `dropped` names the attributes whose β is negative: with
 * correlated attributes that happens by chance, which is why LMG or Johnson weights are preferred.
 * @throws RangeError if a coefficient is not finite
 * Golden values: golden/example/expected/synth_public_csi.json
 */
export function regressionWeights(standardisedCoefficients: readonly number[]): WeightsResult {
  if (!standardisedCoefficients.every(Number.isFinite)) throw new RangeError("coefficients must be finite");
  return normalisedWeights(standardisedCoefficients);
}
