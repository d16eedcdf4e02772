/** What computes each family of further analyses. A family is a folder beside this file. */
import type { AnalysisFamily, AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisContext, FamilyAnswer } from "./analysis-context.ts";
import { reliabilityAnalysis } from "./reliability/reliability-analysis.ts";

/** @returns the answer; never throws on data that the check of the study lets through */
export type Family<F extends AnalysisFamily> = (context: AnalysisContext, analysis: AnalysisOf<F>) => FamilyAnswer;

export const families: { readonly [F in AnalysisFamily]: Family<F> } = {
  reliability: reliabilityAnalysis,
};
