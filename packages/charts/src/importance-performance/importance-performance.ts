import type { Quadrant } from "@manyi/analysis/results/explain";
import type { Language } from "@manyi/analysis/results/text-in";
import { type AxisUnit, axisNumber } from "../drawing/axis-number.ts";
import type { Drawing, Part } from "../drawing/drawing.ts";
import { type AxisLimits, type LinearScale, niceScale } from "../drawing/linear-scale.ts";
import { dotMark, lineMark, textMark, textSize } from "../drawing/marks.ts";
import { palette } from "../drawing/palette.ts";
import { chartMessages } from "../messages/messages.ts";
import type { ChartMessages } from "../messages/zh.ts";
import { textWidth } from "../text/text-width.ts";
import { type Box, dotBox, placeLabels, type Spot } from "./place-labels.ts";
import { keyRoom, pointKey } from "./point-key.ts";
import { placeQuadrantNames } from "./quadrant-names.ts";

/** Performance (across) by importance (upwards), divided by two lines into four fields. */
export interface ImportancePerformanceChart {
  readonly kind: "importance-performance";
  /** What performance is: a mean rating on the items' own scale, or a score of 0–100. */
  readonly measure: "rating" | "index";
  readonly points: readonly NumberedPoint[];
  readonly performance: MatrixAxis;
  readonly importance: MatrixAxis;
}

export interface MatrixAxis {
  readonly unit: AxisUnit;
  readonly limits: AxisLimits;
  /** Where the dividing line stands. */
  readonly line: number;
}

export interface NumberedPoint {
  /** The number the point has in the table beside the chart, from 1. */
  readonly number: number;
  readonly label: string;
  readonly performance: number;
  readonly importance: number;
  readonly quadrant: Quadrant;
}

interface Field {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly across: LinearScale;
  readonly upwards: LinearScale;
}

/** Draws the matrix; on a narrow one points carry their numbers and a key stands below. */
export function drawImportancePerformance(
  chart: ImportancePerformanceChart,
  language: Language,
  width: number,
): Drawing {
  const messages = chartMessages(language);
  const narrow = width < 520;
  const field = layField(chart, width, narrow ? 300 : 440);
  const spots = spotsOf(chart, field, narrow);
  const names = placeQuadrantNames(field, spots.map(dotBox), messages.quadrants);
  const key = narrow ? pointKey(chart.points, width, field.bottom + 50) : { name: "key", marks: [] };
  return {
    width,
    height: field.bottom + 42 + (narrow ? keyRoom(chart.points) : 0),
    parts: [
      axisPart(chart, field, messages),
      crosshair(chart, field),
      ...names.map(({ part }) => part),
      ...pointParts(
        chart,
        field,
        spots,
        names.map(({ box }) => box),
      ),
      key,
    ],
  };
}

function layField(chart: ImportancePerformanceChart, width: number, height: number): Field {
  const [left, right, top, bottom] = [44, width - 6, 28, 28 + height];
  const performances = [...chart.points.map((point) => point.performance), chart.performance.line];
  const importances = [...chart.points.map((point) => point.importance), chart.importance.line];
  const ticks = width < 520 ? 4 : 6;
  return {
    left,
    right,
    top,
    bottom,
    across: niceScale(performances, chart.performance.limits, [left, right], ticks),
    upwards: niceScale(importances, chart.importance.limits, [bottom, top], ticks),
  };
}

function axisPart(chart: ImportancePerformanceChart, field: Field, messages: ChartMessages): Part {
  const small = { size: textSize.small, colour: palette.muted } as const;
  const down = field.across.ticks.flatMap((tick) => {
    const x = field.across.at(tick);
    const text = axisNumber(tick, chart.performance.unit);
    const centre = Math.min(x, field.right + 6 - textWidth(text, textSize.small) / 2);
    return [
      lineMark([x, field.top], [x, field.bottom]),
      textMark(text, centre, field.bottom + 12, { ...small, align: "center" }),
    ];
  });
  const over = field.upwards.ticks.flatMap((tick) => {
    const y = field.upwards.at(tick);
    const text = axisNumber(tick, chart.importance.unit);
    return [
      lineMark([field.left, y], [field.right, y]),
      textMark(text, field.left - 8, y, { ...small, align: "right" }),
    ];
  });
  const titles = [
    textMark(messages.importanceAxis, 0, 10, small),
    textMark(messages.performanceAxis[chart.measure], field.right, field.bottom + 31, { ...small, align: "right" }),
  ];
  return { name: "axis", marks: [...down, ...over, ...titles] };
}

function crosshair(chart: ImportancePerformanceChart, field: Field): Part {
  const x = field.across.at(chart.performance.line);
  const y = field.upwards.at(chart.importance.line);
  const style = { colour: palette.mark, width: 1.2, dash: [5, 3] };
  return {
    name: "crosshair",
    marks: [lineMark([x, field.top], [x, field.bottom], style), lineMark([field.left, y], [field.right, y], style)],
  };
}

function spotsOf(chart: ImportancePerformanceChart, field: Field, narrow: boolean): readonly Spot[] {
  return chart.points.map((point) => ({
    x: field.across.at(point.performance),
    y: field.upwards.at(point.importance),
    name: narrow ? "" : point.label,
    number: String(point.number),
  }));
}

function pointParts(
  chart: ImportancePerformanceChart,
  field: Field,
  spots: readonly Spot[],
  words: readonly Box[],
): readonly Part[] {
  const [x, y] = [field.across.at(chart.performance.line), field.upwards.at(chart.importance.line)];
  const lines = [
    { left: x - 2, right: x + 2, top: field.top, bottom: field.bottom },
    { left: field.left, right: field.right, top: y - 2, bottom: y + 2 },
  ];
  const labels = placeLabels(spots, { words, lines }, field);
  return chart.points.map((point, index) => {
    const spot = spots[index];
    if (spot === undefined) return { name: point.label, marks: [] };
    const fill = point.quadrant === "concentrate-here" ? palette.danger : palette.primary;
    return { name: point.label, marks: [...(labels[index] ?? []), dotMark(spot.x, spot.y, { fill, radius: 5 })] };
  });
}
