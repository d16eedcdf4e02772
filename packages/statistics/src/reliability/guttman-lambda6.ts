import { cholesky, choleskyInverse } from "../linear-algebra/cholesky.ts";
import type { Moments } from "../moments/moments.ts";
import { type ConstantSum, sumVaries } from "./cronbach-alpha.ts";
import { blockSum, itemScale, type NoScale, type SingularItems } from "./item-scale.ts";

export interface GuttmanLambda6 {
  readonly kind: "estimated";
  /** At most 1. */
  readonly value: number;
  /** Share of each item's variance that the other items explain together, 0–1. */
  readonly squaredMultipleCorrelations: Float64Array;
  readonly n: number;
}

/**
 * Guttman's λ₆ of the standardised items, 1 − Σ(1 − R²_j)/Σr: the lower bound of reliability that rests on what each item shares with
 * all others together. R²_j is overestimated where respondents are few for the number of items.
 * @param moments of the items, complete rows
 * @returns singular where an item is a combination of others; otherwise as cronbachAlpha
 * @throws RangeError below two items
 * Source: Guttman 1945, Psychometrika 10. Golden values: golden/second/expected/mobile_reliability.json
 */
export function guttmanLambda6(moments: Moments): GuttmanLambda6 | NoScale | SingularItems | ConstantSum {
  const scale = itemScale(moments);
  if (scale.kind !== "scale") return scale;
  const { correlation, items, n } = scale;
  const factor = cholesky(correlation);
  if (factor.kind === "singular") return { kind: "singular", variables: factor.dependent.map((row) => items[row]) };
  if (!sumVaries(correlation)) return { kind: "constant-sum" };
  const inverse = choleskyInverse(factor).values;
  const unique = items.map((_, item) => 1 / inverse[item * items.length + item]);
  return {
    kind: "estimated",
    value: 1 - unique.reduce((sum, each) => sum + each, 0) / blockSum(correlation),
    squaredMultipleCorrelations: Float64Array.from(unique, (each) => 1 - each),
    n,
  };
}
