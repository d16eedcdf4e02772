import type { Matrix } from "../../linear-algebra/matrix.ts";
import { zeroMatrix } from "../../linear-algebra/matrix.ts";
import type { ConstructBlock } from "../construct-block.ts";

/**
 * Cronbach's alpha of a block's items as they were answered: k/(k − 1) · (1 − Σ variances / variance of the sum).
 * @returns at most 1, negative where items contradict each other; null with one item, or where the items' sum is constant
 * Source: Cronbach 1951. Golden values: reference family path-model, `reliability` (alpha_raw; psych::alpha)
 */
export function rawCronbachAlpha({ correlations, standardDeviations }: ConstructBlock): number | null {
  const size = correlations.rows;
  const covariances = zeroMatrix(size, size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      covariances.values[i * size + j] =
        correlations.values[i * size + j] * standardDeviations[i] * standardDeviations[j];
    }
  }
  return alphaOf(covariances);
}

/** The same of standardised items, which path-model programs print. Golden values: `reliability` (alpha_std; seminr) */
export function standardisedCronbachAlpha({ correlations }: ConstructBlock): number | null {
  return alphaOf(correlations);
}

function alphaOf({ rows: size, values }: Matrix): number | null {
  let total = 0;
  let trace = 0;
  for (let i = 0; i < size; i++) {
    trace += values[i * size + i];
    for (let j = 0; j < size; j++) total += values[i * size + j];
  }
  // A sum without variance has neither a reliability nor digits to compute one from.
  if (size < 2 || !(total > 1e-12 * trace)) return null;
  return (size / (size - 1)) * (1 - trace / total);
}
