import { contactAuthoring } from "./contact/authoring.ts";
import { dateAuthoring } from "./date/authoring.ts";
import { matrixAuthoring } from "./matrix/authoring.ts";
import { multipleChoiceAuthoring } from "./multiple-choice/authoring.ts";
import { npsAuthoring } from "./nps/authoring.ts";
import { numberAuthoring } from "./number/authoring.ts";
import { openTextAuthoring } from "./open-text/authoring.ts";
import type { Question, QuestionByType, QuestionType } from "./question.ts";
import { ratingAuthoring } from "./rating/authoring.ts";
import { singleChoiceAuthoring } from "./single-choice/authoring.ts";
import { statementAuthoring } from "./statement/authoring.ts";
import type { QuestionAuthoring } from "./type-authoring.ts";

const authoring: { readonly [Type in QuestionType]: QuestionAuthoring<QuestionByType[Type]> } = {
  rating: ratingAuthoring,
  matrix: matrixAuthoring,
  nps: npsAuthoring,
  "single-choice": singleChoiceAuthoring,
  "multiple-choice": multipleChoiceAuthoring,
  number: numberAuthoring,
  date: dateAuthoring,
  contact: contactAuthoring,
  "open-text": openTextAuthoring,
  statement: statementAuthoring,
};

/** What a type of question says of itself to who writes it. */
export function authoringOf(question: Question): QuestionAuthoring {
  // What stands at a type is for questions of that type.
  return authoring[question.type] as QuestionAuthoring;
}
