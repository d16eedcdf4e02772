/**
 * Composite reliability ρ_C of standardised loadings: (Σl)² / ((Σl)² + Σ(1 − l²)).
 * @returns 0–1; null where it is 0/0 (loadings of exactly 1 and −1)
 * Source: Werts, Linn & Jöreskog 1974; Fornell & Larcker 1981. Golden values: `reliability` (rho_C; seminr)
 */
export function compositeReliability(loadings: Float64Array): number | null {
  let sum = 0;
  let error = 0;
  for (const loading of loadings) {
    sum += loading;
    error += Math.max(0, 1 - loading ** 2);
  }
  const total = sum ** 2 + error;
  return total > 0 ? sum ** 2 / total : null;
}
