import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import type { AnswerFault } from "@manyi/questionnaire/evaluation/answer-fault";
import type { Answers } from "@manyi/questionnaire/evaluation/evaluate";

/** What a document carries for the runtime: the questionnaire in one language, and where the respondent is. */
export interface Embedded {
  readonly questionnaire: Questionnaire;
  readonly version: number;
  readonly link: string;
  readonly language: string;
  readonly id: string;
  readonly stamp: string;
  readonly page: string;
  readonly answers: Answers;
  readonly faults: readonly AnswerFault[];
  /** 0: nothing was saved under the id. */
  readonly sequence: number;
  readonly wave: "open" | "closing" | "closed";
  readonly minutes: number;
}

/** Id of the element that holds it. */
export const embeddedId = "sheet";
/** Id of the element that the runtime takes over. */
export const rootId = "app";

/** JSON that may stand in a document: nothing in it ends the element. */
export function embeddedText(embedded: Embedded): string {
  return JSON.stringify(embedded).replace(/</g, "\\u003c");
}
