import type { ImportancePerformance } from "@manyi/analysis/results/explain";
import type { Block } from "../../document/block.ts";
import { countRange } from "../answers-range.ts";
import { figureSubtitle, nameOf, type ReportContext } from "../report-context.ts";
import { matrixScales, orderedPoints } from "./matrix-axes.ts";

/** The matrix as a chart; its title names what to improve first. */
export function matrixFigure(matrix: ImportancePerformance, context: ReportContext): Block {
  const messages = context.messages.matrix;
  const points = orderedPoints(matrix);
  const title = matrixTitle(matrix, context);
  const counts = points.map(({ n }) => n);
  const { performance, importance } = matrixScales(matrix);
  return {
    kind: "figure",
    figure: {
      title,
      subtitle: figureSubtitle(messages.importance[matrix.importance], countRange(counts), context),
      alternative: title,
      reading: "",
      table: null,
      chart: {
        kind: "importance-performance",
        measure: matrix.unit,
        performance: performance.axis,
        importance: importance.axis,
        points: points.map((point, index) => ({
          number: index + 1,
          label: nameOf(point.label, point.item, context),
          performance: point.performance,
          importance: point.importance,
          quadrant: point.quadrant,
        })),
      },
    },
  };
}

function matrixTitle(matrix: ImportancePerformance, context: ReportContext): string {
  const messages = context.messages.matrix;
  const urgent = orderedPoints(matrix).filter(({ quadrant }) => quadrant === "concentrate-here");
  const names = urgent.map(({ label, item }) => nameOf(label, item, context));
  return names.length === 0 ? messages.titleNone : messages.title(context.messages.common.listed(names));
}
