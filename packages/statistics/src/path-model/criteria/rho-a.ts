import type { ConstructBlock } from "../construct-block.ts";

/**
 * Reliability ρ_A of a construct's score: (w'w)² · w'(S − diag S)w / w'(ww' − diag ww')w.
 * @returns usually 0–1; outside it a sign that the items do not reflect one construct. Null with fewer than two items that
 *   have weight
 * Source: Dijkstra & Henseler 2015. Golden values: `reliability`, `rho_A` (seminr)
 */
export function rhoA({ weights, correlations }: Pick<ConstructBlock, "weights" | "correlations">): number | null {
  const size = weights.length;
  let squares = 0;
  let fourth = 0;
  let shared = 0;
  for (let i = 0; i < size; i++) {
    squares += weights[i] ** 2;
    fourth += weights[i] ** 4;
    for (let j = 0; j < size; j++) if (i !== j) shared += weights[i] * correlations.values[i * size + j] * weights[j];
  }
  const offDiagonal = squares ** 2 - fourth;
  return offDiagonal > 1e-14 * squares ** 2 ? (squares ** 2 * shared) / offDiagonal : null;
}
