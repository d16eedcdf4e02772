/** What to improve first: importance against performance. */
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { Run } from "../../plan/run.ts";
import type { ImportancePerformance } from "../../results/explain.ts";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { respondentsOf } from "../reading/read-columns.ts";
import { runOf } from "../reading/run-of.ts";
import { tooSmallBase } from "../result/base.ts";
import { cannot, caution, chartPart, computed, tablePart } from "../result/outcomes.ts";
import { listed } from "../words/bilingual.ts";
import { clusterCaution } from "../words/design-words.ts";
import { derivedBase } from "./derived-intervals.ts";
import { matrixChart } from "./matrix-chart.ts";
import { matrixTable } from "./matrix-table.ts";
import { type PlacedMatrix, placedMatrix } from "./placed-matrix.ts";
import { matrixWords as words } from "./words.ts";

export function matrixAnalysis(context: AnalysisContext, analysis: AnalysisOf<"matrix">): FamilyAnswer {
  const { title } = words;
  const run = runOf(context);
  const importance = analysis.importance ?? usualImportance(run);
  const crosshair = analysis.crosshair ?? "means";
  const method = words.method(importance, crosshair);
  const tooSmall = tooSmallBase(context, importance === "stated" ? respondentsOf(context) : derivedBase(run));
  if (tooSmall !== null) return { title, method, outcome: tooSmall };
  const placed = placedMatrix(run, importance, crosshair);
  if (placed === null) return { title, method, outcome: cannot("too-few-answers", words.impossible) };
  const leftOut = withoutPlace(run, placed);
  const outcome = computed(
    chartPart(matrixChart(run, placed)),
    tablePart(matrixTable(context, placed)),
    leftOut.length === 0 ? null : caution(words.leftOut(listed(leftOut))),
    importance === "stated" ? null : caution(words.noCause),
    crosshair === "scale" ? null : caution(words.relative),
    clusterCaution(context),
  );
  return { title, method, outcome };
}

/** As it was rated where that was asked of two indicators, else by correlation. */
function usualImportance({ plan }: Run): ImportancePerformance["importance"] {
  return plan.index.filter(({ importance }) => importance !== null).length >= 2 ? "stated" : "derived-correlation";
}

function withoutPlace({ plan }: Run, { points }: PlacedMatrix) {
  return plan.index
    .filter(({ item }) => !points.some((point) => point.item === item.column))
    .map(({ item }) => item.label);
}
