import type { AnswerState } from "../definition/answer-state.ts";
import type { LocalText } from "../definition/primitives.ts";

/** One thing that is asked: a column of the answers. Conditions, scoring, data and series over waves speak of items. */
export type Item = RatingItem | ChoiceItem | NumberItem | DateItem | TextItem;

interface Common {
  readonly name: string;
  /** The question's code. */
  readonly question: string;
  readonly label: LocalText;
}

export interface RatingItem extends Common {
  readonly kind: "rating";
  /** All that a respondent reads before rating: the question, what helps with it, the words of the points. */
  readonly wording: readonly LocalText[];
  readonly scale: ItemScale;
  readonly states: readonly AnswerState[];
}

/** Name and range of a rating: `scale` of the questionnaire, or the 0–10 of a recommendation. */
export interface ItemScale {
  readonly name: string;
  readonly minimum: number;
  readonly maximum: number;
}

export interface ChoiceItem extends Common {
  readonly kind: "choice";
  readonly options: readonly { readonly code: string; readonly label: LocalText }[];
  readonly states: readonly AnswerState[];
}

/** A number that was entered, or counted: its digits, with a point. */
export interface NumberItem extends Common {
  readonly kind: "number";
  /** Null: open. */
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly states: readonly AnswerState[];
}

/** A day, `2026-11-22`. */
export interface DateItem extends Common {
  readonly kind: "date";
  readonly states: readonly AnswerState[];
}

export interface TextItem extends Common {
  readonly kind: "text";
}
