/** The list of analyses that a study asks for besides the fixed ones. */
import { filterMask } from "@manyi/dataset/query/filter";
import type { AnalysisDefinition, AnalysisFamily } from "@manyi/study/definition/analyses/analysis-definition";
import { groupingOf } from "../compare/grouping.ts";
import type { AnalysisPlan } from "../plan/analysis-plan.ts";
import type { AnalysisResult, ImpossibleAnalysis } from "../results/analyses.ts";
import { methodsVersion } from "../version.ts";
import type { AnalysisContext, FamilyAnswer } from "./analysis-context.ts";
import { type Family, families } from "./families.ts";
import { tellsByDifference, tooFewToShow } from "./result/outcomes.ts";
import { type ShownGroups, tellsOfFew, tellsOfFewInGroups, type Withheld } from "./tells-of-few.ts";
import { filterWords } from "./words/filter-words.ts";

/** @param weight of the report, null for none: that of every analysis that names no other */
export function furtherAnalyses(plan: AnalysisPlan, weight: string | null): readonly AnalysisResult[] {
  const shown: (Uint8Array | null)[] = [];
  const reported = once(() => reportedGroups(plan));
  return (plan.definition.analyses ?? []).map((analysis, position) => {
    const filter = analysis.filter ?? [];
    const context = { plan, weight: weightOf(analysis, weight), filter };
    const mask = filterMask(plan.dataset, filter);
    const withheld = withheldBecause(mask, shown, plan, reported);
    if (withheld === null) shown.push(mask);
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
      outcome: withheld === null ? answer.outcome : withheldOutcome(withheld, plan.minimumGroup),
    };
  });
}

/** Groupings of the report's fixed sections. Read where a filter asks for them. */
function reportedGroups(plan: AnalysisPlan): readonly ShownGroups[] {
  const { units = [], segments = [], waves } = plan.definition;
  const run = { plan, weight: null, designN: plan.dataset.rows };
  return [...units, ...segments, ...(waves === undefined ? [] : [waves.column])].map((name) => {
    const { rows, groups } = groupingOf(run, name);
    return { codes: rows.codes, isShown: groups.map(({ hidden }) => hidden === null) };
  });
}

function withheldBecause(
  mask: Uint8Array | null,
  shown: readonly (Uint8Array | null)[],
  { dataset, minimumGroup }: AnalysisPlan,
  reported: () => readonly ShownGroups[],
): Withheld {
  const withheld = tellsOfFew(mask, shown, dataset.rows, minimumGroup);
  if (withheld !== null || mask === null) return withheld;
  return reported().some((groups) => tellsOfFewInGroups(mask, groups, minimumGroup)) ? "difference" : null;
}

function withheldOutcome(withheld: NonNullable<Withheld>, minimum: number): ImpossibleAnalysis {
  return withheld === "too-few" ? tooFewToShow(minimum) : tellsByDifference(minimum);
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function weightOf({ weight }: AnalysisDefinition, ofReport: string | null): string | null {
  if (weight === undefined) return ofReport;
  return weight === "none" ? null : weight;
}

function computedBy(context: AnalysisContext, analysis: AnalysisDefinition): FamilyAnswer {
  const family = families[analysis.family] as Family<AnalysisFamily>;
  return family(context, analysis);
}
