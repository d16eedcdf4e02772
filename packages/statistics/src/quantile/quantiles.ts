/** Quantiles of sorted values, at least one. Source: Hyndman & Fan 1996. */

/** Type 7, R's default. @param probability 0–1 */
export function quantileType7(sorted: Float64Array, probability: number): number {
  return atPosition(sorted, (sorted.length - 1) * probability);
}

/** Type 6, which SPSS, Minitab and SmartPLS use: a little wider at both ends. @param probability 0–1 */
export function quantileType6(sorted: Float64Array, probability: number): number {
  return atPosition(sorted, (sorted.length + 1) * probability - 1);
}

function atPosition(sorted: Float64Array, position: number): number {
  const within = Math.min(Math.max(position, 0), sorted.length - 1);
  const below = Math.floor(within);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (within - below) * (sorted[above] - sorted[below]);
}
