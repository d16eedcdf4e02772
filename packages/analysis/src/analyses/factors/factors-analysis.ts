/** What is behind the items: looked for, or held against what was meant. */
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisContext, FamilyAnswer } from "../analysis-context.ts";
import { confirmatoryAnalysis } from "./confirmatory-analysis.ts";
import { exploratoryAnalysis } from "./exploratory-analysis.ts";

const kinds = { exploratory: exploratoryAnalysis, confirmatory: confirmatoryAnalysis } as const;

/** An analysis that names its dimensions confirms them. */
export function factorsAnalysis(context: AnalysisContext, analysis: AnalysisOf<"factors">): FamilyAnswer {
  const kind = analysis.kind ?? (analysis.dimensions === undefined ? "exploratory" : "confirmatory");
  return kinds[kind](context, analysis);
}
