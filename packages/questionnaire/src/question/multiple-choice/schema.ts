import { type Static, Type } from "typebox";
import { AnswerStates } from "../../definition/answer-states.ts";
import { closed, LocalText, OptionCode } from "../../definition/primitives.ts";
import { answerable } from "../common.ts";
import { OtherOption } from "../single-choice/schema.ts";

const MultipleOption = Type.Object(
  {
    code: OptionCode,
    label: LocalText,
    exclusive: Type.Optional(Type.Boolean({ description: "“None of these”: stands alone." })),
  },
  closed,
);

/** Any of several. Fills an item an option, `code_option`, with `1` or `0`, and `code_other_text`. */
export const MultipleChoiceQuestion = Type.Object(
  {
    ...answerable,
    type: Type.Literal("multiple-choice"),
    options: Type.Array(MultipleOption, { maxItems: 100 }),
    other: Type.Optional(OtherOption),
    least: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: "Of an answer that is given." })),
    most: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    states: Type.Optional(AnswerStates),
  },
  closed,
);
export type MultipleChoiceQuestion = Static<typeof MultipleChoiceQuestion>;
