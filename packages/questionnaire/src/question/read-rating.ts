import { type AnswerState, isAnswerState, stateCells } from "../definition/answer-state.ts";
import type { AnswerProblem } from "../evaluation/answer-fault.ts";
import type { ItemScale } from "../item/item.ts";

export type ReadCell =
  | { readonly kind: "none" }
  | { readonly kind: "cell"; readonly cell: string }
  | { readonly kind: "fault"; readonly problem: AnswerProblem };

/** One rating as it came: a number of the scale, or the name of a state that is offered. */
export function readRating(
  value: unknown,
  scale: Pick<ItemScale, "minimum" | "maximum">,
  states: readonly AnswerState[] = [],
): ReadCell {
  if (value === undefined) return { kind: "none" };
  if (typeof value === "string") return readState(value, states);
  if (typeof value !== "number") return { kind: "fault", problem: "form" };
  const onScale = Number.isInteger(value) && value >= scale.minimum && value <= scale.maximum;
  // −0 is 0 written oddly: its digits are those of 0.
  return onScale ? { kind: "cell", cell: String(value) } : { kind: "fault", problem: "not-on-scale" };
}

/** @param value a text that is no answer by itself */
export function readState(value: string, states: readonly AnswerState[] = []): ReadCell {
  if (!isAnswerState(value)) return { kind: "fault", problem: "form" };
  if (!states.includes(value)) return { kind: "fault", problem: "state-not-offered" };
  return { kind: "cell", cell: stateCells[value] };
}
