/** The pairs of a correlation table that may be shown, each with its names. */

import { holm } from "@manyi/statistics/comparison/adjust-p-values";
import type { Correlation } from "@manyi/statistics/correlation/correlation";
import { type CorrelationTable, pairAt } from "@manyi/statistics/correlation/correlation-table";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisCell } from "../../results/analyses.ts";
import { none, number } from "../result/cells.ts";
import { isHidden } from "../result/estimate-cell.ts";
import type { Bilingual } from "../words/bilingual.ts";
import { correlationWords as words } from "./words.ts";

export interface ShownPair {
  readonly label: Bilingual;
  readonly found: Correlation;
  readonly adjustedPValue: number;
}

/** Pairs with a coefficient that rests on people enough, the strongest first; p corrected over all of them. */
export function shownPairs(
  table: CorrelationTable,
  labels: readonly LocalText[],
  minimum: number,
): readonly ShownPair[] {
  const found = labels.flatMap((second, j) =>
    labels.slice(0, j).flatMap((first, i) => {
      const pair = pairAt(table, i, j);
      if (pair.kind !== "estimated" || isHidden(pair.n, minimum)) return [];
      return [{ label: words.pairOf(first, second), found: pair }];
    }),
  );
  const adjusted = holm(found.map((pair) => pair.found.pValue));
  return found
    .map((pair, i) => ({ ...pair, adjustedPValue: adjusted[i] }))
    .toSorted((a, b) => Math.abs(b.found.value) - Math.abs(a.found.value));
}

/** The coefficient of a pair, or why there is none. */
export function pairCell(table: CorrelationTable, i: number, j: number, minimum: number): AnalysisCell {
  const pair = pairAt(table, i, j);
  if (pair.kind === "no-variation") return none("no-variation");
  if (isHidden(pair.n, minimum)) return none("too-few");
  if (pair.kind === "too-few-answers") return none("too-few-answers");
  return pair.kind === "estimated" ? number(pair.value, "coefficient") : none("not-estimable");
}
