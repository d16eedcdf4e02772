import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { itemsOf } from "@manyi/questionnaire/item/items-of";
import { questionsOf } from "./find-question.ts";

/** The first of `q1`, `q2` … that is free. */
export function freeCode(prefix: string, taken: ReadonlySet<string>): string {
  const inUse = new Set([...taken].map((code) => code.toLowerCase()));
  let number = 1;
  while (inUse.has(`${prefix}${number}`.toLowerCase())) number += 1;
  return `${prefix}${number}`;
}

/** What no new question may be called: codes of questions and names of what they ask. */
export function takenNames(draft: Questionnaire): ReadonlySet<string> {
  return new Set([...questionsOf(draft).map(({ code }) => code), ...itemsOf(draft).map(({ name }) => name)]);
}

export function freeQuestionCode(draft: Questionnaire): string {
  return freeCode("q", takenNames(draft));
}

/** @returns a copy's code: `service_2` of `service` */
export function copyCode(draft: Questionnaire, code: string): string {
  const stem = code.replace(/_\d+$/, "").slice(0, 34);
  return freeCode(`${stem}_`, new Set([...takenNames(draft), `${stem}_1`]));
}
