import { count, signed } from "@manyi/analysis/format/number";
import type { ImportancePerformance, MatrixPoint } from "@manyi/analysis/results/explain";
import { numberCell, row, type Table, textCell } from "../../document/table.ts";
import { confidencePercent, nameCell, type ReportContext } from "../report-context.ts";
import { type AxisScale, matrixScales, orderedPoints } from "./matrix-axes.ts";

/** The matrix in numbers; the gap only where importance and performance have one unit. */
export function matrixTable(matrix: ImportancePerformance, context: ReportContext): Table {
  const messages = context.messages.matrix;
  const { columns } = messages;
  const points = orderedPoints(matrix);
  const { performance, importance } = matrixScales(matrix);
  const withGap = points.every(({ gap }) => gap !== null);
  const interval = context.messages.common.interval(confidencePercent(context));
  const headingOf = (name: string, hasInterval: boolean) => (hasInterval ? `${name} (${interval})` : name);
  return {
    caption: messages.caption,
    columns: [
      { heading: columns.number, role: "number" },
      { heading: columns.item, role: "name" },
      {
        heading: headingOf(
          columns.importance,
          points.some(({ importanceInterval }) => importanceInterval !== null),
        ),
        role: "number",
      },
      { heading: headingOf(columns.performance, true), role: "number" },
      { heading: columns.n, role: "number" },
      ...(withGap ? [{ heading: columns.gap, role: "number" } as const] : []),
      { heading: columns.quadrant, role: "text" },
    ],
    rows: points.map((point, index) =>
      row([
        numberCell(count(index + 1)),
        nameCell(point.label, point.item, context),
        numberCell(withInterval(point.importance, point.importanceInterval, importance)),
        numberCell(withInterval(point.performance, point.performanceInterval, performance)),
        numberCell(count(point.n)),
        ...(point.gap === null || !withGap ? [] : [numberCell(signed(point.gap, 2))]),
        textCell(messages.quadrants[point.quadrant]),
      ]),
    ),
    notes: [withGap ? messages.gapNote : messages.noGapNote],
  };
}

function withInterval(value: number, interval: MatrixPoint["importanceInterval"], { text }: AxisScale): string {
  if (interval === null) return text(value);
  return interval.lower === interval.upper
    ? text(value)
    : `${text(value)} (${text(interval.lower)}–${text(interval.upper)})`;
}
