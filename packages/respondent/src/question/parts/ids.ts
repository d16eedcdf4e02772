import type { AnswerFault } from "@manyi/questionnaire/evaluation/answer-fault";
import type { Question } from "@manyi/questionnaire/question/question";
import { rowsOf } from "@manyi/questionnaire/question/question-rules";
import type { AskedHere } from "../../form/asked-on.ts";

/** Ids within the document. */
export function fieldId(question: string, row?: string | null): string {
  return row === undefined || row === null ? `f-${question}` : `f-${question}.${row}`;
}

export function textId(question: string, row?: string | null): string {
  return `t-${fieldId(question, row)}`;
}

export function helpId(question: string): string {
  return `h-${question}`;
}

export function faultId(question: string, row?: string | null): string {
  return `e-${fieldId(question, row)}`;
}

/** @returns undefined where nothing describes it: the attribute is left out */
export function describedBy(ids: readonly (string | false)[]): string | undefined {
  const present = ids.filter((id) => id !== false);
  return present.length === 0 ? undefined : present.join(" ");
}

export function unitId(question: string): string {
  return `u-${question}`;
}

export function otherId(question: string): string {
  return `o-${question}`;
}

/** The field to go to where a page has come to ask more. */
export function unseenFieldId({ question, row }: AskedHere): string {
  return fieldId(question.code, row);
}

/** The field to go to where something is wrong. */
export function faultFieldId(question: Question, { problem, row }: AnswerFault): string {
  if (problem === "other-text-required") return otherId(question.code);
  return fieldId(question.code, row ?? rowsOf(question)?.[0]?.code);
}
