import type { Estimate } from "../estimate/estimate.ts";
import { tooFewAnswers } from "../estimate/estimate.ts";
import { criticalNormal } from "../estimate/interval.ts";
import type { RatingTally } from "../tally/rating-tally.ts";
import { effectiveSampleSize } from "./effective-sample-size.ts";
import { wilsonInterval } from "./wilson.ts";

interface Cell {
  readonly value: number;
  readonly weight: number;
}

/** Cumulative weights that differ from a target by less than this, relatively, count as equal to it. */
const roundingTolerance = 1e-12;

/**
 * Median of the ratings with Woodruff's interval: the quantiles at the Wilson limits of a share of one half. On a scale
 * of few points the interval often has no width, because half of the customers gave the median answer and its
 * neighbours are far from one half; the standard error, the interval's width over 2z, is then 0.
 * @returns too-few-answers without an answer; where half of the weight falls between two values, their midpoint, so an
 *   unweighted median is R's `median`
 * @throws RangeError unless 0 < confidence < 1
 * Source: Woodruff 1952, JASA 47.
 */
export function medianEstimate(tally: RatingTally, confidence: number): Estimate {
  const z = criticalNormal(confidence);
  const cells: Cell[] = [];
  const base = { n: 0, weight: 0, squaredWeight: 0 };
  for (let cell = 0; cell < tally.values.length; cell++) {
    if (tally.count[cell] === 0) continue;
    cells.push({ value: tally.values[cell], weight: tally.weight[cell] });
    base.n += tally.count[cell];
    base.weight += tally.weight[cell];
    base.squaredWeight += tally.squaredWeight[cell];
  }
  if (base.n === 0) return tooFewAnswers(0, 1);
  const effectiveN = effectiveSampleSize(base.weight, base.squaredWeight);
  const shares = wilsonInterval(0.5, effectiveN, confidence);
  const lower = quantileOfCells(cells, shares.lower * base.weight);
  const upper = quantileOfCells(cells, shares.upper * base.weight);
  return {
    kind: "estimated",
    value: quantileOfCells(cells, base.weight / 2),
    standardError: (upper - lower) / (2 * z),
    interval: { lower, upper, confidence, method: "woodruff" },
    n: base.n,
    weightedBase: base.weight,
    effectiveN,
    method: "median/woodruff",
  };
}

/** The value at which the cumulative weight passes `target`, or the midpoint of two where it stops exactly at it. */
function quantileOfCells(cells: readonly Cell[], target: number): number {
  let index = 0;
  let through = cells[0].weight;
  while (through < target * (1 - roundingTolerance) && index + 1 < cells.length) through += cells[++index].weight;
  const isBetween = through <= target * (1 + roundingTolerance) && index + 1 < cells.length;
  return isBetween ? (cells[index].value + cells[index + 1].value) / 2 : cells[index].value;
}
