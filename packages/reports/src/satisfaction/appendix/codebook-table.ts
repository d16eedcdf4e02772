import type { ItemResult } from "@manyi/analysis/results/items";
import { type Cell, missingCell, row, type Table, textCell } from "../../document/table.ts";
import { fullName, type ReportContext } from "../report-context.ts";

/** Items in full with their scales. The one place where no label is clipped. */
export function codebookTable(context: ReportContext): Table {
  const { appendix } = context.messages;
  const { codebookColumns } = appendix;
  return {
    caption: appendix.codebookCaption,
    columns: [
      { heading: codebookColumns.code, role: "name" },
      { heading: codebookColumns.item, role: "text" },
      { heading: codebookColumns.scale, role: "text" },
    ],
    rows: context.shown.items.map((item) =>
      row([textCell(item.code), textCell(fullName(item.label, context)), scaleCell(item, context)]),
    ),
    notes: [],
  };
}

/** The scale is known by the answers that may be shown; without them there is nothing to list. */
function scaleCell(item: ItemResult, context: ReportContext): Cell {
  const points = item.distribution
    .toSorted((one, other) => one.value - other.value)
    .map(({ value, label }) => scalePoint(String(value), fullName(label, context)));
  const { common } = context.messages;
  return points.length === 0 ? missingCell(common.notApplicable) : textCell(common.phrases(points));
}

/** Points between the named ends of a scale have no label but their number. */
function scalePoint(value: string, label: string): string {
  return label === "" || label === value ? value : `${value} = ${label}`;
}
