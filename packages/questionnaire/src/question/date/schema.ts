import { type Static, Type } from "typebox";
import { AnswerStates } from "../../definition/answer-states.ts";
import { closed } from "../../definition/primitives.ts";
import { answerable } from "../common.ts";

const Day = Type.String({ pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$" });

/** A day. Fills the item of its code. */
export const DateQuestion = Type.Object(
  {
    ...answerable,
    type: Type.Literal("date"),
    earliest: Type.Optional(Day),
    latest: Type.Optional(Day),
    states: Type.Optional(AnswerStates),
  },
  closed,
);
export type DateQuestion = Static<typeof DateQuestion>;
