import { count } from "@manyi/analysis/format/number";
import type { ImportancePerformance, MatrixPoint } from "@manyi/analysis/results/explain";
import type { Draft } from "../../document/report-document.ts";
import { plain } from "../../document/run.ts";
import { nameOf, type ReportContext } from "../report-context.ts";
import { sectionAnchors } from "../section-anchors.ts";
import { matrixScales } from "./matrix-axes.ts";
import { matrixFigure } from "./matrix-figure.ts";
import { matrixTable } from "./matrix-table.ts";

/** Which items matter and score low; null where importance is not known. */
export function matrixSection(context: ReportContext): Draft | null {
  const [first, ...others] = context.shown.matrices;
  if (first === undefined || first.points.length === 0) return null;
  const { matrix } = context.messages;
  const { performance, importance } = matrixScales(first);
  const lines = matrix.lines(
    matrix.crosshair[first.crosshair],
    performance.text(first.performanceLine),
    importance.text(first.importanceLine),
  );
  const notes = [
    lines,
    ...uncertainFields(first, context),
    ...otherDefinitions(first, others, context),
    ...(first.importance === "stated" ? [] : [matrix.derived]),
  ];
  return {
    anchor: sectionAnchors.matrix,
    heading: matrix.heading,
    blocks: [
      {
        kind: "paragraph",
        runs: [plain(matrix.intro(matrix.measures[first.unit], matrix.importance[first.importance]))],
      },
      matrixFigure(first, context),
      { kind: "list", items: notes.map((note) => [plain(note)]) },
      { kind: "table", table: matrixTable(first, context) },
    ],
  };
}

/** Items whose interval reaches over a line: the sample cannot tell on which side they belong. */
function uncertainFields(first: ImportancePerformance, context: ReportContext): readonly string[] {
  const { common, matrix } = context.messages;
  const reaches = (interval: MatrixPoint["importanceInterval"], line: number): boolean =>
    interval !== null && interval.lower < line && interval.upper > line;
  const open = first.points.filter(
    ({ performanceInterval, importanceInterval }) =>
      reaches(performanceInterval, first.performanceLine) || reaches(importanceInterval, first.importanceLine),
  );
  if (open.length === 0) return [];
  return [matrix.uncertain(common.listed(open.map(({ label, item }) => nameOf(label, item, context))))];
}

/** Whether the items would stay in their fields under the other definitions: what the conclusions hang on. */
function otherDefinitions(
  first: ImportancePerformance,
  others: readonly ImportancePerformance[],
  context: ReportContext,
): readonly string[] {
  if (others.length === 0) return [];
  const { common, matrix } = context.messages;
  const moving = first.points.filter(({ item, quadrant }) =>
    others.some((other) => other.points.some((point) => point.item === item && point.quadrant !== quadrant)),
  );
  const names = moving.map(({ label, item }) => nameOf(label, item, context));
  const verdict = names.length === 0 ? matrix.stable : matrix.unstable(common.listed(names));
  return [common.sentences([matrix.otherDefinitions(count(others.length)), verdict])];
}
