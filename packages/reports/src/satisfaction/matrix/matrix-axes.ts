import { fixed } from "@manyi/analysis/format/number";
import type { ImportancePerformance, MatrixPoint } from "@manyi/analysis/results/explain";
import type { MatrixAxis } from "@manyi/charts/importance-performance/importance-performance";

/** The scale of one axis: its ends, its dividing line, and how its values are written. */
export interface AxisScale {
  readonly axis: MatrixAxis;
  readonly text: (value: number) => string;
}

/** The most important first; the numbers of the points follow this order. */
export function orderedPoints({ points }: ImportancePerformance): readonly MatrixPoint[] {
  return points.toSorted((one, other) => other.importance - one.importance);
}

/** Scales of a matrix: ratings, scores of 0–100 or correlations, whichever its values are. */
export function matrixScales(matrix: ImportancePerformance): Readonly<Record<"performance" | "importance", AxisScale>> {
  const { points, performanceLine, importanceLine, unit } = matrix;
  const performances = [...points.map((point) => point.performance), performanceLine];
  const importances = [...points.map((point) => point.importance), importanceLine];
  const limits = unit === "index" ? { from: 0, to: 100 } : scaleLimits(performances);
  return {
    performance: axisScale(limits, performanceLine),
    importance: axisScale(scaleLimits(importances), importanceLine),
  };
}

function axisScale(limits: MatrixAxis["limits"], line: number): AxisScale {
  // Ratings and correlations need two decimals, scores of 0–100 one.
  const decimals = limits.to <= 10 ? 2 : 1;
  return { axis: { unit: "points", limits, line }, text: (value) => fixed(value, decimals) };
}

/** Ends of the scale that values stand on: a correlation, ratings of the usual lengths, or 0–100. */
function scaleLimits(values: readonly number[]): MatrixAxis["limits"] {
  const highest = Math.max(...values);
  if (highest <= 1) return { from: -1, to: 1 };
  return { from: 0, to: [5, 7, 10].find((end) => highest <= end) ?? 100 };
}
