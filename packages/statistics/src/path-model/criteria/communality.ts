import { constructBlocks } from "../construct-block.ts";
import type { PathModelFit } from "../fit.ts";
import { averageVarianceExtracted } from "./average-variance-extracted.ts";

export interface ItemCommunality {
  readonly item: string;
  readonly construct: string;
  /** Share of the item's variance that its construct explains, 0–1. */
  readonly communality: number;
  /** Share that the constructs acting on its construct explain through it: communality · R²; null where none does. */
  readonly redundancy: number | null;
}

/** One an item. Source: Tenenhaus et al. 2005, 2.3. */
export function itemCommunalities(fit: PathModelFit): readonly ItemCommunality[] {
  return constructBlocks(fit).flatMap(({ construct, items, loadings }, j) => {
    const r2 = fit.rSquared[j];
    return items.map((item, k) => {
      const communality = loadings[k] ** 2;
      return { item, construct, communality, redundancy: r2 === null ? null : communality * r2 };
    });
  });
}

/** Means over the items of each construct, in the order of the model. Golden values: `communality_mean` */
export function meanCommunalities(fit: PathModelFit): readonly number[] {
  return constructBlocks(fit).map(({ loadings }) => averageVarianceExtracted(loadings));
}

/**
 * Goodness of fit of Tenenhaus: √(mean communality of all items that share a block · mean R²). Kept to compare with older reports; it
 * does not tell a wrong model from a right one (Henseler & Sarstedt 2013), SRMR does.
 * @returns 0–1; null where every block is a single item
 * Source: Tenenhaus et al. 2005. Golden values: `gof_tenenhaus`
 */
export function goodnessOfFit(fit: PathModelFit): number | null {
  const shared = constructBlocks(fit)
    .filter(({ items }) => items.length > 1)
    .flatMap(({ loadings }) => Array.from(loadings, (loading) => loading ** 2));
  const explained = fit.rSquared.filter((value) => value !== null);
  if (shared.length === 0 || explained.length === 0) return null;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(Math.max(0, mean(shared) * mean(explained)));
}
