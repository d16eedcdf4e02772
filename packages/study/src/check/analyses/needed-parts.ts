import type { StudyDefinition } from "../../definition/study-definition.ts";
import { type Issue, issue } from "../../issue/issue.ts";
import type { AnalysisPlace } from "./analysis-place.ts";
import { checkCodes } from "./check-codes.ts";

/** One issue for each part that is needed and not there. */
export function neededParts({ where, at }: AnalysisPlace, parts: Readonly<Record<string, boolean>>): readonly Issue[] {
  return Object.entries(parts).flatMap(([needs, isThere]) =>
    isThere ? [] : [issue("analysis-part-missing", where, { at, needs })],
  );
}

/** Codes that stand as names in a part of the analysis. */
export function checkCodesNamed(
  study: StudyDefinition,
  column: string,
  named: Readonly<Record<string, unknown>>,
  placeOf: (code: string) => AnalysisPlace,
): readonly Issue[] {
  return Object.keys(named).flatMap((code) => checkCodes(study, column, [code], placeOf(code)));
}
