/** The list of further analyses: what a schema cannot say of it. */
import type { AnalysisDefinition } from "../../definition/analyses/analysis-definition.ts";
import type { StudyDefinition } from "../../definition/study-definition.ts";
import { type Issue, issue } from "../../issue/issue.ts";
import { nearestName } from "../../issue/nearest-name.ts";
import type { JsonSource } from "../json-source.ts";
import { type AnalysisPlace, analysisPlace } from "./analysis-place.ts";
import { checkCodes } from "./check-codes.ts";
import { familyIssues } from "./family-checks.ts";

export function checkAnalyses(study: StudyDefinition, source: JsonSource): readonly Issue[] {
  const analyses = study.analyses ?? [];
  return analyses.flatMap((analysis, position) => {
    const placeOf = (...path: (string | number)[]) => analysisPlace(source, position, path);
    const isSecond = analysis.id !== undefined && analyses.findIndex(({ id }) => id === analysis.id) < position;
    return [
      ...(isSecond ? [issue("analysis-twice", placeOf("id").where, { id: analysis.id ?? "" })] : []),
      ...checkWeight(study, analysis, placeOf("weight")),
      ...(analysis.filter ?? []).flatMap(({ column, codes }, i) =>
        checkCodes(study, column, codes, placeOf("filter", i, "codes")),
      ),
      ...familyIssues(study, analysis, placeOf),
    ];
  });
}

function checkWeight(study: StudyDefinition, { weight }: AnalysisDefinition, place: AnalysisPlace): readonly Issue[] {
  const allowed = ["none", ...(study.weights ?? []).map(({ column }) => column)];
  if (weight === undefined || allowed.includes(weight)) return [];
  return [issue("value-not-listed", place.where, { at: place.at, allowed, nearest: nearestName(weight, allowed) })];
}
