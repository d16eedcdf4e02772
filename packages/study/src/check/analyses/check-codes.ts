import { answersOf } from "../../definition/scale-answers.ts";
import type { StudyDefinition } from "../../definition/study-definition.ts";
import { type Issue, issue } from "../../issue/issue.ts";
import { nearestName } from "../../issue/nearest-name.ts";
import type { AnalysisPlace } from "./analysis-place.ts";

/** Codes that a column's scale does not have. A column without declared answers takes its codes from the data: nothing can
 *  be said of it here. */
export function checkCodes(
  study: StudyDefinition,
  column: string,
  codes: readonly string[],
  place: AnalysisPlace,
): readonly Issue[] {
  const scaleName = study.columns.find(({ name }) => name === column)?.scale;
  const scale =
    scaleName === undefined || !Object.hasOwn(study.scales, scaleName) ? undefined : study.scales[scaleName];
  const answers = scale === undefined ? null : answersOf(scale);
  if (answers === null) return [];
  const known = answers.map(({ code }) => code);
  return codes
    .filter((code) => !known.includes(code))
    .map((code) =>
      issue("analysis-code-unknown", place.where, { code, column, at: place.at, nearest: nearestName(code, known) }),
    );
}
