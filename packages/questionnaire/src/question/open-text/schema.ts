import { type Static, Type } from "typebox";
import { closed } from "../../definition/primitives.ts";
import { answerable } from "../common.ts";

/** Own words. Fills the item of its code. */
export const OpenTextQuestion = Type.Object(
  {
    ...answerable,
    type: Type.Literal("open-text"),
    lines: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, description: "Height of the field; default 3." })),
    longest: Type.Optional(Type.Integer({ minimum: 1, maximum: 5_000, description: "UTF-16 units; default 1,000." })),
  },
  closed,
);
export type OpenTextQuestion = Static<typeof OpenTextQuestion>;
