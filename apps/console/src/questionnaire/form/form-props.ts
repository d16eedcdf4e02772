import type { Question } from "@manyi/questionnaire/question/question";

/** What the form of a type of question gets. */
export interface FormProps<Q extends Question> {
  readonly question: Q;
  /** @param field what is typed into; absent: the change is a step of its own */
  readonly onChange: (question: Q, field?: string) => void;
}
