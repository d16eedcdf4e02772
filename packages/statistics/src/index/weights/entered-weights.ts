import type { WeightsResult } from "./index-weights.ts";
import { normalisedWeights } from "./index-weights.ts";

/** Points a person entered, divided by their sum. @throws RangeError if a number of points is negative or not finite */
export function enteredWeights(points: readonly number[]): WeightsResult {
  for (const point of points) {
    if (!(point >= 0 && Number.isFinite(point))) throw new RangeError(`points must not be negative, got ${point}`);
  }
  return normalisedWeights(points);
}
