/** What is wrong with a questionnaire that is being written, as data: where it is, and what its text needs. Texts: `messages/`. */
import type { ItemState } from "../definition/condition.ts";

/** How a value departs from the schema. */
export type FormProblem =
  | "missing"
  | "unknown"
  | "type"
  | "not-listed"
  | "too-small"
  | "too-large"
  | "too-long"
  | "too-few"
  | "too-many"
  | "twice"
  | "pattern"
  | "condition"
  | "too-deep";

export interface QuestionnaireIssueDetails {
  /** `about`: the property, the type, the list, the limit that it is about; needs no translation. */
  "form-wrong": { problem: FormProblem; about: string };
  "text-missing": { languages: readonly string[] };
  "code-twice": { code: string };
  /** Two questions would fill the same column of the answers. */
  "item-twice": { item: string };
  "code-reserved": { code: string };
  "no-question": Record<never, never>;
  "page-empty": Record<never, never>;
  "items-too-many": { items: number; limit: number };
  "rows-too-few": { least: number };
  "options-too-few": { least: number };
  "bounds-crossed": { least: number; most: number };
  "day-not-in-calendar": { day: string };
  "days-crossed": { earliest: string; latest: string };
  "limits-crossed": { least: number; most: number };
  "scale-unknown": { scale: string };
  "scale-range": { minimum: number; maximum: number };
  "scale-label-outside": { value: string };
  "scale-ends-unlabelled": { scale: string };
  "scale-mark-missing": { value: number };
  "scale-mark-outside": { value: string };
  /** A better answer has a lower mark than a worse one. */
  "scale-marks-disordered": { scale: string };
  "condition-item-unknown": { item: string };
  /** It speaks of something that is asked only later, or of its own question. */
  "condition-looks-ahead": { item: string };
  "condition-option-unknown": { item: string; option: string };
  "condition-kind-wrong": { item: string };
  "condition-empty-range": { item: string };
  "condition-state-not-offered": { item: string; state: ItemState };
  "condition-too-deep": { limit: number };
  "jump-page-unknown": { page: string };
  /** To its own page, or to one before it. */
  "jump-looks-back": { page: string };
  "ending-unknown": { ending: string };
  /** Nobody ever sees it: it has no condition, and no jump names it. */
  "ending-unreachable": { ending: string };
  "indicator-leaf-or-branch": { code: string };
  "indicator-item-unknown": { item: string };
  "indicator-item-not-rated": { item: string };
  "indicator-item-twice": { item: string };
  "weights-need-importance": { code: string };
  "weights-need-overall": { weights: string };
  "weights-sum-zero": Record<never, never>;
  "importance-scales-differ": { first: string; other: string };
  "measure-item-unknown": { measure: string; item: string };
  "measure-item-wrong": { measure: string; item: string };
  "group-item-unknown": { item: string };
  "group-item-not-choice": { item: string };
  "group-item-twice": { item: string };
  "nothing-scored": Record<never, never>;
  /** A published version asked something else under this name; answers of both would be mixed. */
  "item-changed": { item: string; version: number };
  "takes-long": { minutes: number };
}

export type QuestionnaireIssueCode = keyof QuestionnaireIssueDetails;

/** Path in the questionnaire: `["pages", 0, "questions", 2, "text"]`. */
export type QuestionnairePath = readonly (string | number)[];

export type QuestionnaireIssue = {
  readonly [C in QuestionnaireIssueCode]: {
    readonly code: C;
    /** An error keeps it from being published. */
    readonly severity: "error" | "warning";
    readonly at: QuestionnairePath;
    readonly details: Readonly<QuestionnaireIssueDetails[C]>;
  };
}[QuestionnaireIssueCode];

/** Keeps the questionnaire from being published. */
export function errorAt<C extends QuestionnaireIssueCode>(
  code: C,
  at: QuestionnairePath,
  details: Readonly<QuestionnaireIssueDetails[C]>,
): QuestionnaireIssue {
  // Details belong to their code by the signature; the union does not know.
  return { code, severity: "error", at, details } as QuestionnaireIssue;
}

/** Should be looked at. */
export function warningAt<C extends QuestionnaireIssueCode>(
  code: C,
  at: QuestionnairePath,
  details: Readonly<QuestionnaireIssueDetails[C]>,
): QuestionnaireIssue {
  // As above.
  return { code, severity: "warning", at, details } as QuestionnaireIssue;
}
