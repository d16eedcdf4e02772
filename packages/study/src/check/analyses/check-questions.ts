import { leavesOf } from "../../definition/indicator-leaves.ts";
import type { StudyDefinition } from "../../definition/study-definition.ts";
import { type Issue, issue } from "../../issue/issue.ts";
import type { AnalysisPlace } from "./analysis-place.ts";
import type { FamilyCheck } from "./family-check.ts";

/** Without questions of its own an analysis takes the study's: there must be some. */
export const checkScale: FamilyCheck<"scale"> = (study, { questions }, placeOf) =>
  questionsMissing(study, questions, placeOf());

export const checkScores: FamilyCheck<"scores"> = (study, { questions, nps = [] }, placeOf) => [
  ...questionsMissing(study, questions, placeOf()),
  ...nps.flatMap((name, i) => {
    const scaleName = study.columns.find((column) => column.name === name)?.scale;
    const scale = scaleName === undefined ? undefined : study.scales[scaleName];
    if (scale === undefined) return [];
    const isZeroToTen =
      scale.kind === "rating" && scale.minimum === 0 && scale.maximum === 10 && scale.best !== "lowest";
    return isZeroToTen ? [] : [issue("scale-nps-range", placeOf("nps", i).where, { column: name })];
  }),
];

function questionsMissing(
  study: StudyDefinition,
  questions: readonly string[] | undefined,
  { where, at }: AnalysisPlace,
): readonly Issue[] {
  const hasOwn = Object.keys(study.measures ?? {}).length > 0 || leavesOf(study.indicators ?? []).length > 0;
  return questions !== undefined || hasOwn ? [] : [issue("analysis-part-missing", where, { at, needs: "questions" })];
}
