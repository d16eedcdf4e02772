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
import { type Box, placeLabels } from "./place-labels.ts";
import { keyRoom, pointKey } from "./point-key.ts";

/** Performance (across) by importance (upwards), divided by two lines into four fields. */
export interface ImportancePerformanceChart {
  readonly kind: "importance-performance";
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
  const key = narrow ? pointKey(chart.points, width, field.bottom + 50) : { name: "key", marks: [] };
  return {
    width,
    height: field.bottom + 42 + (narrow ? keyRoom(chart.points) : 0),
    parts: [
      axisPart(chart, field, messages),
      crosshair(chart, field),
      ...quadrantNames(field, messages),
      ...pointParts(chart, field, messages, narrow),
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
    textMark(messages.performanceAxis, field.right, field.bottom + 31, { ...small, align: "right" }),
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

const corners: Readonly<Record<Quadrant, { readonly across: "left" | "right"; readonly down: "top" | "bottom" }>> = {
  "concentrate-here": { across: "left", down: "top" },
  "keep-up": { across: "right", down: "top" },
  "low-priority": { across: "left", down: "bottom" },
  "possible-overkill": { across: "right", down: "bottom" },
};
const quadrants = ["concentrate-here", "keep-up", "low-priority", "possible-overkill"] as const;

function quadrantNames(field: Field, messages: ChartMessages): readonly Part[] {
  return quadrants.map((quadrant) => {
    const { across, down } = corners[quadrant];
    const x = across === "left" ? field.left + 8 : field.right - 8;
    const y = down === "top" ? field.top + 14 : field.bottom - 14;
    const name = messages.quadrants[quadrant];
    const colour = quadrant === "concentrate-here" ? palette.danger : palette.muted;
    return { name, marks: [textMark(name, x, y, { align: across, weight: 600, size: textSize.small, colour })] };
  });
}

function pointParts(
  chart: ImportancePerformanceChart,
  field: Field,
  messages: ChartMessages,
  narrow: boolean,
): readonly Part[] {
  const spots = chart.points.map((point) => ({
    x: field.across.at(point.performance),
    y: field.upwards.at(point.importance),
    name: narrow ? "" : point.label,
    number: String(point.number),
  }));
  const taken = quadrantNames(field, messages).flatMap((part): readonly Box[] =>
    part.marks.flatMap((mark) => (mark.kind === "text" ? [textBox(mark.x, mark.y, mark.text, mark.align)] : [])),
  );
  const labels = placeLabels(spots, taken, field);
  return chart.points.map((point, index) => {
    const spot = spots[index];
    if (spot === undefined) return { name: point.label, marks: [] };
    const fill = point.quadrant === "concentrate-here" ? palette.danger : palette.primary;
    return { name: point.label, marks: [...(labels[index] ?? []), dotMark(spot.x, spot.y, { fill, radius: 5 })] };
  });
}

function textBox(x: number, y: number, text: string, align: "left" | "center" | "right"): Box {
  const width = textWidth(text, textSize.small);
  const left = align === "left" ? x : x - width;
  return { left, right: left + width, top: y - 9, bottom: y + 9 };
}
