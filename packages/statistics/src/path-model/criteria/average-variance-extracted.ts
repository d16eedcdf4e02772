/**
 * Average variance extracted, the mean of squared standardised loadings; the same number is the block's mean communality.
 * @returns 0–1
 * @throws RangeError without loadings
 * Source: Fornell & Larcker 1981. Golden values: `reliability` (AVE), `communality_mean` (cSEM)
 */
export function averageVarianceExtracted(loadings: Float64Array): number {
  if (loadings.length === 0) throw new RangeError("a block has loadings");
  return loadings.reduce((sum, loading) => sum + loading ** 2, 0) / loadings.length;
}
