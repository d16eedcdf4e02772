/** The list of analyses that a study asks for besides the fixed ones. */
import { filterMask } from "@manyi/dataset/query/filter";
import type { AnalysisDefinition, AnalysisFamily } from "@manyi/study/definition/analyses/analysis-definition";
import type { AnalysisPlan } from "../plan/analysis-plan.ts";
import type { AnalysisResult } from "../results/analyses.ts";
import { methodsVersion } from "../version.ts";
import type { AnalysisContext, FamilyAnswer } from "./analysis-context.ts";
import { type Family, families } from "./families.ts";
import { tooFewToShow } from "./result/outcomes.ts";
import { tellsOfFew } from "./tells-of-few.ts";
import { filterWords } from "./words/filter-words.ts";

/** @param weight of the report, null for none: that of every analysis that names no other */
export function furtherAnalyses(plan: AnalysisPlan, weight: string | null): readonly AnalysisResult[] {
  const shown: (Uint8Array | null)[] = [];
  return (plan.definition.analyses ?? []).map((analysis, position) => {
    const filter = analysis.filter ?? [];
    const context = { plan, weight: weightOf(analysis, weight), filter };
    const mask = filterMask(plan.dataset, filter);
    const isHidden = tellsOfFew(mask, shown, plan.dataset.rows, plan.minimumGroup);
    if (!isHidden) shown.push(mask);
    const answer = computedBy(context, analysis);
    return {
      id: analysis.id ?? `a${position + 1}`,
      family: analysis.family,
      title: analysis.title ?? answer.title,
      method: answer.method,
      weight: context.weight,
      filter,
      respondents: filterWords(context),
      confidence: plan.confidence,
      version: methodsVersion,
      outcome: isHidden ? tooFewToShow(plan.minimumGroup) : answer.outcome,
    };
  });
}

function weightOf({ weight }: AnalysisDefinition, ofReport: string | null): string | null {
  if (weight === undefined) return ofReport;
  return weight === "none" ? null : weight;
}

function computedBy(context: AnalysisContext, analysis: AnalysisDefinition): FamilyAnswer {
  const family = families[analysis.family] as Family<AnalysisFamily>;
  return family(context, analysis);
}
