/** What is wrong with an answer, as data; the respondent's words for it stand with the pages they are shown on. */
export interface AnswerFault {
  readonly question: string;
  /** Of a matrix; null: the question as a whole. */
  readonly row: string | null;
  readonly problem: AnswerProblem;
  /** What it came up against, of problems that have a limit: a number, or a day. */
  readonly limit?: number | string;
}

/** Not finished yet: one may still save it and go on later. */
const incompleteProblems = ["required", "too-few", "other-text-required"] as const;
/** Cannot come from the questionnaire as it was shown. */
const wrongProblems = [
  "question-unknown",
  "row-unknown",
  "not-shown",
  "form",
  "not-on-scale",
  "option-unknown",
  "option-twice",
  "state-not-offered",
  "exclusive-with-others",
  "too-many",
  "too-long",
  "not-a-number",
  "too-small",
  "too-large",
  "too-precise",
  "not-a-day",
  "too-early",
  "too-late",
  "not-an-address",
  "not-a-phone-number",
] as const;

export type AnswerProblem = (typeof incompleteProblems)[number] | (typeof wrongProblems)[number];

export function isIncomplete({ problem }: AnswerFault): boolean {
  return incompleteProblems.some((incomplete) => incomplete === problem);
}
