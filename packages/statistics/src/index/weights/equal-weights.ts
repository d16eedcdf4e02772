import type { WeightsResult } from "./index-weights.ts";
import { normalisedWeights } from "./index-weights.ts";

/** 1/k for each of k attributes. @throws RangeError unless k is a non-negative integer */
export function equalWeights(attributes: number): WeightsResult {
  if (!(Number.isInteger(attributes) && attributes >= 0)) throw new RangeError(`${attributes} attributes`);
  return normalisedWeights(new Array<number>(attributes).fill(1));
}
