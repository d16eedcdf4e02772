/** What a feature does to satisfaction where it is there, and where it is missing. */
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { tooSmallBase } from "../result/base.ts";
import { cannot, caution, chartPart, computed, tablePart } from "../result/outcomes.ts";
import { listed } from "../words/bilingual.ts";
import { clusterCaution } from "../words/design-words.ts";
import { kanoChart } from "./kano-chart.ts";
import { categoriesTable, continuousTable, countsTable, fongTable } from "./kano-tables.ts";
import { type MeasuredFeature, measuredFeatures } from "./measured-features.ts";
import { kanoWords as words } from "./words.ts";

/** From this share of reverse and questionable answers on, better and worse speak of too few. */
const manyRefusals = 0.2;

export function kanoAnalysis(context: AnalysisContext, analysis: AnalysisOf<"kano">): FamilyAnswer {
  const { title } = words;
  const method = words.method(analysis.rule ?? "mode");
  const features = measuredFeatures(context, analysis);
  const largest = Math.max(...features.map(({ n }) => n));
  if (largest === 0) return { title, method, outcome: cannot("too-few-answers", words.nothing) };
  const tooSmall = tooSmallBase(context, largest);
  if (tooSmall !== null) return { title, method, outcome: tooSmall };
  // Numbered as in the chart, which holds only what can be shown: those come first.
  const ordered = [
    ...features.filter(({ point }) => point !== null),
    ...features.filter(({ point }) => point === null),
  ];
  const numbered = ordered.map((feature, i) => ({ ...feature, number: i + 1 }));
  const chart = kanoChart(numbered);
  const outcome = computed(
    tablePart(countsTable(context, numbered)),
    chart === null ? null : chartPart(chart),
    tablePart(categoriesTable(context, numbered)),
    tablePart(fongTable(context, numbered)),
    ...cautions(numbered),
    tablePart(continuousTable(context, numbered)),
    clusterCaution(context),
  );
  return { title, method, outcome };
}

function cautions(features: readonly MeasuredFeature[]): readonly AnalysisPart[] {
  const mixed = features.filter(({ shown }) => shown?.classification.verdict === "mixed");
  const refused = features.filter(({ shown }) => {
    if (shown === null) return false;
    const { weights, weightedBase } = shown.counts;
    return (weights.R + weights.Q) / weightedBase >= manyRefusals;
  });
  return [
    ...(mixed.length === 0 ? [] : [caution(words.mixed(listed(mixed.map(({ label }) => label))))]),
    ...(refused.length === 0 ? [] : [caution(words.reversed(listed(refused.map(({ label }) => label))))]),
  ];
}
