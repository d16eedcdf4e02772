import type { DesignEstimate } from "./design-mean.ts";

/**
 * Design effect against a simple random sample without replacement from a population of Σw: only where the weights add up to the
 * population. `DesignEstimate.designEffect` is the one with replacement, which does not depend on the scale of the weights.
 * @returns null where the answers do not vary, or the weights add up to no more than the sample: they are then not scaled to a
 *   population, and this effect would be a number without meaning
 * Source: R's `survey::svymean(deff = TRUE)`. Golden values: api_survey (deff)
 */
export function designEffectWithoutReplacement({ designEffect, n, weightedBase }: DesignEstimate): number | null {
  return designEffect === null || !(weightedBase > n) ? null : designEffect / (1 - n / weightedBase);
}
