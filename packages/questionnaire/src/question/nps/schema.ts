import { type Static, Type } from "typebox";
import { AnswerStates } from "../../definition/answer-states.ts";
import { closed, LocalText } from "../../definition/primitives.ts";
import { answerable } from "../common.ts";

/** Would you recommend us, 0–10. Fills the item of its code. */
export const NpsQuestion = Type.Object(
  {
    ...answerable,
    type: Type.Literal("nps"),
    low: LocalText,
    high: LocalText,
    states: Type.Optional(AnswerStates),
  },
  closed,
);
export type NpsQuestion = Static<typeof NpsQuestion>;
