import { count } from "@manyi/analysis/format/number";
import type { AnalysisCell, AnalysisTable, NoneBecause } from "@manyi/analysis/results/analyses";
import { type Cell, missingCell, numberCell, type Table } from "../../document/table.ts";
import { hiddenText } from "../../format/figure-text.ts";
import { fullName, nameCell, type ReportContext } from "../report-context.ts";
import { numberText, rangeText } from "./number-text.ts";

/** A table of an analysis, in the report's language. */
export function analysisTable(table: AnalysisTable, context: ReportContext): Table {
  const { common } = context.messages;
  const caption = fullName(table.caption, context);
  return {
    caption: table.n === null ? caption : `${caption} (${common.n(count(table.n))})`,
    columns: table.columns.map(({ heading, role }) => ({ heading: fullName(heading, context), role })),
    rows: table.rows.map(({ kind, cells }) => ({ kind, cells: cells.map((cell) => cellOf(cell, context)) })),
    notes: table.notes.map((note) => fullName(note, context)),
  };
}

function cellOf(cell: AnalysisCell, context: ReportContext): Cell {
  switch (cell.kind) {
    case "label":
      return nameCell(cell.label, "", context);
    case "none":
      return missingCell(noneText(cell.because, context));
    case "number": {
      const text = numberText(cell.value, cell.format);
      const { interval } = cell;
      return numberCell(
        interval === null ? text : `${text} (${rangeText(interval.lower, interval.upper, cell.format)})`,
      );
    }
  }
}

function noneText(because: NoneBecause, context: ReportContext): string {
  const { common, analyses } = context.messages;
  switch (because) {
    case "too-few":
    case "protects-others":
      return hiddenText(because, context.results.minimumGroup, context.messages);
    case "not-applicable":
      return common.notApplicable;
    default:
      return analyses.none[because];
  }
}
