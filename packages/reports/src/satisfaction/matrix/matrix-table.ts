import { count, signed } from "@manyi/analysis/format/number";
import type { ImportancePerformance } from "@manyi/analysis/results/explain";
import { numberCell, row, type Table, textCell } from "../../document/table.ts";
import { nameCell, type ReportContext } from "../report-context.ts";
import { matrixScales, orderedPoints } from "./matrix-axes.ts";

/** The matrix in numbers; the gap only where importance and performance have one unit. */
export function matrixTable(matrix: ImportancePerformance, context: ReportContext): Table {
  const messages = context.messages.matrix;
  const { columns } = messages;
  const points = orderedPoints(matrix);
  const { performance, importance } = matrixScales(matrix);
  const withGap = points.every(({ gap }) => gap !== null);
  return {
    caption: messages.caption,
    columns: [
      { heading: columns.number, role: "number" },
      { heading: columns.item, role: "name" },
      { heading: columns.importance, role: "number" },
      { heading: columns.performance, role: "number" },
      ...(withGap ? [{ heading: columns.gap, role: "number" } as const] : []),
      { heading: columns.quadrant, role: "text" },
    ],
    rows: points.map((point, index) =>
      row([
        numberCell(count(index + 1)),
        nameCell(point.label, point.item, context),
        numberCell(importance.text(point.importance)),
        numberCell(performance.text(point.performance)),
        ...(point.gap === null || !withGap ? [] : [numberCell(signed(point.gap, 2))]),
        textCell(messages.quadrants[point.quadrant]),
      ]),
    ),
    notes: [withGap ? messages.gapNote : messages.noGapNote],
  };
}
