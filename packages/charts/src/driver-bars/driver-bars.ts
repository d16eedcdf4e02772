import { axisNumber } from "../drawing/axis-number.ts";
import type { Drawing, Mark, Part } from "../drawing/drawing.ts";
import { fixedScale, type LinearScale, niceStep } from "../drawing/linear-scale.ts";
import { lineMark, rounded } from "../drawing/marks.ts";
import { palette } from "../drawing/palette.ts";
import { type LaidRow, layRows, type RowLayout } from "../rows/row-layout.ts";
import { numberRoom, rowName, rowNumber, valueAxis } from "../rows/row-parts.ts";

/** Shares as bars from zero, each with its interval where there is one. Rows come in the order they are to be shown. */
export interface DriverBarsChart {
  readonly kind: "driver-bars";
  readonly rows: readonly DriverBar[];
}

export interface DriverBar {
  readonly label: string;
  /** 0–1. */
  readonly share: number;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  /** The share as it is written. */
  readonly text: string;
}

/** Draws the bars at a width in pixels. */
export function drawDriverBars(chart: DriverBarsChart, width: number): Drawing {
  const numbers = numberRoom(chart.rows.map((row) => ({ number: row.text, note: "" })));
  const layout = layRows(
    chart.rows.map((row) => row.label),
    { width, head: 6, foot: 26, inset: 8, numbers, band: 28 },
  );
  const highest = Math.max(0.05, ...chart.rows.map((row) => row.interval?.upper ?? row.share));
  const step = niceStep(highest / (width < 520 ? 3 : 5));
  const end = Math.min(1, Math.ceil(highest / step - 1e-9) * step);
  const scale = fixedScale({ from: 0, to: end }, [layout.left, layout.right], step);
  const bars = chart.rows.map((row, index) => barPart(row, layout.rows[index], layout, scale));
  return {
    width,
    height: layout.height,
    parts: [valueAxis(layout, scale, (value) => axisNumber(value, "share")), ...bars],
  };
}

function barPart(row: DriverBar, laid: LaidRow | undefined, layout: RowLayout, scale: LinearScale): Part {
  if (laid === undefined) return { name: row.label, marks: [] };
  const zero = scale.at(0);
  const bar: Mark = {
    kind: "rect",
    x: rounded(zero),
    y: rounded(laid.y - 7),
    width: rounded(Math.max(1, scale.at(row.share) - zero)),
    height: 14,
    fill: palette.primary,
  };
  const marks = [
    ...rowName(laid, layout),
    bar,
    ...whisker(row, laid.y, scale),
    ...rowNumber(laid, layout, row.text, ""),
  ];
  return { name: row.label, marks };
}

function whisker(row: DriverBar, y: number, scale: LinearScale): readonly Mark[] {
  if (row.interval === null) return [];
  const [from, to] = [scale.at(row.interval.lower), scale.at(row.interval.upper)];
  // A rim of paper keeps the line visible on the bar.
  const rim = lineMark([from, y], [to, y], { colour: palette.paper, width: 4 });
  const line = { colour: palette.ink, width: 1.5 };
  return [
    rim,
    lineMark([from, y], [to, y], line),
    lineMark([from, y - 4], [from, y + 4], line),
    lineMark([to, y - 4], [to, y + 4], line),
  ];
}
