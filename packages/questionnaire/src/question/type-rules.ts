/** What every type of question says about its answers. */
import type { Condition } from "../definition/condition.ts";
import type { LocalText } from "../definition/primitives.ts";
import type { Questionnaire } from "../definition/questionnaire.ts";
import type { AnswerFault } from "../evaluation/answer-fault.ts";
import type { Cells } from "../item/cells.ts";
import type { Item } from "../item/item.ts";
import type { Question } from "./question.ts";

export type Scales = Questionnaire["scales"];

export interface ReadContext {
  readonly scales: Scales;
  /** Whether a row of this question is shown, given what was answered before. */
  readonly showsRow: (row: string) => boolean;
}

/** An answer that was read. */
export interface Reading {
  /** Only what was answered: ratings, options, texts, states; `NS` for rows that were not shown. */
  readonly cells: Cells;
  readonly faults: readonly AnswerFault[];
  /** Names of cells that hold words of the respondent's own. */
  readonly words?: readonly string[];
  /** Whether anything was answered at all. */
  readonly answered: boolean;
}

/** A part of a question that is asked by itself, under a condition of its own: a row of a matrix. */
export interface AskedRow {
  readonly code: string;
  readonly text: LocalText;
  readonly showIf?: Condition;
}

export interface QuestionRules<Q extends Question = Question> {
  /** In the order in which they stand in the data. */
  items(question: Q, scales: Scales): readonly Item[];
  /** Of types whose answer is a record by row; others are asked as one. */
  rows?(question: Q): readonly AskedRow[];
  /** @param value as it came; undefined: no answer
   *  @returns `required` among the faults wherever something is missing that must be answered */
  read(question: Q, value: unknown, context: ReadContext): Reading;
}
