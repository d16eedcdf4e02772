import type { FormProblem, QuestionnaireIssueCode, QuestionnaireIssueDetails } from "../check/questionnaire-issue.ts";
import type { ItemState } from "../definition/condition.ts";

/** A sentence for every issue: what is wrong and what to do about it; the place is put before it. */
export type QuestionnaireIssueTexts = {
  readonly [C in QuestionnaireIssueCode]: (details: Readonly<QuestionnaireIssueDetails[C]>) => string;
};

/** How the parts of a questionnaire are called, and counted from 1. */
export interface PlaceTexts {
  readonly whole: string;
  readonly title: string;
  readonly languages: string;
  readonly welcome: {
    readonly whole: string;
    readonly organisation: string;
    readonly purpose: string;
    readonly privacy: string;
  };
  readonly thanks: { readonly whole: string; readonly title: string; readonly text: string };
  readonly scoring: string;
  readonly scale: (name: string) => string;
  readonly page: (number: number) => string;
  readonly question: (code: string) => string;
  readonly row: (number: number) => string;
  readonly option: (number: number) => string;
  readonly indicator: (code: string) => string;
  readonly jump: (number: number) => string;
  readonly ending: (code: string) => string;
  /** Last step of a path, by the property's name. */
  readonly parts: {
    readonly title: string;
    readonly text: string;
    readonly label: string;
    readonly shortName: string;
    readonly help: string;
    readonly code: string;
    readonly showIf: string;
    readonly requiredIf: string;
    readonly when: string;
    readonly unit: string;
    readonly minimum: string;
    readonly maximum: string;
    readonly earliest: string;
    readonly latest: string;
    readonly low: string;
    readonly high: string;
    readonly other: string;
    readonly labelOf: (value: string) => string;
  };
  /** Puts the parts of a place together. */
  readonly joined: (parts: readonly string[]) => string;
  readonly before: (place: string, sentence: string) => string;
}

export interface QuestionnaireMessages {
  readonly issues: QuestionnaireIssueTexts;
  readonly formProblems: Readonly<Record<FormProblem, (about: string) => string>>;
  readonly states: Readonly<Record<ItemState, string>>;
  readonly measures: Readonly<Record<"overall" | "nps" | "ces" | "repurchase" | "recommendation", string>>;
  readonly place: PlaceTexts;
}
