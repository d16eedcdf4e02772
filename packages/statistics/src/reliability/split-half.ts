import { fisherInterval, isPerfect } from "../correlation/correlation.ts";
import type { Estimated } from "../estimate/estimate.ts";
import { criticalNormal } from "../estimate/interval.ts";
import type { Moments } from "../moments/moments.ts";
import { blockSum, itemScale, type NoScale } from "./item-scale.ts";

export interface SplitHalf extends Estimated {
  /** Pearson's r of the two halves' sums. */
  readonly correlation: number;
}

/** A half's items cancel each other, or the halves are exact opposites: no coefficient. */
export interface NoHalves {
  readonly kind: "constant-half" | "opposite-halves";
}

/** Halves correlated over four rows have a Fisher interval. */
const required = 4;

/** Places 0, 2, 4 …: the first, third, fifth item. */
export function oddItems(items: number): readonly number[] {
  return Array.from({ length: Math.ceil(items / 2) }, (_, index) => 2 * index);
}

/**
 * Split-half reliability by Spearman and Brown: 2r/(1 + r), r the correlation of the sums of two halves. The interval is Fisher's of r,
 * stepped up likewise. Another split gives another value; α is the mean of all splits where items vary alike.
 * @param first places of the items of one half (`oddItems`); the others are the second half
 * @returns too-few-answers below four complete rows; constant-variables by name; constant-half or opposite-halves
 * @throws RangeError unless both halves have an item and each place is an item, once; or if confidence is outside (0, 1)
 * Source: Spearman 1910; Brown 1910, British Journal of Psychology 3. Golden values: golden/second/expected/mobile_reliability.json
 */
export function splitHalf(
  moments: Moments,
  first: readonly number[],
  confidence: number,
): SplitHalf | NoScale | NoHalves {
  const z = criticalNormal(confidence);
  const scale = itemScale(moments, required);
  const second = otherHalf(moments.variables.length, first);
  if (scale.kind !== "scale") return scale;
  const { covariance, n, weightedBase, effectiveN } = scale;
  const [own, other] = [blockSum(covariance, first), blockSum(covariance, second)];
  const diagonal = (half: readonly number[]) =>
    half.reduce((sum, item) => sum + covariance.values[item * covariance.columns + item], 0);
  if (own <= 1e-12 * diagonal(first) || other <= 1e-12 * diagonal(second)) return { kind: "constant-half" };
  const correlation = Math.max(-1, Math.min(1, blockSum(covariance, first, second) / Math.sqrt(own * other)));
  if (correlation < 0 && isPerfect(correlation)) return { kind: "opposite-halves" };
  const stepUp = (r: number) => (2 * r) / (1 + r);
  const errorOfR = (1 - correlation ** 2) / Math.sqrt(effectiveN - 1);
  const interval = fisherInterval(correlation, z / Math.sqrt(effectiveN - 3), confidence, "fisher-z");
  return {
    kind: "estimated",
    value: stepUp(correlation),
    correlation,
    standardError: (2 * errorOfR) / (1 + correlation) ** 2,
    interval: { ...interval, lower: stepUp(interval.lower), upper: stepUp(interval.upper) },
    n,
    weightedBase,
    effectiveN,
    method: "split-half/spearman-brown",
  };
}

function otherHalf(items: number, first: readonly number[]): readonly number[] {
  const places = Array.from({ length: items }, (_, place) => place);
  const second = places.filter((place) => !first.includes(place));
  if (first.length === 0 || second.length === 0 || first.length + second.length !== items) {
    throw new RangeError("each half needs an item, and each item one half");
  }
  return second;
}
