/** What is wrong with a study folder, as data: where it is, and what its text needs. Texts: `messages/`. */
export interface IssueDetails {
  // The folder and its files
  "folder-missing": { folder: string };
  "file-missing": { file: string };
  "file-outside-folder": { file: string };
  "file-unreadable": { file: string; reason: string };
  "file-empty": { file: string };
  "file-kind-unknown": { file: string };
  "file-is-excel": { file: string };
  "file-is-old-excel": { file: string };
  "file-is-binary": { file: string };
  "file-too-large": { file: string; megabytes: number; limit: number };
  "encoding-unknown": { file: string; encoding: string; line: number };
  "sheet-missing": { sheet: string; sheets: readonly string[] };
  "workbook-broken": { file: string; reason: string };
  // study.json
  "json-syntax": { problem: JsonProblem };
  "json-property-twice": { property: string };
  "property-missing": { property: string; at: string };
  "property-unknown": { property: string; at: string; nearest: string | null };
  "type-wrong": { at: string; expected: string };
  "value-not-listed": { at: string; allowed: readonly string[]; nearest: string | null };
  "value-too-small": { at: string; limit: number };
  "value-too-large": { at: string; limit: number };
  "text-too-long": { at: string; limit: number };
  "text-empty": { at: string };
  "too-few-entries": { at: string; limit: number };
  "too-many-entries": { at: string; limit: number };
  "entry-twice": { at: string };
  "form-wrong": { at: string; form: string };
  "nested-too-deep": { limit: number };
  "column-twice": { column: string };
  "column-not-declared": { column: string; at: string; nearest: string | null };
  "column-kind-wrong": { column: string; at: string; expected: string; found: string };
  "scale-missing": { column: string };
  "scale-not-declared": { scale: string; column: string; nearest: string | null };
  "scale-kind-wrong": { column: string; scale: string; expected: string };
  "scale-empty-range": { scale: string; minimum: number; maximum: number };
  "scale-label-outside": { scale: string; code: string };
  "scale-answer-twice": { scale: string; code: string };
  "scale-value-twice": { scale: string; value: number };
  "scale-special-is-answer": { scale: string; code: string };
  "scale-boxes-overlap": { scale: string; answers: number };
  "scale-mark-missing": { scale: string; code: string };
  "scale-maximum-not-positive": { scale: string };
  "scale-nps-range": { column: string };
  "indicator-twice": { code: string };
  "indicator-leaf-or-branch": { code: string };
  "indicator-question-twice": { column: string; first: string };
  "weights-sum-zero": { at: string };
  "weights-need-importance": { code: string };
  "weights-need-overall": { weights: string };
  "importance-scales-differ": { first: string; other: string };
  "duplicates-need-key": Record<never, never>;
  "waves-order-unknown": { column: string; waves: string };
  "target-twice": { measure: string };
  "analysis-twice": { id: string };
  "analysis-code-unknown": { code: string; column: string; at: string; nearest: string | null };
  "analysis-part-missing": { at: string; needs: string };
  "analysis-column-repeated": { column: string; at: string; other: string };
  "analysis-parts-exclusive": { at: string; other: string };
  "analysis-answers-differ": { column: string; at: string; other: string };
  "analysis-scales-differ": { at: string; first: string; other: string };
  "analysis-path-cycle": { at: string; constructs: readonly string[] };
  "analysis-construct-alone": { at: string; construct: string };
  "target-out-of-range": { measure: string; value: number; lowest: number; highest: number };
  "date-not-in-calendar": { at: string; date: string };
  "grades-order": { name: string };
  "grades-conversion-differs": { name: string; conversion: string; scale: string; used: string };
  "share-out-of-range": { at: string };
  "period-backwards": { from: string; to: string };
  // The data file
  "header-missing": { file: string };
  "header-twice": { name: string; first: number; second: number };
  "data-column-missing": { column: string; nearest: string | null };
  "data-column-undeclared": { columns: readonly string[] };
  "row-length": { expected: number; found: number; rows: number };
  "quote-open": { file: string };
  "quote-misplaced": { file: string };
  "no-rows": { file: string };
  "answer-unknown": { column: string; answer: string; rows: number; answers: string };
  "answer-unknown-more": { column: string; kinds: number };
  "number-unreadable": { column: string; text: string; rows: number };
  "number-out-of-limits": { column: string; text: string; rows: number; limits: string };
  "date-unreadable": { column: string; text: string; rows: number };
  "frequency-wrong": { column: string; text: string };
  "frequency-too-large": { total: number; limit: number };
  "weight-wrong": { column: string; text: string };
  "weights-all-zero": { column: string };
  "key-twice": { column: string; rows: number };
  "too-many-answers": { column: string; limit: number };
  // An upload
  "archive-broken": { file: string; reason: string };
  "archive-too-many-files": { file: string; limit: number };
  "archive-too-large": { file: string; limit: number };
  "archive-encrypted": { file: string };
  "studies-several": { files: readonly string[] };
  "data-files-several": { files: readonly string[] };
  "text-not-kept": { column: string; rows: number };
  "definition-differs": { missing: readonly string[]; further: readonly string[]; changed: readonly string[] };
  "key-known-already": { column: string; rows: number };
}

export type JsonProblem =
  | "unexpected"
  | "comma"
  | "colon"
  | "value"
  | "quote"
  | "bracket"
  | "comment"
  | "character"
  | "end";

export type IssueCode = keyof IssueDetails;

/** Errors stop an analysis; warnings are said and it goes on. */
export type Severity = "error" | "warning";

export interface Place {
  readonly file: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based character in the line of study.json. */
  readonly column?: number;
}

export type Issue = {
  readonly [C in IssueCode]: {
    readonly code: C;
    readonly severity: Severity;
    readonly place: Place;
    readonly details: Readonly<IssueDetails[C]>;
  };
}[IssueCode];

/** Issues that stop whatever was wanted of the study. */
export class StudyError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map((issue) => `${issue.place.file}: ${issue.code}`).join("; "));
    this.name = "StudyError";
    this.issues = issues;
  }
}

/** Builds an issue with its details typed by its code. */
export function issue<C extends IssueCode>(
  code: C,
  place: Place,
  details: Readonly<IssueDetails[C]>,
  severity: Severity = "error",
): Issue {
  return { code, severity, place, details } as Issue;
}
