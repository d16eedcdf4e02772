/** How many answers are needed, how a sample is shared out, and how sure this study is. */
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { cannot, caution, computed } from "../result/outcomes.ts";
import { allocationParts } from "./allocation-table.ts";
import { differencesParts } from "./differences-table.ts";
import { reachedParts } from "./reached-table.ts";
import { sizesParts } from "./sizes-table.ts";
import { samplingWords as words } from "./words.ts";

export function samplingAnalysis(context: AnalysisContext, analysis: AnalysisOf<"sampling">): FamilyAnswer {
  const { confidence } = context.plan;
  const { questions = [], allocation } = analysis;
  const planned = [
    ...sizesParts(questions, confidence),
    ...differencesParts(questions, confidence),
    ...(allocation === undefined ? [] : allocationParts(allocation, confidence)),
  ];
  const parts = [...planned, ...reachedParts(context, analysis)];
  const { title, method } = words;
  if (parts.length === 0) return { title, method, outcome: cannot("unsuitable", words.nothingAsked) };
  return { title, method, outcome: computed(...parts, planned.length > 0 ? caution(words.simpleOnly) : null) };
}
