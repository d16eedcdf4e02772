import { submatrix } from "../linear-algebra/matrix.ts";
import type { Moments } from "../moments/moments.ts";
import { alphaOf, sumVaries } from "./cronbach-alpha.ts";
import { blockSum, itemScale, type NoScale } from "./item-scale.ts";

export interface ItemOfScale {
  readonly item: string;
  readonly mean: number;
  /** With n − 1, or with Σw where there are case weights. */
  readonly standardDeviation: number;
  /** Correlation with the sum of the other items, −1 … 1; below 0.3 the item measures something else, below 0 it may want reversing.
   *  null where the other items' sum does not vary. */
  readonly correctedItemTotal: number | null;
  /** α of the other items; null where one is left, or their sum does not vary. */
  readonly alphaIfDeleted: number | null;
}

export interface ItemAnalysis {
  readonly kind: "estimated";
  readonly items: readonly ItemOfScale[];
  readonly n: number;
}

/**
 * How each item fits the others of its scale.
 * @param moments of the items, complete rows
 * @returns too-few-answers below two complete rows; constant-variables by name
 * @throws RangeError below two items
 * Source: Nunnally & Bernstein 1994, Psychometric Theory, 8. Golden values: golden/second/expected/mobile_reliability.json
 */
export function itemAnalysis(moments: Moments): ItemAnalysis | NoScale {
  const scale = itemScale(moments);
  if (scale.kind !== "scale") return scale;
  const { covariance, items, n } = scale;
  const places = items.map((_, place) => place);
  const bias = n / (n - 1);
  const rows = items.map((item, place): ItemOfScale => {
    const others = places.filter((other) => other !== place);
    const rest = submatrix(covariance, others);
    const variance = covariance.values[place * items.length + place];
    const varies = sumVaries(rest);
    const correlation = blockSum(covariance, [place], others) / Math.sqrt(variance * blockSum(rest));
    return {
      item,
      mean: moments.means[place],
      standardDeviation: Math.sqrt(variance * bias),
      correctedItemTotal: varies ? Math.max(-1, Math.min(1, correlation)) : null,
      alphaIfDeleted: varies && others.length > 1 ? alphaOf(rest) : null,
    };
  });
  return { kind: "estimated", items: rows, n };
}
