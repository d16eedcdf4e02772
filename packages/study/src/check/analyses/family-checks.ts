/** What single families check of their own settings; those that are not here need no more than their schema says. */
import type { AnalysisDefinition, AnalysisFamily, AnalysisOf } from "../../definition/analyses/analysis-definition.ts";
import type { StudyDefinition } from "../../definition/study-definition.ts";
import type { Issue } from "../../issue/issue.ts";
import type { AnalysisPlace } from "./analysis-place.ts";
import { checkReliability } from "./check-reliability.ts";

/** @param placeOf a setting of the analysis by its path */
export type FamilyCheck<Family extends AnalysisFamily> = (
  study: StudyDefinition,
  analysis: AnalysisOf<Family>,
  placeOf: (...path: (string | number)[]) => AnalysisPlace,
) => readonly Issue[];

const checks: { readonly [F in AnalysisFamily]?: FamilyCheck<F> } = {
  reliability: checkReliability,
};

export function familyIssues(
  study: StudyDefinition,
  analysis: AnalysisDefinition,
  placeOf: (...path: (string | number)[]) => AnalysisPlace,
): readonly Issue[] {
  const check = checks[analysis.family] as FamilyCheck<AnalysisFamily> | undefined;
  return check?.(study, analysis, placeOf) ?? [];
}
