import { momentsOf } from "../moments/moments.ts";
import { type ConstantSum, type CronbachAlpha, cronbachAlpha } from "../reliability/cronbach-alpha.ts";
import type { NoScale } from "../reliability/item-scale.ts";
import { gapColumns, requireAnswers, type ServqualAnswers, type ServqualDimension } from "./servqual-answers.ts";

/** A dimension of one item has no consistency to speak of. */
export interface SingleItem {
  readonly kind: "single-item";
}

export type DimensionAlpha = CronbachAlpha | NoScale | ConstantSum | SingleItem;

export interface DimensionAlphas {
  readonly dimension: string;
  readonly perceptions: DimensionAlpha;
  readonly expectations: DimensionAlpha;
  /** Of the differences: usually lower, since two measures that are alike lose what they share. */
  readonly gaps: DimensionAlpha;
}

/**
 * Cronbach's alpha of each dimension, over the respondents who answered all its items.
 * @throws RangeError if columns or weights do not fit, or confidence is outside (0, 1)
 * Golden values: golden/second/expected/survey_servqual.json (alpha_P, alpha_E, alpha_gap)
 */
export function dimensionAlphas(
  answers: ServqualAnswers,
  dimensions: readonly ServqualDimension[],
  confidence: number,
): readonly DimensionAlphas[] {
  requireAnswers(answers);
  const gaps = gapColumns(answers);
  const alpha = (columns: readonly Float64Array[], items: readonly number[]): DimensionAlpha => {
    if (items.length < 2) return { kind: "single-item" };
    const own = { variables: items.map((item) => `item ${item + 1}`), columns: items.map((item) => columns[item]) };
    return cronbachAlpha(momentsOf(own, answers.caseWeights), confidence);
  };
  return dimensions.map(({ name, items }) => ({
    dimension: name,
    perceptions: alpha(answers.perceptions, items),
    expectations: alpha(answers.expectations, items),
    gaps: alpha(gaps, items),
  }));
}
