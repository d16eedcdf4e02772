import { type Static, Type } from "typebox";
import { AnswerStates } from "../../definition/answer-states.ts";
import { Code, closed } from "../../definition/primitives.ts";
import { answerable } from "../common.ts";

/** One thing rated on a scale. Fills the item of its code. */
export const RatingQuestion = Type.Object(
  {
    ...answerable,
    type: Type.Literal("rating"),
    scale: Code,
    appearance: Type.Optional(
      Type.Enum(["words", "numbers", "stars", "smileys"], {
        description: "Default: words where every point has one, else numbers.",
      }),
    ),
    states: Type.Optional(AnswerStates),
  },
  closed,
);
export type RatingQuestion = Static<typeof RatingQuestion>;
