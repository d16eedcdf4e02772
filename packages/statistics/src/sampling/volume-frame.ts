/**
 * The frame of business customers is often "those who make up 80 % of what we sell": few of them, and the ones that matter. What is
 * found among them says nothing about the rest.
 */
export interface VolumeFrame {
  readonly kind: "framed";
  /** Rows in the frame, largest volume first; of equal volumes the earlier row first. */
  readonly rows: Int32Array;
  /** Share of all volume they make up, 0–1; at least the share asked for. */
  readonly coveredShare: number;
  /** The smallest volume in the frame. */
  readonly smallestVolume: number;
  /** Rows whose volume is not known (NaN); they are not in the frame. */
  readonly unknown: number;
}

/** Nobody has a volume above 0. */
export interface NoVolume {
  readonly kind: "no-volume";
  readonly unknown: number;
}

/**
 * Smallest set of customers that covers a share of the volume.
 * @param volumes one for each customer, ≥ 0, in any unit; NaN = not known
 * @param share above 0 up to 1
 * @throws RangeError if a volume is negative or infinite, or share is outside (0, 1]
 * Source: the usual ABC analysis; the cut is the first at which the share is reached.
 */
export function volumeFrame(volumes: Float64Array, share: number): VolumeFrame | NoVolume {
  if (!(share > 0 && share <= 1)) throw new RangeError(`share must lie in (0, 1], got ${share}`);
  for (const volume of volumes)
    if (volume < 0 || volume === Number.POSITIVE_INFINITY) throw new RangeError(`volume ${volume}`);
  const known = Int32Array.from(volumes.keys()).filter((row) => !Number.isNaN(volumes[row]));
  const unknown = volumes.length - known.length;
  const largestFirst = known.toSorted((a, b) => volumes[b] - volumes[a] || a - b);
  const total = largestFirst.reduce((sum, row) => sum + volumes[row], 0);
  if (total === 0) return { kind: "no-volume", unknown };
  let covered = 0;
  let size = 0;
  // Rounding of the sum must not take in one customer more.
  while (size < largestFirst.length && covered < share * total * (1 - 1e-12)) covered += volumes[largestFirst[size++]];
  const rows = largestFirst.subarray(0, size);
  const coveredShare = Math.min(1, covered / total);
  return { kind: "framed", rows, coveredShare, smallestVolume: volumes[rows[size - 1]], unknown };
}
