import type { AnswerFault } from "@manyi/questionnaire/evaluation/answer-fault";
import type { Answers, EvaluatedPage } from "@manyi/questionnaire/evaluation/evaluate";
import type { Sheet } from "./sheet.ts";

/** A page of the form, as it stands: made by the server of what it was sent, by the runtime of its state. */
export interface FillIn {
  readonly sheet: Sheet;
  readonly page: EvaluatedPage;
  /** Among the pages that are shown now. */
  readonly position: number;
  readonly pages: number;
  readonly answers: Answers;
  /** Those to be shown. */
  readonly faults: readonly AnswerFault[];
  /** Where a browser without the runtime posts to. */
  readonly action: string;
  readonly carried: Carried;
  /** The wave has been closed; who has begun may finish. */
  readonly closing: boolean;
  /** A quiet line above the questions; empty: none. */
  readonly notice: string;
  /** A quiet line below them: where the answers are kept; empty: nothing to say. */
  readonly keeping: string;
}

/** What the form carries besides the answers. */
export interface Carried {
  readonly stamp: string;
  readonly sequence: number;
  readonly version: number;
}

/** What the runtime does; the server's documents have none of it. */
export interface FillInActions {
  readonly answer: (question: string, value: unknown) => void;
  readonly next: () => void;
  readonly back: () => void;
}
