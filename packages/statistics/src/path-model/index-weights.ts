/**
 * The index of a construct: its items on 0–100, weighted as the model says. Weights of standardised items are first divided by the items'
 * standard deviations, so that they belong to the items as asked; they must all be positive, or the index would fall where an
 * answer rises and could leave 0–100.
 */
import type { ConstructBlock } from "./construct-block.ts";
import { constructBlock } from "./construct-block.ts";
import type { PathModelFit } from "./fit.ts";

/** Lowest and highest answer that an item allows. */
export interface ItemScale {
  readonly minimum: number;
  readonly maximum: number;
}

/** Items that would pull the index down; a wrongly coded or an unfitting item. */
export interface NonPositiveWeights {
  readonly kind: "non-positive-weights";
  readonly construct: string;
  readonly items: readonly string[];
}

export interface IndexWeights {
  readonly kind: "weights";
  readonly construct: string;
  readonly items: readonly string[];
  /** Of items as asked: w/s over their sum. They add up to 1. */
  readonly normalised: Float64Array;
  /** Points of the index for a point of the item: 100 · (w/s) / Σ (w/s)(U − L). */
  readonly pointsPerAnswer: Float64Array;
  /** Of each item, in the order of the block. */
  readonly scales: readonly ItemScale[];
  /** Of the index over the rows of the fit, in points; its score has variance 1. */
  readonly standardDeviation: number;
}

/**
 * @param scales one for each item of the layout, in its order
 * @param construct place in the model
 * @throws RangeError if scales do not fit the items, or there is no such construct
 * Source: Fornell et al. 1996; Tenenhaus et al. 2005, 2.4. Golden values: `unstandardised_normalised_weights`
 */
export function indexWeights(
  fit: PathModelFit,
  scales: readonly ItemScale[],
  construct: number,
): IndexWeights | NonPositiveWeights {
  const { construct: name, weights, items } = constructBlock(fit, construct);
  const negative = items.filter((_, k) => !(weights[k] > 0));
  if (negative.length > 0) {
    requireScales(fit.layout.items, scales);
    return { kind: "non-positive-weights", construct: name, items: negative };
  }
  return unflaggedIndexWeights(fit, scales, construct);
}

/**
 * The same whatever the signs of the weights, as programs compute it that do not look at them: then it is no index, for it may fall where
 * an answer rises and leave 0–100. To compare with those programs, never to be shown.
 * @throws RangeError as `indexWeights`; or if the weights cancel, so that nothing is left to divide by
 */
export function unflaggedIndexWeights(
  fit: PathModelFit,
  scales: readonly ItemScale[],
  construct: number,
): IndexWeights {
  requireScales(fit.layout.items, scales);
  const block = constructBlock(fit, construct);
  const { weights, standardDeviations, items, start } = block;
  const own = scales.slice(start, start + items.length);
  const raw = weights.map((weight, k) => weight / standardDeviations[k]);
  const total = raw.reduce((sum, value) => sum + value, 0);
  const range = raw.reduce((sum, value, k) => sum + value * (own[k].maximum - own[k].minimum), 0);
  if (range === 0 || total === 0) throw new RangeError(`${block.construct}: the weights cancel each other`);
  return {
    kind: "weights",
    construct: block.construct,
    items,
    normalised: raw.map((value) => value / total),
    pointsPerAnswer: raw.map((value) => (100 * value) / range),
    scales: own,
    standardDeviation: 100 / range,
  };
}

/** 100 Σ v (x̄ − L) / Σ v (U − L): the index of these means, or of one person's answers; 0–100. */
export function indexOf({ pointsPerAnswer, scales }: IndexWeights, answers: ArrayLike<number>): number {
  return pointsPerAnswer.reduce((sum, points, k) => sum + points * (answers[k] - scales[k].minimum), 0);
}

/** The index of a construct's mean answers, from the fit alone. */
export function meanIndex(weights: IndexWeights, { means }: ConstructBlock): number {
  return indexOf(weights, means);
}

function requireScales(items: readonly string[], scales: readonly ItemScale[]): void {
  if (scales.length !== items.length) throw new RangeError(`${items.length} items need as many scales`);
  for (const [k, { minimum, maximum }] of scales.entries()) {
    if (!(Number.isFinite(minimum) && Number.isFinite(maximum) && minimum < maximum)) {
      throw new RangeError(`${items[k]}: no scale from ${minimum} to ${maximum}`);
    }
  }
}
