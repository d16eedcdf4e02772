import { type AxisUnit, axisNumber } from "../drawing/axis-number.ts";
import type { Drawing, Part } from "../drawing/drawing.ts";
import { type AxisLimits, type LinearScale, niceScale } from "../drawing/linear-scale.ts";
import { dotMark, lineMark, textMark, textSize } from "../drawing/marks.ts";
import { palette } from "../drawing/palette.ts";
import { clipText, textWidth } from "../text/text-width.ts";
import { type FieldName, placeFieldNames } from "./field-names.ts";
import { type Box, dotBox, placeLabels, type Spot } from "./place-labels.ts";
import { keyRoom, pointKey } from "./point-key.ts";

/** Named points in a plane that two lines divide into four fields. */
export interface PlaneChart {
  readonly kind: "plane";
  readonly x: PlaneAxis;
  readonly y: PlaneAxis;
  readonly points: readonly PlanePoint[];
  /** Upper left, upper right, lower left, lower right; null for none. */
  readonly fields: readonly [FieldName, FieldName, FieldName, FieldName] | null;
}

export interface PlaneAxis {
  readonly title: string;
  readonly unit: AxisUnit;
  /** The ends between which the axis may run. */
  readonly limits: AxisLimits;
  /** Where the dividing line stands. */
  readonly line: number;
}

export interface PlanePoint {
  /** The number the point has in the table beside the chart, from 1. */
  readonly number: number;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly tone: "plain" | "urgent";
}

interface Field {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly across: LinearScale;
  readonly upwards: LinearScale;
}

/** Draws the plane; on a narrow one points carry their numbers and a key stands below. */
export function drawPlane(chart: PlaneChart, width: number): Drawing {
  const narrow = width < 520;
  const field = layField(chart, width, narrow ? 300 : 440);
  const spots = spotsOf(chart, field, narrow);
  const names = chart.fields === null ? [] : placeFieldNames(field, spots.map(dotBox), chart.fields);
  const key = narrow ? pointKey(chart.points, width, field.bottom + 50) : { name: "key", marks: [] };
  const words = names.map(({ box }) => box);
  return {
    width,
    height: field.bottom + 42 + (narrow ? keyRoom(chart.points) : 0),
    parts: [
      axisPart(chart, field),
      crosshair(chart, field),
      ...names.map(({ part }) => part),
      ...pointParts(chart, field, spots, words),
      key,
    ],
  };
}

function layField({ points, x, y }: PlaneChart, width: number, height: number): Field {
  const [left, right, top, bottom] = [44, width - 6, 28, 28 + height];
  const ticks = width < 520 ? 4 : 6;
  return {
    left,
    right,
    top,
    bottom,
    across: niceScale([...points.map((point) => point.x), x.line], x.limits, [left, right], ticks),
    upwards: niceScale([...points.map((point) => point.y), y.line], y.limits, [bottom, top], ticks),
  };
}

function axisPart({ x, y }: PlaneChart, field: Field): Part {
  const small = { size: textSize.small, colour: palette.muted } as const;
  const down = field.across.ticks.flatMap((tick) => {
    const at = field.across.at(tick);
    const text = axisNumber(tick, x.unit);
    const centre = Math.min(at, field.right + 6 - textWidth(text, textSize.small) / 2);
    return [
      lineMark([at, field.top], [at, field.bottom]),
      textMark(text, centre, field.bottom + 12, { ...small, align: "center" }),
    ];
  });
  const over = field.upwards.ticks.flatMap((tick) => {
    const at = field.upwards.at(tick);
    const text = axisNumber(tick, y.unit);
    return [
      lineMark([field.left, at], [field.right, at]),
      textMark(text, field.left - 8, at, { ...small, align: "right" }),
    ];
  });
  const room = field.right;
  const titles = [
    textMark(clipText(y.title, room, textSize.small), 0, 10, small),
    textMark(clipText(x.title, room, textSize.small), field.right, field.bottom + 31, { ...small, align: "right" }),
  ];
  return { name: "axis", marks: [...down, ...over, ...titles] };
}

function crosshair(chart: PlaneChart, field: Field): Part {
  const x = field.across.at(chart.x.line);
  const y = field.upwards.at(chart.y.line);
  const style = { colour: palette.mark, width: 1.2, dash: [5, 3] };
  return {
    name: "crosshair",
    marks: [lineMark([x, field.top], [x, field.bottom], style), lineMark([field.left, y], [field.right, y], style)],
  };
}

function spotsOf(chart: PlaneChart, field: Field, narrow: boolean): readonly Spot[] {
  return chart.points.map((point) => ({
    x: field.across.at(point.x),
    y: field.upwards.at(point.y),
    name: narrow ? "" : point.label,
    number: String(point.number),
  }));
}

function pointParts(chart: PlaneChart, field: Field, spots: readonly Spot[], words: readonly Box[]): readonly Part[] {
  const [x, y] = [field.across.at(chart.x.line), field.upwards.at(chart.y.line)];
  const lines = [
    { left: x - 2, right: x + 2, top: field.top, bottom: field.bottom },
    { left: field.left, right: field.right, top: y - 2, bottom: y + 2 },
  ];
  const labels = placeLabels(spots, { words, lines }, field);
  return chart.points.map((point, index) => {
    const spot = spots[index];
    if (spot === undefined) return { name: point.label, marks: [] };
    const fill = point.tone === "urgent" ? palette.danger : palette.primary;
    return { name: point.label, marks: [...(labels[index] ?? []), dotMark(spot.x, spot.y, { fill, radius: 5 })] };
  });
}
