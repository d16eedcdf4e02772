/** A satisfaction model: its index, what moves it and by how much, and whether the questionnaire holds. */

import { completeRows } from "@manyi/statistics/moments/moments";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisOutcome } from "../../results/analyses.ts";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { tooSmallBase } from "../result/base.ts";
import { caution, computed } from "../result/outcomes.ts";
import { type AskedModel, askedModel } from "./asked-model.ts";
import { comparisonParts } from "./comparison.ts";
import { consistentParts } from "./consistent-table.ts";
import { effectsTable } from "./effects-table.ts";
import { fittedModel, schemeOf } from "./fitted-model.ts";
import { indexParts } from "./index-table.ts";
import { itemsTable } from "./items-table.ts";
import { reliabilityTable, validityTable } from "./measurement-tables.ts";
import { pathsChart } from "./paths-chart.ts";
import { modelFitTable, pathsTable } from "./paths-table.ts";
import { predictionParts } from "./prediction-table.ts";
import { modelRemarks } from "./remarks.ts";
import { pathWords as words } from "./words.ts";

export function pathModelAnalysis(context: AnalysisContext, analysis: AnalysisOf<"path-model">): FamilyAnswer {
  const asked = askedModel(context, analysis);
  return {
    title: asked.published === null ? words.ownTitle : asked.published.label,
    method: words.method(schemeOf(analysis), analysis.interval ?? "percentile"),
    outcome: estimated(context, asked, analysis),
  };
}

function estimated(context: AnalysisContext, asked: AskedModel, analysis: AnalysisOf<"path-model">): AnalysisOutcome {
  const { columns, caseWeights } = asked.sample;
  const n = completeRows(columns, caseWeights, columns[0].length).length;
  const small = tooSmallBase(context, n);
  if (small !== null) return small;
  const fitted = fittedModel(context, asked, analysis);
  if (fitted.kind === "cannot") return fitted;
  return computed(
    asked.published === null ? null : caution(asked.published.note),
    ...indexParts(fitted, context),
    pathsChart(fitted),
    pathsTable(fitted),
    effectsTable(fitted),
    itemsTable(fitted, context),
    reliabilityTable(fitted),
    validityTable(fitted),
    modelFitTable(fitted),
    ...consistentParts(fitted, context, analysis),
    ...comparisonParts(fitted, context, analysis),
    ...predictionParts(fitted, context, analysis),
    ...modelRemarks(fitted, context),
  );
}
