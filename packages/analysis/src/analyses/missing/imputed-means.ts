/** Means by multiple imputation, pooled after Rubin. */
import { type CombinedEstimate, combinedEstimate } from "@manyi/statistics/missing/combined-estimate";
import { imputationsAtOnce } from "@manyi/statistics/missing/multiple-imputation";
import { meanEstimate } from "@manyi/statistics/scores/mean";
import { sumsOfColumn } from "@manyi/statistics/tally/sums";
import type { MissingItems } from "./read-items.ts";

/** Respondents for which so many data sets are completed in a few seconds. */
export function mostImputedRows(imputations: number): number {
  return Math.floor(100_000 / imputations);
}

/** @returns by question; null where nobody answered it, or the answers carry no estimate */
export function imputedMeans(
  { names, columns, weights }: MissingItems,
  imputations: number,
  confidence: number,
): readonly (CombinedEstimate | null)[] {
  const nothing = names.map(() => null);
  const counts = (row: number) => weights === null || weights[row] > 0;
  const kept = columns.map((column) => column.filter((_, row) => counts(row)));
  const ownWeights = weights?.filter((weight) => weight > 0) ?? null;
  if (kept.length === 0 || kept[0].length === 0) return nothing;
  const found = imputationsAtOnce(
    { variables: names, columns: kept },
    { imputations, iterations: 5, donors: 5, seed: 20261122 },
  );
  if (found.kind !== "imputed") return nothing;
  return names.map((_, j) => {
    const estimates = found.completed.map((columnsOfOne) =>
      meanEstimate(sumsOfColumn(columnsOfOne[j], ownWeights, columnsOfOne[j].length), confidence),
    );
    const estimated = estimates.filter((each) => each.kind === "estimated");
    if (estimated.length < 2) return null;
    const freedom = estimated[0].effectiveN - 1;
    return combinedEstimate(estimated, freedom > 0 ? freedom : null, confidence);
  });
}
