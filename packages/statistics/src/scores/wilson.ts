import type { Interval } from "../estimate/estimate.ts";
import { criticalNormal } from "../estimate/interval.ts";

/**
 * Wilson's score interval for a share: never leaves [0, 1], keeps its coverage for small n and for shares near 0 or 1.
 * @param share 0–1
 * @param n number of answers, or an effective number (any real above 0)
 * @throws RangeError if share is outside [0, 1], n ≤ 0 or confidence is outside (0, 1)
 * Source: Wilson 1927; recommended by Brown, Cai & DasGupta 2001.
 */
export function wilsonInterval(share: number, n: number, confidence: number): Interval {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share must lie in [0, 1], got ${share}`);
  if (!(n > 0)) throw new RangeError(`n must be positive, got ${n}`);
  const z = criticalNormal(confidence);
  const shrink = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  // At 0 and 1 the limit is exact; floating point would leave it at 1e-17.
  const lower = share === 0 ? 0 : Math.max(0, centre - half);
  const upper = share === 1 ? 1 : Math.min(1, centre + half);
  return { lower, upper, confidence, method: "wilson" };
}
