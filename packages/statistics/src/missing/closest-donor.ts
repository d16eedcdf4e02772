import type { Random } from "../random/xoshiro.ts";

/** One of the `donors` places whose sorted values are closest to `value`, each equally likely. */
export function closestDonor(sorted: Float64Array, value: number, donors: number, random: Random): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  let [from, to] = [low, low];
  while (to - from < Math.min(donors, sorted.length)) {
    const below = from > 0 ? value - sorted[from - 1] : Number.POSITIVE_INFINITY;
    const above = to < sorted.length ? sorted[to] - value : Number.POSITIVE_INFINITY;
    if (below <= above) from -= 1;
    else to += 1;
  }
  return from + random.nextBelow(to - from);
}
