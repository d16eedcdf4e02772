import type { AnswerFault } from "@manyi/questionnaire/evaluation/answer-fault";
import type { Question } from "@manyi/questionnaire/question/question";
import type { Sheet } from "../view/sheet.ts";

/** What a view of a question is given. */
export interface QuestionProps<Q extends Question = Question> {
  readonly question: Q;
  readonly sheet: Sheet;
  /** As it travels; of a form that does not fit the type nothing is shown as chosen. */
  readonly answer: unknown;
  /** Of this question. */
  readonly faults: readonly AnswerFault[];
  readonly showsRow: (row: string) => boolean;
  /** Undefined: a plain form, read when it is posted. */
  readonly onAnswer: ((value: unknown) => void) | undefined;
}
