import type { Estimate } from "../estimate/estimate.ts";
import { normalInterval } from "../estimate/interval.ts";
import type { IndexMoments } from "./index-moments.ts";
import { varianceByItem, weightedIndex } from "./weighted-index.ts";

/**
 * A weighted index as R's survey package would have it, for comparison with it: one factor n/(n − 1) of the whole design for all items,
 * and a normal interval. It takes an item that few answered for as certain as the others; `weightedIndex` is the default.
 * @param designN rows of the whole sample
 * @returns the variants of `weightedIndex`
 * @throws RangeError as `weightedIndex`
 * Source: SE of `survey::svytotal(~u)`, u the influences. Golden values: golden/example/weighted_groups.json (csi)
 */
export function linearisedIndex(
  moments: IndexMoments,
  weights: readonly number[],
  designN: number,
  confidence: number,
): Estimate {
  const index = weightedIndex(moments, weights, "case-weights", confidence);
  if (index.kind !== "estimated") return index;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const counted = weights.flatMap((weight, j) => (weight > 0 ? [j] : []));
  const contributions = varianceByItem(
    moments,
    weights,
    counted,
    weights.map(() => designN / (designN - 1)),
  );
  const standardError = Math.sqrt(contributions.reduce((sum, each) => sum + each, 0)) / total;
  const { kind, value, n, weightedBase, effectiveN } = index;
  const interval = normalInterval(value, standardError, confidence, "linearised");
  return { kind, value, n, weightedBase, effectiveN, standardError, interval, method: "index/linearised" };
}
