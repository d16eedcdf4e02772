/** Perceived against expected service: by item, by dimension, as a whole. */
import { dimensionGaps } from "@manyi/statistics/servqual/dimension-gaps";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { tooSmallBase } from "../result/base.ts";
import { caution, chartPart, computed, tablePart } from "../result/outcomes.ts";
import { clusterCaution } from "../words/design-words.ts";
import { alphaParts } from "./alphas-table.ts";
import { dimensionsTable, itemsTable } from "./gap-tables.ts";
import { gapsChart } from "./gaps-chart.ts";
import { measuredDimensions } from "./measured-dimensions.ts";
import { faultyPointsCaution, pointsTable, totalsTable } from "./totals-table.ts";
import { servqualWords as words } from "./words.ts";

export function servqualAnalysis(context: AnalysisContext, analysis: AnalysisOf<"servqual">): FamilyAnswer {
  const { title, method } = words;
  const measured = measuredDimensions(context, analysis);
  const gaps = dimensionGaps(measured.answers, measured.dimensions, measured.leastShare, context.plan.confidence);
  const tooSmall = tooSmallBase(context, Math.max(...gaps.map(({ gap }) => gap.n)));
  if (tooSmall !== null) return { title, method, outcome: tooSmall };
  const chart = gapsChart(context, measured, gaps);
  const points = pointsTable(context, measured);
  const outcome = computed(
    tablePart(dimensionsTable(context, measured, gaps)),
    chart === null ? null : chartPart(chart),
    tablePart(totalsTable(context, measured)),
    points === null ? null : tablePart(points),
    faultyPointsCaution(context, measured),
    tablePart(itemsTable(context, measured, gaps)),
    ...alphaParts(context, measured),
    caution(words.ceiling),
    clusterCaution(context),
  );
  return { title, method, outcome };
}
