/** How the fields of the form are called: in the documents, in what a browser posts without the runtime, and where that is read. */

/** Of a question with one field; `row` names a row of a matrix. */
export function answerField(question: string, row?: string): string {
  return row === undefined ? `a.${question}` : `a.${question}.${row}`;
}

/** What was written behind “other”. */
export function otherTextField(question: string): string {
  return `a.${question}.text`;
}

/** Before the name of a state, which no option's code begins with. */
export const stateMark = "~";

/** What the form carries besides the answers. `go` is the button that was pressed, `seen` what the page asked when it was written. */
export const circumstanceFields = {
  stamp: "stamp",
  sequence: "sequence",
  version: "version",
  language: "language",
  seen: "seen",
  go: "go",
} as const;
