/**
 * Kish's effective sample size n_eff = (Σw)² / Σw²: the size of the unweighted sample whose mean would be as certain,
 * if the weights had nothing to do with the answers. Source: Kish 1965, Survey Sampling, 11.7.
 * @param weight Σw
 * @param squaredWeight Σw²
 * @returns 0 where there are no weights
 */
export function effectiveSampleSize(weight: number, squaredWeight: number): number {
  return squaredWeight === 0 ? 0 : (weight * weight) / squaredWeight;
}

/** Kish's design effect of weighting, n Σw² / (Σw)² ≥ 1; equals n / n_eff. null where there are no weights. */
export function weightingDesignEffect(n: number, weight: number, squaredWeight: number): number | null {
  return weight === 0 ? null : (n * squaredWeight) / (weight * weight);
}
