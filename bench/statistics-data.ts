/** Made-up columns for the measuring of estimators: the same in every run. */
import { type Random, randomFromSeed } from "@manyi/statistics/random/xoshiro";

/** Ratings 1 … `points` of items that measure a few constructs, which follow from one another. @returns one column an item */
export function ratingColumns(rows: number, blocks: readonly number[], points: number, seed: number): Float64Array[] {
  const random = randomFromSeed(seed);
  const columns = blocks.flatMap((items) => Array.from({ length: items }, () => new Float64Array(rows)));
  for (let row = 0; row < rows; row++) {
    let construct = 0;
    let item = 0;
    for (const items of blocks) {
      construct = 0.7 * construct + 0.7 * normal(random);
      for (let i = 0; i < items; i++) {
        const answer = (points + 1) / 2 + (points / 5) * (construct + 0.7 * normal(random));
        columns[item++][row] = Math.min(points, Math.max(1, Math.round(answer)));
      }
    }
  }
  return columns;
}

/** Codes 0 … levels − 1, the first the most frequent. */
export function codeColumn(rows: number, levels: number, seed: number): Int32Array {
  const random = randomFromSeed(seed);
  return Int32Array.from({ length: rows }, () => Math.floor(levels * random.nextUnit() ** 1.3));
}

/** Case weights around 1. */
export function weightColumn(rows: number, seed: number): Float64Array {
  const random = randomFromSeed(seed);
  return Float64Array.from({ length: rows }, () => 0.5 + random.nextUnit());
}

/** Box and Muller's. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.nextUnit())) * Math.cos(2 * Math.PI * random.nextUnit());
}
