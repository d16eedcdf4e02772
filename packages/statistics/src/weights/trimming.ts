import { requireWeights } from "./margin.ts";

export interface TrimmedWeights {
  readonly kind: "trimmed";
  /** One for each row, same sum, all within the bounds. */
  readonly weights: Float64Array;
  readonly converged: true;
  readonly iterations: number;
  /** Rows that were outside the bounds. */
  readonly trimmed: number;
}

/** The weights cannot keep their sum within the bounds. */
export interface BoundsTooNarrow {
  readonly kind: "bounds-too-narrow";
  /** What the weights would have to be on average. */
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

/** Rounds in which rows on a bound take their part of the excess and are cut again, as in R; then only those off it do, which ends. */
const sharedRounds = 200;
/** What is left to share out, as a share of the sum, when it is only rounding. */
const rounding = 1e-14;

/**
 * Weights cut at bounds; what is cut off is shared out evenly among those that were within, again and again until none is outside.
 * It trades a little bias for a smaller design effect, and undoes part of an adjustment to margins: check these afterwards.
 * @param weights one for each row, ≥ 0; a weight of 0 stays out of it
 * @param lower, upper in the unit of the weights, for example 0.5 and 1.8 times their mean
 * @throws RangeError unless 0 ≤ lower < upper, or if a weight is negative or not finite
 * Source: R's `survey::trimWeights(strict = TRUE)`; Potter 1990. Golden values: synth_public_weighting (trimmed_first10)
 */
export function trimWeights(weights: Float64Array, lower: number, upper: number): TrimmedWeights | BoundsTooNarrow {
  if (!(lower >= 0 && lower < upper)) throw new RangeError(`bounds ${lower} and ${upper}`);
  requireWeights(weights);
  const kept = weights.filter((weight) => weight > 0);
  const sum = kept.reduce((total, weight) => total + weight, 0);
  const mean = kept.length === 0 ? 0 : sum / kept.length;
  const tolerated = rounding * mean;
  if (kept.length > 0 && !(mean >= lower - tolerated && mean <= upper + tolerated)) {
    return { kind: "bounds-too-narrow", mean, lower, upper };
  }
  const trimmed = kept.filter((weight) => weight < lower || weight > upper).length;
  let iterations = 0;
  for (let excess = trimmed > 0 ? sum : 0; Math.abs(excess) > rounding * sum; iterations++) {
    excess = shareOutExcess(kept, lower, upper, iterations < sharedRounds ? 0 : 1);
  }
  for (let row = 0; row < kept.length; row++) kept[row] = Math.min(upper, Math.max(lower, kept[row]));
  let next = 0;
  const after = weights.map((weight) => (weight > 0 ? kept[next++] : 0));
  return { kind: "trimmed", weights: after, converged: true, iterations, trimmed };
}

/**
 * Cuts at the bounds and shares out what was cut off.
 * @param apart 0: rows on a bound take part; 1: only those that have room on the side of the excess
 * @returns what was shared out
 */
function shareOutExcess(weights: Float64Array, lower: number, upper: number, apart: 0 | 1): number {
  const bounded = weights.map((weight) => Math.min(upper, Math.max(lower, weight)));
  const excess = weights.reduce((sum, weight, row) => sum + weight - bounded[row], 0);
  const takes = Uint8Array.from(weights, (weight, row) => {
    if (apart === 0) return Number(weight === bounded[row]);
    return Number(excess > 0 ? bounded[row] < upper : bounded[row] > lower);
  });
  const takers = takes.reduce((sum, each) => sum + each, 0);
  // Nobody with room, though the mean is within the bounds: what is left is rounding.
  if (takers === 0 && apart === 1) return 0;
  // With nobody within the bounds yet, all take their part.
  bounded.forEach((weight, row) => {
    if (takers === 0) weights[row] = weight + excess / weights.length;
    else weights[row] = takes[row] === 1 ? weight + excess / takers : weight;
  });
  return excess;
}
