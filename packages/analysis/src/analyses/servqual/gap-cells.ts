/** A gap with its test, as cells. */
import { holm } from "@manyi/statistics/comparison/adjust-p-values";
import type { GapEstimate } from "@manyi/statistics/servqual/paired-gap";
import type { AnalysisCell } from "../../results/analyses.ts";
import { estimate, label, none, number } from "../result/cells.ts";
import { isHidden } from "../result/estimate-cell.ts";
import { servqualWords as words } from "./words.ts";

/** Gap, corrected p and verdict. */
export function gapCells(
  gap: GapEstimate,
  adjustedPValue: number | null,
  { minimumGroup, confidence }: { readonly minimumGroup: number; readonly confidence: number },
): readonly AnalysisCell[] {
  if (isHidden(gap.n, minimumGroup)) return Array<AnalysisCell>(3).fill(none("too-few"));
  if (gap.kind === "too-few-answers") return Array<AnalysisCell>(3).fill(none("too-few-answers"));
  if (gap.kind === "no-variation") return [number(gap.value, "points"), none("no-variation"), none("no-variation")];
  return [
    estimate(gap.value, gap.interval, "points"),
    number(adjustedPValue, "p-value"),
    label(words.verdicts[verdictOf(gap.value, adjustedPValue, confidence)]),
  ];
}

export function verdictOf(
  value: number,
  adjustedPValue: number | null,
  confidence: number,
): keyof typeof words.verdicts {
  if (adjustedPValue === null || adjustedPValue >= 1 - confidence) return "none";
  return value < 0 ? "below" : "above";
}

/** Holm over the gaps that were tested and may be shown; null for the others. */
export function adjustedOf(gaps: readonly GapEstimate[], minimum: number): readonly (number | null)[] {
  const tested = gaps.map((gap) => (gap.kind === "estimated" && !isHidden(gap.n, minimum) ? gap.pValue : null));
  const adjusted = holm(tested.filter((pValue) => pValue !== null));
  let next = 0;
  return tested.map((pValue) => (pValue === null ? null : adjusted[next++]));
}
