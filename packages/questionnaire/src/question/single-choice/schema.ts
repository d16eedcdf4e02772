import { type Static, Type } from "typebox";
import { AnswerStates } from "../../definition/answer-states.ts";
import { closed, LocalText, OptionCode } from "../../definition/primitives.ts";
import { answerable } from "../common.ts";

export const ChoiceOption = Type.Object({ code: OptionCode, label: LocalText }, closed);
export type ChoiceOption = Static<typeof ChoiceOption>;

/** The last option, behind which one writes something. */
export const OtherOption = Type.Object(
  {
    label: LocalText,
    textRequired: Type.Optional(Type.Boolean({ description: "Default: the text may be left out." })),
  },
  { ...closed, description: "Its code is `other`; the text is kept in the item `code_other_text`." },
);

/** One of several. Fills the item of its code, and `code_other_text`. */
export const SingleChoiceQuestion = Type.Object(
  {
    ...answerable,
    type: Type.Literal("single-choice"),
    options: Type.Array(ChoiceOption, { maxItems: 200 }),
    other: Type.Optional(OtherOption),
    appearance: Type.Optional(
      Type.Enum(["list", "dropdown"], { description: "Default: list, from 12 options dropdown." }),
    ),
    states: Type.Optional(AnswerStates),
  },
  closed,
);
export type SingleChoiceQuestion = Static<typeof SingleChoiceQuestion>;
