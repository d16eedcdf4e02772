import { requireConfidence } from "../estimate/interval.ts";
import type { SphericityTest } from "../reliability/sampling-adequacy.ts";
import { type Rmsea, rmseaOf } from "./fit-measures.ts";
import type { MaximumLikelihoodFactors } from "./maximum-likelihood-factors.ts";

/** How far so many factors are from explaining the items. */
export interface ExploratoryFit {
  /** Lack of fit for each degree of freedom; to 0.05 close, from 0.08 on poor. */
  readonly rmsea: Rmsea;
  /** Tucker and Lewis: 1 as good as could be expected; from 0.95 usually called good. Null where the items have nothing in common. */
  readonly tli: number | null;
}

/**
 * Fit of exploratory factors by maximum likelihood, from Bartlett's corrected χ² and that of items without anything in common.
 * @param sphericity of the same items and rows
 * @param confidence of the interval of RMSEA; 0.9 is usual
 * @returns null where no degree of freedom is left to test
 * @throws RangeError if confidence is outside (0, 1)
 * Source: Tucker & Lewis 1973; Steiger 1990; RMSEA with n in the denominator, as in `fitMeasures`. Values of the test: R 4.2, pchisq
 */
export function exploratoryFit(
  { test, effectiveN }: MaximumLikelihoodFactors,
  sphericity: SphericityTest,
  confidence: number,
): ExploratoryFit | null {
  requireConfidence(confidence);
  if (test === null) return null;
  const base = sphericity.chiSquare / sphericity.degreesOfFreedom;
  const own = test.chiSquare / test.degreesOfFreedom;
  return {
    rmsea: rmseaOf(test.chiSquare, test.degreesOfFreedom, effectiveN, confidence),
    tli: base - 1 > 1e-9 ? (base - own) / (base - 1) : null,
  };
}
