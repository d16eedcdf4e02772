import { type Static, Type } from "typebox";
import { closed, LocalText } from "./primitives.ts";

/** Whole numbers from `minimum` to `maximum`, the same for every question that names the scale. */
export const AnswerScale = Type.Object(
  {
    minimum: Type.Integer({ minimum: 0, maximum: 10 }),
    maximum: Type.Integer({ minimum: 1, maximum: 10 }),
    best: Type.Optional(
      Type.Enum(["highest", "lowest"], { description: "Which end is the good one; default highest." }),
    ),
    labels: Type.Record(Type.String({ pattern: "^\\d{1,2}$" }), LocalText, {
      additionalProperties: false,
      description: "Words by value: the two ends at least, or every point.",
    }),
    conversion: Type.Optional(
      Type.Object(
        {
          kind: Type.Enum(["range", "marks"]),
          marks: Type.Optional(
            Type.Record(Type.String({ pattern: "^\\d{1,2}$" }), Type.Number({ minimum: 0, maximum: 100 }), closed),
          ),
        },
        { ...closed, description: "How answers become 0–100; range where it says nothing." },
      ),
    ),
  },
  closed,
);
export type AnswerScale = Static<typeof AnswerScale>;
