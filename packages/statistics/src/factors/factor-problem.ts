/**
 * Factors: the few things that many items have in common. Everything here rests on the correlations of the items among the respondents
 * who answered all of them, so it costs the same for a hundred respondents as for a million.
 */
import { type Cholesky, cholesky } from "../linear-algebra/cholesky.ts";
import type { Moments } from "../moments/moments.ts";
import { type ItemScale, itemScale, type NoScale, type SingularItems } from "../reliability/item-scale.ts";

/** More factors than the items' correlations could tell apart. */
export interface TooManyFactors {
  readonly kind: "too-many-factors";
  /** The most that these items allow. */
  readonly most: number;
}

export type NoFactors = NoScale | SingularItems | TooManyFactors;

export interface FactorProblem {
  readonly kind: "problem";
  readonly scale: ItemScale;
  readonly factor: Cholesky;
}

/** @throws RangeError below two items, or unless `factors` is a positive integer */
export function factorProblem(moments: Moments, factors: number): FactorProblem | NoFactors {
  if (!(Number.isInteger(factors) && factors > 0)) throw new RangeError(`${factors} factors`);
  const size = moments.variables.length;
  const scale = itemScale(moments, size + 1);
  if (scale.kind !== "scale") return scale;
  const most = mostFactors(size);
  if (factors > most) return { kind: "too-many-factors", most };
  const factor = cholesky(scale.correlation);
  if (factor.kind === "factored") return { kind: "problem", scale, factor };
  return { kind: "singular", variables: factor.dependent.map((row) => scale.items[row]) };
}

/** Degrees of freedom that k factors leave: ((p − k)² − p − k)/2. */
export function degreesOfFreedomLeft(items: number, factors: number): number {
  return ((items - factors) ** 2 - items - factors) / 2;
}

function mostFactors(items: number): number {
  let most = 0;
  while (degreesOfFreedomLeft(items, most + 1) >= 0 && most + 1 < items) most += 1;
  return most;
}
