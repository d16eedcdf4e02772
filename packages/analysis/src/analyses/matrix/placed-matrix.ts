import { matricesBy } from "../../explain/matrices.ts";
import type { Run } from "../../plan/run.ts";
import type { ImportancePerformance, MatrixPoint } from "../../results/explain.ts";
import { derivedBase, derivedIntervals } from "./derived-intervals.ts";

export type PlacedPoint = MatrixPoint;

/** The matrix that was asked for, its points the most important first. */
export interface PlacedMatrix {
  readonly matrix: ImportancePerformance;
  readonly points: readonly PlacedPoint[];
  /** Respondents behind derived importance; 0 where it was stated. */
  readonly base: number;
}

/** @returns null where fewer than two items have both values */
export function placedMatrix(
  run: Run,
  importance: ImportancePerformance["importance"],
  crosshair: ImportancePerformance["crosshair"],
): PlacedMatrix | null {
  const [matrix] = matricesBy(run, importance, [crosshair]);
  if (matrix === undefined) return null;
  const intervals = derivedIntervals(run, importance);
  const points = matrix.points.map((point) => ({
    ...point,
    importanceInterval: point.importanceInterval ?? intervals.get(point.item) ?? null,
  }));
  return {
    matrix,
    points: points.toSorted((a, b) => b.importance - a.importance),
    base: importance === "stated" ? 0 : derivedBase(run),
  };
}
