/**
 * What every type of question says about its answers: which items it fills, and how an answer that came from outside is read. Pure,
 * without a schema library: it runs in the respondent's browser and again on the server.
 */
import { contactRules } from "./contact/rules.ts";
import { dateRules } from "./date/rules.ts";
import { matrixRules } from "./matrix/rules.ts";
import { multipleChoiceRules } from "./multiple-choice/rules.ts";
import { npsRules } from "./nps/rules.ts";
import { numberRules } from "./number/rules.ts";
import { openTextRules } from "./open-text/rules.ts";
import type { Question, QuestionByType, QuestionType } from "./question.ts";
import { ratingRules } from "./rating/rules.ts";
import { singleChoiceRules } from "./single-choice/rules.ts";
import { statementRules } from "./statement/rules.ts";
import type { AskedRow, QuestionRules } from "./type-rules.ts";

const rules: { readonly [Type in QuestionType]: QuestionRules<QuestionByType[Type]> } = {
  rating: ratingRules,
  matrix: matrixRules,
  nps: npsRules,
  "single-choice": singleChoiceRules,
  "multiple-choice": multipleChoiceRules,
  number: numberRules,
  date: dateRules,
  contact: contactRules,
  "open-text": openTextRules,
  statement: statementRules,
};

export function rulesOf(question: Question): QuestionRules {
  // The rules at a type are for questions of that type.
  return rules[question.type] as QuestionRules;
}

/** Rows that are asked one by one; null: the question is asked as one. */
export function rowsOf(question: Question): readonly AskedRow[] | null {
  return rulesOf(question).rows?.(question) ?? null;
}
