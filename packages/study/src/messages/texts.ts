import type { IssueCode, IssueDetails, JsonProblem } from "../issue/issue.ts";

/** A sentence for every issue: what is wrong and what to do about it; the place is put before it. */
export type IssueTexts = {
  readonly [C in IssueCode]: (details: Readonly<IssueDetails[C]>) => string;
};

export interface StudyMessages {
  /** For whoever reads them on a screen: no option of a command is named. */
  readonly issues: IssueTexts;
  /** In place of those, where a command was typed and its options help. */
  readonly commandLineIssues: Partial<IssueTexts>;
  readonly jsonProblems: Readonly<Record<JsonProblem, string>>;
  readonly place: {
    readonly line: (file: string, line: number) => string;
    readonly lineAndColumn: (file: string, line: number, column: number) => string;
  };
  readonly severity: { readonly error: string; readonly warning: string };
}
