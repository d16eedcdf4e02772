import type { Group, GroupBreakdown, TestedDifference, TrackedMeasure } from "@manyi/analysis/results/compare";
import type { Figure } from "@manyi/analysis/results/figure";
import { byValue } from "../by-value.ts";

/** A group with one measure of it. */
export interface GroupRow {
  readonly group: Group;
  readonly figure: Figure;
  readonly difference: TestedDifference | null;
}

/** The groups with a measure, best first; groups that are not shown stand at the end. */
export function groupRows(breakdown: GroupBreakdown, measure: TrackedMeasure): readonly GroupRow[] {
  const rows = breakdown.groups.flatMap((group, index): readonly GroupRow[] => {
    const figure = measure.figures[index];
    return figure === undefined ? [] : [{ group, figure, difference: measure.differences[index] ?? null }];
  });
  return byValue(rows, ({ figure }) => figure);
}
