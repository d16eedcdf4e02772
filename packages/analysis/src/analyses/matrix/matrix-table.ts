import type { AnalysisTable, NumberFormat } from "../../results/analyses.ts";
import type { AnalysisContext } from "../analysis-context.ts";
import { estimate, label, nameColumn, number, numberColumn, row, textColumn } from "../result/cells.ts";
import { weightNotes } from "../words/design-words.ts";
import { terms } from "../words/terms.ts";
import type { PlacedMatrix, PlacedPoint } from "./placed-matrix.ts";
import { matrixTerms as own, quadrantNames, matrixWords as words } from "./words.ts";

export function matrixTable(context: AnalysisContext, { matrix, points, base }: PlacedMatrix): AnalysisTable {
  const isStated = matrix.importance === "stated";
  const hasGap = points.every(({ gap }) => gap !== null);
  const performanceFormat = matrix.unit === "rating" ? "points" : "index";
  return {
    caption: words.table,
    n: null,
    columns: [
      nameColumn(terms.item),
      ...[own.number, terms.n, own.importance, own.performance, ...(hasGap ? [own.gap] : [])].map(numberColumn),
      ...[own.field, own.place].map(textColumn),
    ],
    rows: points.map((point, i) =>
      row(
        label(point.label),
        number(i + 1, "count"),
        number(point.n, "count"),
        estimate(point.importance, point.importanceInterval, isStated ? "points" : "coefficient"),
        estimate(point.performance, point.performanceInterval, performanceFormat satisfies NumberFormat),
        ...(hasGap ? [number(point.gap, "points")] : []),
        label(quadrantNames[point.quadrant]),
        label(words.places[placeOf(point, matrix)]),
      ),
    ),
    notes: [
      words.placeNote,
      ...(isStated ? [] : [words.derivedBase(base)]),
      ...(matrix.importance === "derived-partial" && context.weight !== null ? [words.partialWeights] : []),
      ...weightNotes(context),
    ],
  };
}

/** Whether an interval reaches over a line. */
function placeOf(
  { performanceInterval, importanceInterval }: PlacedPoint,
  { performanceLine, importanceLine }: PlacedMatrix["matrix"],
): keyof typeof words.places {
  const crosses = (interval: PlacedPoint["importanceInterval"], line: number) =>
    interval !== null && interval.lower < line && interval.upper >= line;
  return crosses(performanceInterval, performanceLine) || crosses(importanceInterval, importanceLine)
    ? "near"
    : "clear";
}
