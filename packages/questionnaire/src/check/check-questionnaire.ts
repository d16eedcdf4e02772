import { estimatedSeconds } from "../content/estimated-seconds.ts";
import type { Questionnaire } from "../definition/questionnaire.ts";
import { placedItems } from "../item/placed-items.ts";
import { checkCodes } from "./check-codes.ts";
import { checkConditions } from "./check-conditions.ts";
import { checkJumps } from "./check-jumps.ts";
import { checkQuestions } from "./check-questions.ts";
import { checkScales } from "./check-scales.ts";
import { checkScoring } from "./check-scoring.ts";
import { checkTexts } from "./check-texts.ts";
import { type QuestionnaireIssue, warningAt } from "./questionnaire-issue.ts";

/** From here on noticeably more people give up before the end. */
const longSeconds = 300;

/** Everything a schema cannot say, of a questionnaire whose form is right. Free of the schema library, so that the designer runs it
 *  after every change.
 *  @returns errors and warnings in the order in which they are mended best: codes and structure before what refers to them */
export function checkQuestionnaire(questionnaire: Questionnaire): readonly QuestionnaireIssue[] {
  const items = placedItems(questionnaire);
  return [
    ...checkCodes(questionnaire, items),
    ...checkQuestions(questionnaire, items),
    ...checkScales(questionnaire),
    ...checkTexts(questionnaire),
    ...checkConditions(questionnaire, items),
    ...checkJumps(questionnaire),
    ...checkScoring(questionnaire, items),
    ...checkLength(questionnaire),
  ];
}

function checkLength(questionnaire: Questionnaire): readonly QuestionnaireIssue[] {
  const seconds = Math.max(...questionnaire.languages.map((language) => estimatedSeconds(questionnaire, language)));
  return seconds > longSeconds ? [warningAt("takes-long", ["pages"], { minutes: Math.ceil(seconds / 60) })] : [];
}
