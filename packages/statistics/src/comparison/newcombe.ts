import type { Interval } from "../estimate/estimate.ts";
import type { ShareWithVariance } from "../scores/share.ts";
import { intervalOfShare } from "../scores/share.ts";

/**
 * Newcombe's hybrid interval for a − b, from the Wilson interval of each share (at effective n with weights). Stays
 * inside [−1, 1] and has a width even where both shares are 0 or 1.
 * Source: Newcombe 1998, Statistics in Medicine 17, method 10.
 */
export function newcombeInterval(a: ShareWithVariance, b: ShareWithVariance, confidence: number): Interval {
  const ofA = intervalOfShare(a, confidence);
  const ofB = intervalOfShare(b, confidence);
  const value = a.share - b.share;
  return {
    lower: value - Math.hypot(a.share - ofA.lower, ofB.upper - b.share),
    upper: value + Math.hypot(ofA.upper - a.share, b.share - ofB.lower),
    confidence,
    method: a.isDesignBased || b.isDesignBased ? "newcombe-effective-n" : "newcombe",
  };
}
