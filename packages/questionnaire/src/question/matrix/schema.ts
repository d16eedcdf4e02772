import { type Static, Type } from "typebox";
import { AnswerStates } from "../../definition/answer-states.ts";
import { ConditionReference } from "../../definition/condition-schema.ts";
import { Code, closed, LocalText } from "../../definition/primitives.ts";
import { answerable } from "../common.ts";

const MatrixRow = Type.Object({ code: Code, text: LocalText, showIf: Type.Optional(ConditionReference) }, closed);

/** Several things rated on one scale. Fills an item a row: `code_row`. */
export const MatrixQuestion = Type.Object(
  {
    ...answerable,
    type: Type.Literal("matrix"),
    scale: Code,
    rows: Type.Array(MatrixRow, { maxItems: 100 }),
    states: Type.Optional(AnswerStates),
  },
  closed,
);
export type MatrixQuestion = Static<typeof MatrixQuestion>;
export type MatrixRow = Static<typeof MatrixRow>;
