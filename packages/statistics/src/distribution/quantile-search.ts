export interface Tails {
  readonly lower: (x: number) => number;
  readonly upper: (x: number) => number;
}

const maximumSteps = 2200;

/**
 * Quantile of a continuous distribution on x > 0: doubles or halves `start` until the answer is bracketed, then bisects
 * down to neighbouring floating-point numbers. Compares on the smaller tail, where the probability has more digits.
 */
export function quantileBySearch(tails: Tails, probability: number, start: number): number {
  const isBelow =
    probability <= 0.5 ? (x: number) => tails.lower(x) < probability : (x: number) => tails.upper(x) > 1 - probability;
  let low = start;
  let high = start;
  while (low > Number.MIN_VALUE && !isBelow(low)) low /= 2;
  while (isBelow(high)) high *= 2;
  for (let step = 0; step < maximumSteps; step++) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  return high;
}
