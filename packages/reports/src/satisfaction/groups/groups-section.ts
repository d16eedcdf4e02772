import { count } from "@manyi/analysis/format/number";
import type { GroupBreakdown, TrackedMeasure } from "@manyi/analysis/results/compare";
import type { Block } from "../../document/block.ts";
import type { Draft } from "../../document/report-document.ts";
import { plain } from "../../document/run.ts";
import { fullName, nameOf, type ReportContext } from "../report-context.ts";
import { sectionAnchors } from "../section-anchors.ts";
import { crosstabTable } from "./crosstab-table.ts";
import { groupFigures } from "./group-figures.ts";
import { differenceTable, groupItemsTable, groupMeasuresTable } from "./group-tables.ts";

/** Groups compared, a subsection for each way of grouping; null where the study has none. */
export function groupsSection(context: ReportContext): Draft | null {
  const { groups } = context.messages;
  if (context.shown.groups.length === 0) return null;
  return {
    anchor: sectionAnchors.groups,
    heading: groups.heading,
    blocks: [{ kind: "paragraph", runs: [plain(groups.intro(count(context.results.minimumGroup)))] }],
    subsections: context.shown.groups.map((breakdown, index) => groupSection(breakdown, index, context)),
  };
}

function groupSection(breakdown: GroupBreakdown, index: number, context: ReportContext): Draft {
  const { groups } = context.messages;
  const main = breakdown.measures[0];
  const table = main === undefined ? [] : [differenceTable(breakdown, main, context)];
  const measures = breakdown.measures.length > 1 ? [groupMeasuresTable(breakdown, context)] : [];
  const items = breakdown.items.length > 0 ? [groupItemsTable(breakdown, context)] : [];
  const crosstab = breakdown.crosstab === null ? [] : [crosstabTable(breakdown.crosstab, context)];
  const blocks: readonly Block[] = [
    ...(main === undefined ? [] : comparison(breakdown, main, context)),
    ...[...table, ...measures, ...items, ...crosstab].map((each) => ({ kind: "table", table: each }) as const),
  ];
  return {
    anchor: `${sectionAnchors.groups}-${index + 1}`,
    heading: groups.subheading(nameOf(breakdown.label, breakdown.column, context)),
    blocks: blocks.length > 0 ? blocks : [{ kind: "note", tone: "note", runs: [plain(emptyText(breakdown, context))] }],
  };
}

/** The chart, or the reason for not drawing one where no group may be shown. */
function comparison(breakdown: GroupBreakdown, main: TrackedMeasure, context: ReportContext): readonly Block[] {
  const hidden = main.figures.every(({ result }) => result.kind === "suppressed");
  if (!hidden) return groupFigures(breakdown, main, context);
  return [{ kind: "note", tone: "note", runs: [plain(emptyText(breakdown, context))] }];
}

function emptyText(breakdown: GroupBreakdown, context: ReportContext): string {
  const { groups } = context.messages;
  if (breakdown.groups.every(({ hidden }) => hidden === "too-few")) {
    return groups.titleHidden(count(context.results.minimumGroup));
  }
  return breakdown.groups.every(({ n }) => n === null)
    ? groups.titleAllHidden
    : groups.titleNone(fullName(breakdown.label, context) || breakdown.column);
}
