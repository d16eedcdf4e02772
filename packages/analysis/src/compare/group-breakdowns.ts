/** Key measures and items within the groups of each unit and segment column, each group tested against all others. */
import type { Difference } from "@manyi/statistics/comparison/difference";
import type { ComputedIndex } from "../index/index-results.ts";
import { keyFigureLabel } from "../key-figures/labels.ts";
import type { Run } from "../plan/run.ts";
import type { GroupBreakdown, TestedDifference, TrackedMeasure } from "../results/compare.ts";
import type { Suppressed } from "../results/figure.ts";
import { crosstabOf } from "./crosstabs.ts";
import { type Grouping, groupingOf, guardedFigures } from "./grouping.ts";
import { testedDifferences } from "./tested-differences.ts";
import { itemIndexByGroup, type TrackableMeasure, trackableMeasures } from "./tracked-measures.ts";

export function groupBreakdowns(run: Run, index: ComputedIndex | null): readonly GroupBreakdown[] {
  const { units = [], segments = [] } = run.plan.definition;
  return [
    ...units.map((column) => breakdown(run, groupingOf(run, column), "unit", index)),
    ...segments.map((column) => breakdown(run, groupingOf(run, column), "segment", index)),
  ];
}

function breakdown(
  run: Run,
  grouping: Grouping,
  role: GroupBreakdown["role"],
  index: ComputedIndex | null,
): GroupBreakdown {
  const { column, label, groups } = grouping;
  const measures = groups.length === 0 ? [] : trackableMeasures(run, grouping, index);
  return {
    column,
    label,
    role,
    groups,
    measures: measures.map((measure) => trackedInGroups(run, grouping, measure)),
    items: groups.length === 0 ? [] : groupItems(run, grouping),
    crosstab: crosstabOf(run, grouping),
  };
}

function trackedInGroups(run: Run, grouping: Grouping, measure: TrackableMeasure): TrackedMeasure {
  const figures = guardedFigures(
    grouping,
    grouping.groups.map((_, group) => measure.figureOf(group)),
    measure.support,
    measure.total,
  );
  const hiddenFigures = figures.filter(({ result }) => result.kind === "suppressed").length;
  const differences = figures.map(({ result }, group) => {
    if (figures.length < 2) return null;
    if (result.kind === "suppressed") return result;
    // Where a single figure is hidden, the rest less the shown groups would be just that one.
    return hiddenFigures === 1 ? suppressedToProtect(grouping) : measure.againstRest(group);
  });
  return {
    id: measure.id,
    label: keyFigureLabel(measure.id),
    unit: measure.unit,
    figures,
    differences: againstTheRest(differences, run.plan.confidence),
  };
}

function suppressedToProtect({ minimum }: Grouping): Suppressed {
  return { kind: "suppressed", reason: "protects-others", minimum };
}

/** Of two groups the one against the rest is the other against it: one test, not two. */
function againstTheRest(
  differences: readonly (Difference | Suppressed | null)[],
  confidence: number,
): readonly (TestedDifference | null)[] {
  const [first, second] = differences;
  if (differences.length !== 2 || first?.kind !== "estimated" || second?.kind !== "estimated") {
    return testedDifferences(differences, confidence);
  }
  return [...testedDifferences([first], confidence), ...testedDifferences([second], confidence)];
}

function groupItems(run: Run, grouping: Grouping): GroupBreakdown["items"] {
  return run.plan.index.map(({ item }) => ({
    item: item.column,
    label: item.label,
    figures: itemIndexByGroup(run, grouping, item).figures,
  }));
}
