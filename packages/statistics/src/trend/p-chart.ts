import { beyondLimits, type Limits } from "./run-rules.ts";

export interface ProportionChart {
  readonly kind: "estimated";
  /** Share of all units together, 0–1: the centre line. */
  readonly centre: number;
  /** Share of each point. */
  readonly shares: Float64Array;
  /** Of each point; a small sample has wide ones. Cut at 0 and 1. */
  readonly limits: readonly Limits[];
  /** Distance of the limits from the centre before they are cut. */
  readonly reaches: Float64Array;
  /** Places, from 0, of the points beyond their limits. */
  readonly out: readonly number[];
  readonly n: number;
  readonly method: "p-chart/binomial" | "p-prime-chart/laney";
}

export interface LaneyChart extends ProportionChart {
  /** How many times more the points vary than sampling alone would make them: above 1, p-chart limits are too narrow. */
  readonly sigmaZ: number;
}

/** Nobody was asked, or none or all of them count: limits would have no width. */
export interface NoChart {
  readonly kind: "no-variation";
}

export interface TooFewPoints {
  readonly kind: "too-few-points";
  readonly points: number;
  readonly required: number;
}

/** Mean of |difference of two standard normal numbers|, 2/√π: turns a moving range into a standard deviation. */
export const movingRangeFactor = 2 / Math.sqrt(Math.PI);

/**
 * p-chart: are shares of branches or months within what chance alone makes of the share of all?
 * @param counts that count, one a point
 * @param sizes answers, one a point, above 0
 * @param width of the limits in standard deviations, usually 3
 * @returns too-few-points without a point; no-variation where none or all count
 * @throws RangeError if lengths differ, a size is not positive, a count is outside 0 … size, or width is not positive
 * Source: Montgomery, Introduction to Statistical Quality Control, 7.2. Golden values: golden/second/expected/survey_trend_spc.json
 */
export function proportionChart(
  counts: readonly number[],
  sizes: readonly number[],
  width = 3,
): ProportionChart | NoChart | TooFewPoints {
  requirePoints(counts, sizes, width);
  if (counts.length === 0) return { kind: "too-few-points", points: 0, required: 1 };
  const n = sizes.reduce((sum, size) => sum + size, 0);
  const centre = counts.reduce((sum, count) => sum + count, 0) / n;
  if (!(centre > 0 && centre < 1)) return { kind: "no-variation" };
  return { ...chart(counts, sizes, centre, width), n, method: "p-chart/binomial" };
}

/**
 * Laney's p′-chart: limits widened, or narrowed, by how much the points vary from one to the next. For large samples, where each
 * p-chart cries alarm.
 * @param divisor d₂, by which the mean moving range is divided; books round it to 1.128
 * @returns as `proportionChart`; too-few-points below two
 * @throws RangeError as `proportionChart`, or if divisor is not positive
 * Source: Laney 2002, Quality Engineering 14. Golden values: golden/second/expected/survey_trend_spc.json
 */
export function laneyChart(
  counts: readonly number[],
  sizes: readonly number[],
  width = 3,
  divisor = movingRangeFactor,
): LaneyChart | NoChart | TooFewPoints {
  if (!(divisor > 0)) throw new RangeError(`divisor ${divisor} must be positive`);
  const plain = proportionChart(counts, sizes, width);
  if (plain.kind !== "estimated") return plain;
  const points = sizes.length;
  if (points < 2) return { kind: "too-few-points", points, required: 2 };
  const { centre, shares } = plain;
  const z = sizes.map((size, place) => (shares[place] - centre) / Math.sqrt((centre * (1 - centre)) / size));
  const sigmaZ = meanMovingRange(z) / divisor;
  if (!(sigmaZ > 0)) return { kind: "no-variation" };
  return { ...plain, ...chart(counts, sizes, centre, width * sigmaZ), sigmaZ, method: "p-prime-chart/laney" };
}

/** Mean of |difference| of neighbours. */
export function meanMovingRange(points: ArrayLike<number>): number {
  let sum = 0;
  for (let place = 1; place < points.length; place++) sum += Math.abs(points[place] - points[place - 1]);
  return sum / (points.length - 1);
}

function chart(counts: readonly number[], sizes: readonly number[], centre: number, width: number) {
  const shares = Float64Array.from(counts, (count, place) => count / sizes[place]);
  const reaches = Float64Array.from(sizes, (size) => width * Math.sqrt((centre * (1 - centre)) / size));
  const limits = Array.from(
    reaches,
    (reach): Limits => ({
      lower: Math.max(0, centre - reach),
      upper: Math.min(1, centre + reach),
    }),
  );
  return { kind: "estimated", centre, shares, limits, reaches, out: beyondLimits(shares, limits) } as const;
}

function requirePoints(counts: readonly number[], sizes: readonly number[], width: number): void {
  if (counts.length !== sizes.length) throw new RangeError("one size for each count is needed");
  if (!(width > 0)) throw new RangeError(`limits must be wider than ${width}`);
  sizes.forEach((size, place) => {
    if (!(size > 0 && Number.isFinite(size))) throw new RangeError(`size ${size} of point ${place}`);
    if (!(counts[place] >= 0 && counts[place] <= size))
      throw new RangeError(`${counts[place]} of ${size} cannot count`);
  });
}
