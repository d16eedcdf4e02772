/** What is not answered, by whom, and what that does to the means. */
import { littleTest } from "@manyi/statistics/missing/little-test";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { count, fixed } from "../../format/number.ts";
import type { AnalysisOutcome, AnalysisPart } from "../../results/analyses.ts";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { keyQuestion } from "../reading/key-question.ts";
import { tooSmallBase } from "../result/base.ts";
import { caution, computed, reading, tablePart } from "../result/outcomes.ts";
import { byItemTable } from "./by-item-table.ts";
import { imputedMeans, mostImputedRows } from "./imputed-means.ts";
import { meansParts } from "./means-table.ts";
import { patternsTable } from "./patterns-table.ts";
import { type MissingItems, readItems } from "./read-items.ts";
import { whoLeavesOutParts } from "./who-leaves-out.ts";
import { missingWords as words } from "./words.ts";

export function missingAnalysis(context: AnalysisContext, analysis: AnalysisOf<"missing">): FamilyAnswer {
  const { title, method, methodImputed } = words;
  const { imputations } = analysis;
  const added = imputations === undefined ? null : methodImputed(imputations);
  return {
    title,
    method: added === null ? method : { zh: method.zh + added.zh, en: `${method.en} ${added.en}` },
    outcome: outcomeOf(context, analysis),
  };
}

function outcomeOf(context: AnalysisContext, analysis: AnalysisOf<"missing">): AnalysisOutcome {
  const items = readItems(context, analysis);
  const small = tooSmallBase(context, items.n, 2);
  if (small !== null) return small;
  const { confidence, minimumGroup } = context.plan;
  const patterns = patternsTable(items, analysis.patterns ?? 10, minimumGroup);
  const question = keyQuestion(context, analysis.question);
  const { imputations } = analysis;
  const most = mostImputedRows(imputations ?? 1);
  const isTooLarge = items.n > most;
  const imputed = imputations === undefined || isTooLarge ? null : imputedMeans(items, imputations, confidence);
  return computed(
    tablePart(byItemTable(context, items)),
    patterns === null ? null : tablePart(patterns),
    ...littleParts(items, confidence),
    ...(question === null ? [] : whoLeavesOutParts(context, items, question)),
    ...meansParts(context, items, imputed),
    imputed !== null && items.weights !== null ? caution(words.weightsInEm) : null,
    imputations !== undefined && isTooLarge ? caution(words.tooManyRows(count(most))) : null,
  );
}

function littleParts({ names, columns }: MissingItems, confidence: number): readonly AnalysisPart[] {
  const test = littleTest({ variables: names, columns });
  if (test.kind !== "tested" || !test.converged) return [reading(words.noLittle)];
  const { chiSquare, degreesOfFreedom, pValue } = test;
  const p = pValue < 0.001 ? "< 0.001" : `= ${fixed(pValue, 3)}`;
  const isRejected = pValue < 1 - confidence;
  return [
    reading(words.little(fixed(chiSquare, 1), fixed(degreesOfFreedom, 0), p)),
    isRejected ? caution(words.notRandom) : reading(words.maybeRandom),
  ];
}
