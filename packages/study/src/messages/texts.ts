import type { IssueCode, IssueDetails, JsonProblem } from "../issue/issue.ts";

/** A sentence for every issue: what is wrong and what to do about it; the place is put before it. */
export type IssueTexts = {
  readonly [C in IssueCode]: (details: Readonly<IssueDetails[C]>) => string;
};

export interface StudyMessages {
  readonly issues: IssueTexts;
  readonly jsonProblems: Readonly<Record<JsonProblem, string>>;
  readonly place: {
    readonly line: (file: string, line: number) => string;
    readonly lineAndColumn: (file: string, line: number, column: number) => string;
  };
  readonly severity: { readonly error: string; readonly warning: string };
}
