/** A straight map from values to pixels, with the ticks of its axis. */
export interface LinearScale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  /** Pixel of a value; values outside the axis are put on its nearer end. */
  readonly at: (value: number) => number;
}

/** The ends between which an axis may run at all, e.g. 0–100. */
export interface AxisLimits {
  readonly from: number;
  readonly to: number;
}

const steps = [1, 2, 2.5, 5, 10] as const;

/** An axis that covers all values with round ends and about `tickCount` ticks, inside the limits of the measure.
 *  @param values at least one @param pixels first and last pixel (first > last for an axis that grows upwards) */
export function niceScale(
  values: readonly number[],
  limits: AxisLimits,
  pixels: readonly [number, number],
  tickCount: number,
): LinearScale {
  const lowest = Math.max(limits.from, Math.min(...values));
  const highest = Math.min(limits.to, Math.max(...values));
  // Never zoom in so far that noise looks like a landslide.
  const span = Math.max(highest - lowest, (limits.to - limits.from) / 5);
  const centre = (lowest + highest) / 2;
  const padded = span * 1.06;
  const step = niceStep(padded / tickCount);
  const from = Math.max(limits.from, Math.floor((centre - padded / 2) / step) * step);
  const to = Math.min(limits.to, Math.ceil((centre + padded / 2) / step) * step);
  return fixedScale({ from, to }, pixels, step);
}

/** An axis between two given ends with a tick every `step`. */
export function fixedScale(ends: AxisLimits, pixels: readonly [number, number], step: number): LinearScale {
  const { from, to } = ends;
  const count = Math.floor((to - from) / step + 1e-9);
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((from + index * step).toPrecision(12)));
  const at = (value: number): number => {
    const share = to === from ? 0.5 : (Math.min(to, Math.max(from, value)) - from) / (to - from);
    return pixels[0] + share * (pixels[1] - pixels[0]);
  };
  return { from, to, ticks, at };
}

/** The smallest round step (1, 2, 2.5 or 5 times a power of ten) that is not below the wanted one. */
export function niceStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = steps.find((candidate) => candidate * power >= wanted * 0.999) ?? 10;
  return step * power;
}
