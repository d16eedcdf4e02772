import type { Answers } from "@manyi/questionnaire/evaluation/evaluate";
import type { Question, QuestionByType, QuestionType } from "@manyi/questionnaire/question/question";
import { readContactForm } from "../question/contact/read-form.ts";
import { readDateForm } from "../question/date/read-form.ts";
import { readMatrixForm } from "../question/matrix/read-form.ts";
import { readMultipleChoiceForm } from "../question/multiple-choice/read-form.ts";
import { readNpsForm } from "../question/nps/read-form.ts";
import { readNumberForm } from "../question/number/read-form.ts";
import { readOpenTextForm } from "../question/open-text/read-form.ts";
import { readRatingForm } from "../question/rating/read-form.ts";
import { readSingleChoiceForm } from "../question/single-choice/read-form.ts";
import { readStatementForm } from "../question/statement/read-form.ts";
import type { FormReader } from "./form-reader.ts";

const readers: { readonly [Type in QuestionType]: FormReader<QuestionByType[Type]> } = {
  rating: readRatingForm,
  matrix: readMatrixForm,
  nps: readNpsForm,
  "single-choice": readSingleChoiceForm,
  "multiple-choice": readMultipleChoiceForm,
  number: readNumberForm,
  date: readDateForm,
  contact: readContactForm,
  "open-text": readOpenTextForm,
  statement: readStatementForm,
};

/** A form's fields as answers.
 *  @param questions those of the page; fields of others are left alone
 *  @returns only what was answered */
export function answersOfForm(questions: readonly Question[], fields: URLSearchParams): Answers {
  const answered: [string, unknown][] = [];
  for (const question of questions) {
    // The reader at a type is for questions of that type.
    const read = readers[question.type] as FormReader<Question>;
    const value = read(question, fields);
    if (value !== undefined) answered.push([question.code, value]);
  }
  return Object.fromEntries(answered);
}
