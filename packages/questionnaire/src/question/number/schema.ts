import { type Static, Type } from "typebox";
import { AnswerStates } from "../../definition/answer-states.ts";
import { closed, LocalText } from "../../definition/primitives.ts";
import { answerable } from "../common.ts";
import { largestNumber } from "./largest-number.ts";

const Bound = Type.Number({ minimum: -largestNumber, maximum: largestNumber });

/** A number. Fills the item of its code. */
export const NumberQuestion = Type.Object(
  {
    ...answerable,
    type: Type.Literal("number"),
    minimum: Type.Optional(Bound),
    maximum: Type.Optional(Bound),
    decimals: Type.Optional(Type.Integer({ minimum: 0, maximum: 6, description: "Default 0: whole numbers." })),
    unit: Type.Optional({ ...LocalText, description: "Stands behind the field: years, yuan." }),
    states: Type.Optional(AnswerStates),
  },
  closed,
);
export type NumberQuestion = Static<typeof NumberQuestion>;
