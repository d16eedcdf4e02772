import { meanMovingRange, movingRangeFactor, type TooFewPoints } from "./p-chart.ts";
import { beyondLimits, type Limits } from "./run-rules.ts";

/** What the mean moving range is multiplied by. */
export interface XmrConstants {
  /** 3/d₂: distance of the natural process limits from the mean. */
  readonly limits: number;
  /** D₄: upper limit of the moving range. */
  readonly range: number;
}

const d2 = movingRangeFactor;
/** 2.65868… and 3.26653…: d₂ = 2/√π, d₃ = √(2 − 4/π). */
export const exactXmrConstants: XmrConstants = { limits: 3 / d2, range: 1 + (3 * Math.sqrt(2 - d2 * d2)) / d2 };
/** As printed in books and computed by hand. */
export const roundedXmrConstants: XmrConstants = { limits: 2.66, range: 3.267 };

export interface XmrChart {
  readonly kind: "estimated";
  readonly mean: number;
  /** Natural process limits. */
  readonly limits: Limits;
  /** |difference| of each point from the one before: one fewer than points. */
  readonly movingRanges: Float64Array;
  readonly meanMovingRange: number;
  readonly movingRangeLimit: number;
  /** Places, from 0, of the points beyond the limits. */
  readonly out: readonly number[];
  /** Places, from 0, of the points that are too far from the one before. */
  readonly jumps: readonly number[];
  readonly points: number;
  readonly method: "xmr/moving-range";
}

/**
 * XmR-chart of single values, such as a monthly index: is the last one more than the usual coming and going?
 * @param values in the order of time, without gaps: finite numbers
 * @param constants by default the exact ones
 * @returns too-few-points below two. With all values equal the limits have no width and no point is out
 * @throws RangeError if a value is not finite
 * Source: Wheeler & Chambers 1992; Montgomery, 6.4. Golden values: golden/second/expected/survey_trend_spc.json
 */
export function xmrChart(
  values: ArrayLike<number>,
  constants: XmrConstants = exactXmrConstants,
): XmrChart | TooFewPoints {
  const points = values.length;
  requireFinite(values);
  if (points < 2) return { kind: "too-few-points", points, required: 2 };
  const mean = meanOf(values);
  const average = meanMovingRange(values);
  const limits = { lower: mean - constants.limits * average, upper: mean + constants.limits * average };
  const movingRanges = Float64Array.from({ length: points - 1 }, (_, place) =>
    Math.abs(values[place + 1] - values[place]),
  );
  const movingRangeLimit = constants.range * average;
  return {
    kind: "estimated",
    mean,
    limits,
    movingRanges,
    meanMovingRange: average,
    movingRangeLimit,
    out: average > 0 ? beyondLimits(values, Array<Limits>(points).fill(limits)) : [],
    jumps: [...movingRanges.keys()].filter((place) => movingRanges[place] > movingRangeLimit).map((place) => place + 1),
    points,
    method: "xmr/moving-range",
  };
}

export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let place = 0; place < values.length; place++) sum += values[place] - values[0];
  return values[0] + sum / values.length;
}

/** @throws RangeError if a value is not finite */
export function requireFinite(values: ArrayLike<number>): void {
  for (let place = 0; place < values.length; place++) {
    if (!Number.isFinite(values[place])) throw new RangeError(`value ${values[place]} at place ${place} is not finite`);
  }
}
