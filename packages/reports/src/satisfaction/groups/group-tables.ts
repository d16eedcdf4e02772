import type { GroupBreakdown, TrackedMeasure } from "@manyi/analysis/results/compare";
import { type Cell, missingCell, numberCell, row, type Table, textCell } from "../../document/table.ts";
import { changeText } from "../../format/change-text.ts";
import { columnBase } from "../../format/column-base.ts";
import { intervalCell, respondentsCell, valueCell } from "../figure-cells.ts";
import { confidencePercent, nameCell, nameOf, type ReportContext } from "../report-context.ts";
import { type GroupRow, groupRows } from "./group-rows.ts";

/** A measure of each group, and its difference from all other groups together. */
export function differenceTable(breakdown: GroupBreakdown, measure: TrackedMeasure, context: ReportContext): Table {
  const { common, groups } = context.messages;
  const { columns } = groups;
  const name = nameOf(breakdown.label, breakdown.column, context);
  return {
    caption: groups.differenceCaption(name, nameOf(measure.label, measure.id, context)),
    columns: [
      { heading: name, role: "name" },
      { heading: columns.n, role: "number" },
      { heading: `${columns.value} (${common.interval(confidencePercent(context))})`, role: "number" },
      { heading: columns.difference, role: "number" },
      { heading: columns.p, role: "number" },
      { heading: columns.verdict, role: "text" },
    ],
    rows: groupRows(breakdown, measure).map((each) => row(differenceCells(each, measure, context))),
    notes: [],
  };
}

function differenceCells(each: GroupRow, measure: TrackedMeasure, context: ReportContext): readonly Cell[] {
  const { common, groups } = context.messages;
  const none = missingCell(common.notApplicable);
  const base = columnBase(measure.figures);
  const start = [
    nameCell(each.group.label, each.group.code, context),
    respondentsCell(each.group, context),
    intervalCell(each.figure, context, base),
  ];
  if (each.difference === null) return [...start, none, none, none];
  const change = changeText(each.difference, measure.unit, base ?? 0, groups.verdicts, context.messages);
  return [
    ...start,
    change.missing ? missingCell(change.change) : numberCell(change.change),
    change.pValue === null ? none : numberCell(change.pValue),
    textCell(change.verdict),
  ];
}

/** All measures of each group with their intervals. */
export function groupMeasuresTable(breakdown: GroupBreakdown, context: ReportContext): Table {
  const { groups } = context.messages;
  const name = nameOf(breakdown.label, breakdown.column, context);
  return {
    caption: groups.measuresCaption(name),
    columns: [
      { heading: name, role: "name" },
      { heading: groups.columns.n, role: "number" },
      ...breakdown.measures.map(({ id, label }) => ({ heading: nameOf(label, id, context), role: "number" }) as const),
    ],
    rows: breakdown.groups.map((group, index) =>
      row([
        nameCell(group.label, group.code, context),
        respondentsCell(group, context),
        ...breakdown.measures.map(({ figures }) => {
          const figure = figures[index];
          return figure === undefined
            ? missingCell(context.messages.common.notApplicable)
            : intervalCell(figure, context, columnBase(figures));
        }),
      ]),
    ),
    notes: [],
  };
}

/** Scores of the items in each group, a row for each group. */
export function groupItemsTable(breakdown: GroupBreakdown, context: ReportContext): Table {
  const { common, groups } = context.messages;
  const name = nameOf(breakdown.label, breakdown.column, context);
  return {
    caption: groups.itemsCaption(name),
    columns: [
      { heading: name, role: "name" },
      { heading: groups.columns.n, role: "number" },
      ...breakdown.items.map(({ item, label }) => ({ heading: nameOf(label, item, context), role: "number" }) as const),
    ],
    rows: breakdown.groups.map((group, index) =>
      row([
        nameCell(group.label, group.code, context),
        respondentsCell(group, context),
        ...breakdown.items.map(({ figures }) => {
          const figure = figures[index];
          return figure === undefined ? missingCell(common.notApplicable) : valueCell(figure, context);
        }),
      ]),
    ),
    notes: [groups.itemsNote],
  };
}
