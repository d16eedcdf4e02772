/** The satisfaction index under several weightings, side by side. */
import type { IndexMoments } from "@manyi/statistics/index/index-moments";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { indexColumns } from "../../index/index-columns.ts";
import { indexEstimate, momentsOfEverybody } from "../../index/index-results.ts";
import type { Run } from "../../plan/run.ts";
import type { AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { runOf } from "../reading/run-of.ts";
import { tooSmallBase } from "../result/base.ts";
import { isHidden } from "../result/estimate-cell.ts";
import { cannot, caution, chartPart, computed, tablePart } from "../result/outcomes.ts";
import { type Bilingual, listed } from "../words/bilingual.ts";
import { clusterCaution } from "../words/design-words.ts";
import { judgedWeights } from "./ahp.ts";
import { expectationParts } from "./expectation-parts.ts";
import { indexChart, indexTable, type WeightedIndex } from "./index-table.ts";
import { type LackingWeighting, type Weighting, weightingsOf } from "./weightings.ts";
import { weightsTable } from "./weights-table.ts";
import { indexWords as words } from "./words.ts";

export function indexAnalysis(context: AnalysisContext, analysis: AnalysisOf<"index">): FamilyAnswer {
  const { title } = words;
  const method = methodOf(analysis);
  const run = runOf(context);
  const columns = indexColumns(run);
  const moments = momentsOfEverybody(columns, run.designN);
  const tooSmall = tooSmallBase(context, moments.n);
  if (tooSmall !== null) return { title, method, outcome: tooSmall };
  const judged = analysis.ahp === undefined ? null : judgedWeights(context, analysis.ahp);
  const { found, lacking } = weightingsOf(run, analysis.weightings);
  const weightings = [...found, ...(judged?.weighting ? [judged.weighting] : [])];
  const indices = weightings.map((weighting) => ({ weighting, index: shownIndex(run, moments, weighting) }));
  if (!indices.some(({ index }) => index?.kind === "estimated"))
    return { title, method, outcome: cannot("too-few-answers", words.nothing) };
  const chart = indexChart(indices);
  const outcome = computed(
    tablePart(indexTable(context, indices)),
    chart === null ? null : chartPart(chart),
    tablePart(weightsTable(context, weightings)),
    ...cautions(run, indices, lacking),
    ...(judged?.parts ?? []),
    ...expectationParts(context, analysis),
    clusterCaution(context),
  );
  return { title, method, outcome };
}

function methodOf({ ahp, expectation }: AnalysisOf<"index">): Bilingual {
  const parts = [
    words.method,
    ...(ahp === undefined ? [] : [words.methodAhp]),
    ...(expectation === undefined ? [] : [words.methodRatio]),
  ];
  return { zh: parts.map(({ zh }) => zh).join(""), en: parts.map(({ en }) => en).join(" ") };
}

/** Null where an item that counts was answered by fewer people than may be shown. */
function shownIndex(run: Run, moments: IndexMoments, { weights }: Weighting): WeightedIndex["index"] {
  const isShown = weights.every((weight, j) => weight === 0 || !isHidden(moments.itemN[j], run.plan.minimumGroup));
  return isShown ? indexEstimate(run, moments, weights) : null;
}

function cautions(
  { plan }: Run,
  indices: readonly WeightedIndex[],
  lacking: readonly LackingWeighting[],
): readonly AnalysisPart[] {
  const dropped = indices.flatMap(({ weighting }) =>
    weighting.dropped.length === 0
      ? []
      : [words.dropped(weighting.name, listed(weighting.dropped.map((i) => plan.index[i].item.label)))],
  );
  return [
    ...lacking.map(({ name, reason }) => caution(words.lacking(name, reason))),
    ...dropped.map(caution),
    ...(indices.some(({ weighting }) => weighting.origin === "derived") ? [caution(words.derived)] : []),
    ...(indices.length > 1 ? [caution(words.fixOne)] : []),
  ];
}
