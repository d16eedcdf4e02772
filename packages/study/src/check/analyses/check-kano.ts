import { answersOf } from "../../definition/scale-answers.ts";
import type { StudyDefinition } from "../../definition/study-definition.ts";
import { issue } from "../../issue/issue.ts";
import { checkCodes } from "./check-codes.ts";
import type { FamilyCheck } from "./family-check.ts";

/** The five answers must be known: by their codes, or as the five of the scale in their order. */
export const checkKano: FamilyCheck<"kano"> = (study, { features, answers }, placeOf) => {
  const columns = features.flatMap(({ functional, dysfunctional }) => [functional, dysfunctional]);
  if (answers !== undefined)
    return columns.flatMap((column) => checkCodes(study, column, answers, placeOf("answers"))).slice(0, 5);
  const { where, at } = placeOf();
  const isUnknown = columns.some((column) => answerCount(study, column) !== 5);
  return isUnknown ? [issue("analysis-part-missing", where, { at, needs: "answers" })] : [];
};

/** 5 also where the column or its scale is not there: that is said elsewhere. */
function answerCount(study: StudyDefinition, name: string): number | null {
  const column = study.columns.find((each) => each.name === name);
  if (column === undefined) return 5;
  const scale = column.scale === undefined ? undefined : study.scales[column.scale];
  return scale === undefined ? null : (answersOf(scale)?.length ?? null);
}
