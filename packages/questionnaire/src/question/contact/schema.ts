import { type Static, Type } from "typebox";
import { closed } from "../../definition/primitives.ts";
import { answerable } from "../common.ts";

/** How one can be reached. Fills the item of its code, which holds personal data. */
export const ContactQuestion = Type.Object(
  {
    ...answerable,
    type: Type.Literal("contact"),
    by: Type.Enum(["phone", "email"]),
  },
  closed,
);
export type ContactQuestion = Static<typeof ContactQuestion>;
