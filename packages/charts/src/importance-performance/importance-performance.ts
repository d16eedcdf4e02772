import type { Quadrant } from "@manyi/analysis/results/explain";
import type { Language } from "@manyi/analysis/results/text-in";
import type { AxisUnit } from "../drawing/axis-number.ts";
import type { Drawing } from "../drawing/drawing.ts";
import type { AxisLimits } from "../drawing/linear-scale.ts";
import { chartMessages } from "../messages/messages.ts";
import { drawPlane } from "../plane/plane.ts";

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

/** Draws the matrix as a plane with the charts' own words. */
export function drawImportancePerformance(
  chart: ImportancePerformanceChart,
  language: Language,
  width: number,
): Drawing {
  const { importanceAxis, performanceAxis, quadrants } = chartMessages(language);
  const nameOf = (quadrant: Quadrant) => ({ text: quadrants[quadrant], tone: toneOf(quadrant) });
  const plane = {
    kind: "plane",
    x: { title: performanceAxis[chart.measure], ...chart.performance },
    y: { title: importanceAxis, ...chart.importance },
    points: chart.points.map(({ number, label, performance, importance, quadrant }) => ({
      number,
      label,
      x: performance,
      y: importance,
      tone: toneOf(quadrant),
    })),
    fields: [nameOf("concentrate-here"), nameOf("keep-up"), nameOf("low-priority"), nameOf("possible-overkill")],
  } as const;
  return drawPlane(plane, width);
}

function toneOf(quadrant: Quadrant): "plain" | "urgent" {
  return quadrant === "concentrate-here" ? "urgent" : "plain";
}
