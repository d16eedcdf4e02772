import type { Answers } from "@manyi/questionnaire/evaluation/evaluate";
import type { Question } from "@manyi/questionnaire/question/question";
import { answersOfForm } from "../form/answers-of-form.ts";
import { mergeAnswers, sameAnswers } from "./merge-answers.ts";

/** What somebody answered in the form before this program came: the page is there first, and is used. */
export interface Picks {
  readonly some: boolean;
  onto(answers: Answers): Answers;
}

/** @param shown what the document was written with */
export function picksIn(form: HTMLFormElement | null, questions: readonly Question[], shown: Answers): Picks {
  if (form === null) return { some: false, onto: (answers) => answers };
  const codes = new Set(questions.map(({ code }) => code));
  const before = Object.fromEntries(Object.entries(shown).filter(([code]) => codes.has(code)));
  const now = answersOfForm(questions, fieldsOf(form));
  return { some: !sameAnswers(before, now), onto: (answers) => mergeAnswers(before, now, answers) };
}

function fieldsOf(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams();
  new FormData(form).forEach((value, name) => {
    if (typeof value === "string") fields.append(name, value);
  });
  return fields;
}
