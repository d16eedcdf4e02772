/**
 * Corrections for testing many hypotheses at once. Each takes the p-values of one family and returns as many adjusted
 * ones in the same order; compare those with α directly. Equal to R's `p.adjust`.
 */

/** Family-wise error by p·m. Source: Bonferroni; Dunn 1961. @throws RangeError if a p-value is outside [0, 1] */
export function bonferroni(pValues: readonly number[]): number[] {
  requirePValues(pValues);
  return pValues.map((p) => Math.min(1, p * pValues.length));
}

/** Family-wise error, step-down: never less powerful than Bonferroni. Source: Holm 1979. @throws RangeError as above */
export function holm(pValues: readonly number[]): number[] {
  requirePValues(pValues);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let highest = 0;
  ascendingOrder(pValues).forEach((index, rank) => {
    highest = Math.max(highest, pValues[index] * (pValues.length - rank));
    adjusted[index] = Math.min(1, highest);
  });
  return adjusted;
}

/** False discovery rate, step-up. Source: Benjamini & Hochberg 1995. @throws RangeError if a p-value is outside [0, 1] */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  requirePValues(pValues);
  const adjusted = new Array<number>(pValues.length).fill(1);
  const order = ascendingOrder(pValues);
  let lowest = 1;
  for (let rank = order.length - 1; rank >= 0; rank--) {
    lowest = Math.min(lowest, (pValues[order[rank]] * pValues.length) / (rank + 1));
    adjusted[order[rank]] = lowest;
  }
  return adjusted;
}

function ascendingOrder(pValues: readonly number[]): number[] {
  return pValues.map((_, index) => index).sort((a, b) => pValues[a] - pValues[b]);
}

function requirePValues(pValues: readonly number[]): void {
  for (const p of pValues) if (!(p >= 0 && p <= 1)) throw new RangeError(`a p-value must lie in [0, 1], got ${p}`);
}
