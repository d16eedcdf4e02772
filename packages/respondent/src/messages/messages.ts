import type { AnswerFault } from "@manyi/questionnaire/evaluation/answer-fault";
import type { QuestionType } from "@manyi/questionnaire/question/question";
import type { en } from "./en.ts";

/** The respondent's own words: buttons, faults, what is happening. A language is one file. */
export type Messages = typeof en;

export function faultText(words: Messages, { problem, limit = "" }: AnswerFault, type: QuestionType): string {
  if (problem === "required") return words.missing[type];
  const text = words.faults[problem];
  return typeof text === "string" ? text : text(limit);
}
