import type { ChartedValue } from "../charted-value.ts";
import { type AxisUnit, axisNumber } from "../drawing/axis-number.ts";
import type { Drawing, Mark, Part } from "../drawing/drawing.ts";
import { type AxisLimits, type LinearScale, niceScale } from "../drawing/linear-scale.ts";
import { dotMark, lineMark, textMark, textSize, triangleMark } from "../drawing/marks.ts";
import { palette } from "../drawing/palette.ts";
import { type LaidRow, layRows, type RowLayout } from "../rows/row-layout.ts";
import { numberRoom, rowName, rowNumber, valueAxis } from "../rows/row-parts.ts";
import { textWidth } from "../text/text-width.ts";

/** Named values with their intervals on one axis, for comparisons. Rows come in the order they are to be shown. */
export interface DotIntervalChart {
  readonly kind: "dot-interval";
  readonly unit: AxisUnit;
  readonly limits: AxisLimits;
  /** Values the axis must cover besides the rows' own, so that charts in a series share it; null for none. */
  readonly covers: readonly [lowest: number, highest: number] | null;
  readonly rows: readonly DotIntervalRow[];
  /** A dashed line, e.g. the total or a target; null for none. */
  readonly reference: { readonly value: number; readonly label: string } | null;
}

export interface DotIntervalRow {
  readonly label: string;
  readonly value: ChartedValue;
  /** Usually `n = 182`; empty for none. */
  readonly note: string;
  /** Against the rest, after correction: drawn as a triangle up or down instead of a dot. */
  readonly evidence: "higher" | "lower" | "none";
}

/** From here on rows stand closer. */
const manyRows = 10;

/** Draws the rows at a width in pixels. */
export function drawDotInterval(chart: DotIntervalChart, width: number): Drawing {
  const numbers = numberRoom(chart.rows.map((row) => ({ number: row.value.text, note: row.note })));
  const band = chart.rows.length > manyRows ? 23 : 28;
  const space = { width, head: chart.reference === null ? 6 : 26, foot: 26, inset: 8, numbers, band };
  const layout = layRows(
    chart.rows.map((row) => row.label),
    space,
  );
  const scale = niceScale(spread(chart), chart.limits, [layout.left, layout.right], width < 520 ? 4 : 6);
  const rows = chart.rows.map((row, index) => rowPart(row, layout.rows[index], layout, scale));
  const axis = valueAxis(layout, scale, (value) => axisNumber(value, chart.unit));
  return { width, height: layout.height, parts: [axis, ...referencePart(chart, layout, scale), ...rows] };
}

function spread(chart: DotIntervalChart): readonly number[] {
  const values = chart.rows.flatMap(({ value }) => (value.kind === "interval" ? [value.lower, value.upper] : []));
  if (chart.covers !== null) values.push(...chart.covers);
  if (chart.reference !== null) values.push(chart.reference.value);
  return values.length === 0 ? [chart.limits.from, chart.limits.to] : values;
}

function rowPart(row: DotIntervalRow, laid: LaidRow | undefined, layout: RowLayout, scale: LinearScale): Part {
  if (laid === undefined) return { name: row.label, marks: [] };
  return { name: row.label, marks: [...rowName(laid, layout), ...valueMarks(row, laid, layout, scale)] };
}

function valueMarks(row: DotIntervalRow, laid: LaidRow, layout: RowLayout, scale: LinearScale): readonly Mark[] {
  const { value } = row;
  if (value.kind === "words") return rowNumber(laid, layout, "", value.text);
  const colour = { higher: palette.primary, lower: palette.danger, none: palette.muted }[row.evidence];
  const x = scale.at(value.value);
  const interval = lineMark([scale.at(value.lower), laid.y], [scale.at(value.upper), laid.y], { colour, width: 2 });
  const point =
    row.evidence === "none" ? dotMark(x, laid.y) : triangleMark(x, laid.y, row.evidence === "higher" ? "up" : "down");
  return [interval, point, ...rowNumber(laid, layout, value.text, row.note)];
}

function referencePart(chart: DotIntervalChart, layout: RowLayout, scale: LinearScale): readonly Part[] {
  if (chart.reference === null) return [];
  const x = scale.at(chart.reference.value);
  const half = textWidth(chart.reference.label, textSize.small) / 2;
  const centre = Math.min(Math.max(x, half), layout.width - half);
  const line = lineMark([x, layout.top - 6], [x, layout.bottom], { colour: palette.mark, dash: [4, 3] });
  const label = textMark(chart.reference.label, centre, layout.top - 16, {
    align: "center",
    size: textSize.small,
    colour: palette.muted,
  });
  return [{ name: chart.reference.label, marks: [line, label] }];
}
