import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { sampleQuestionnaire } from "./sample-questionnaire.ts";

/** The sample with a first page that asks more of those who are not satisfied, and makes nobody answer it. */
export function askingMore(): Questionnaire {
  const [start, why, ...others] = sampleQuestionnaire.pages;
  const [reason] = why?.questions ?? [];
  if (start === undefined || reason === undefined) throw new Error("the sample has no such pages");
  const more = { ...reason, required: false, showIf: { item: "overall", to: 2 } };
  return { ...sampleQuestionnaire, pages: [{ ...start, questions: [...start.questions, more] }, ...others] };
}
