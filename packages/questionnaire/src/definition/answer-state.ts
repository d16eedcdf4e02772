/** What a respondent may say instead of answering. Distinct everywhere and for ever; none of them is a number. Besides these
 *  there are *not shown*, which logic decides, and *skipped*, which is no cell at all. */
export const answerStates = ["not-applicable", "dont-know", "refused"] as const;
export type AnswerState = (typeof answerStates)[number];

/** How the states stand in the answers that are kept. No option may have such a code. */
export const stateCells = {
  "not-shown": "NS",
  "not-applicable": "NA",
  "dont-know": "DK",
  refused: "RF",
} as const satisfies Readonly<Record<AnswerState | "not-shown", string>>;

export const reservedCells: ReadonlySet<string> = new Set(Object.values(stateCells));

export function isAnswerState(value: unknown): value is AnswerState {
  return answerStates.some((state) => state === value);
}
