import { type Static, Type } from "typebox";
import { Code, LocalTextSchema } from "./primitives.ts";

/**
 * Why there is no rating. Distinct everywhere and for ever; none of them is a number. `set-aside` is an answer the
 * code book does not know and the user chose to leave out rather than stop.
 */
export const missingStates = ["not-shown", "skipped", "not-applicable", "dont-know", "refused", "set-aside"] as const;
export type MissingState = (typeof missingStates)[number];

/** Codes that are no answer, by what they say instead. */
export const Special = Type.Record(
  Type.String({ maxLength: 100 }),
  Type.Enum(["not-shown", "skipped", "not-applicable", "dont-know", "refused"]),
  {
    description: "Codes that are no rating, and why. The empty code stands for a blank cell (otherwise: skipped).",
  },
);

const Boxes = {
  top: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 10, description: "How many of the best answers count as satisfied." }),
  ),
  bottom: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 10, description: "How many of the worst answers count as dissatisfied." }),
  ),
};

const Conversion = Type.Object(
  {
    kind: Type.Enum(["range", "maximum", "marks"]),
    marks: Type.Optional(Type.Record(Code, Type.Number({ minimum: 0, maximum: 100 }))),
  },
  {
    additionalProperties: false,
    description:
      "How answers become 0–100. range (default): (x − lowest) / (highest − lowest). marks: a mark for every answer. maximum: x / highest, a legacy form that never reaches 0.",
  },
);

const RatingScale = Type.Object(
  {
    kind: Type.Literal("rating"),
    minimum: Type.Integer({ minimum: -100, maximum: 100 }),
    maximum: Type.Integer({ minimum: -100, maximum: 100 }),
    best: Type.Optional(
      Type.Enum(["highest", "lowest"], { description: "Which end is the good one; default highest." }),
    ),
    labels: Type.Optional(Type.Record(Code, LocalTextSchema)),
    special: Type.Optional(Special),
    conversion: Type.Optional(Conversion),
    ...Boxes,
  },
  { additionalProperties: false, title: "Rating: whole numbers from minimum to maximum" },
);

const OrdinalScale = Type.Object(
  {
    kind: Type.Literal("ordinal"),
    answers: Type.Array(
      Type.Object(
        { code: Code, value: Type.Number(), label: Type.Optional(LocalTextSchema) },
        { additionalProperties: false },
      ),
      { minItems: 2, maxItems: 200, description: "From the worst answer to the best." },
    ),
    special: Type.Optional(Special),
    conversion: Type.Optional(Conversion),
    ...Boxes,
  },
  { additionalProperties: false, title: "Ordinal: answers in words, each with a value" },
);

const NominalScale = Type.Object(
  {
    kind: Type.Literal("nominal"),
    answers: Type.Optional(
      Type.Array(Type.Object({ code: Code, label: Type.Optional(LocalTextSchema) }, { additionalProperties: false }), {
        minItems: 1,
        maxItems: 10_000,
        description: "Left out: every code found in the data is an answer.",
      }),
    ),
    special: Type.Optional(Special),
  },
  { additionalProperties: false, title: "Nominal: groups without an order" },
);

/** `oneOf` with a discriminator, so that an error speaks of the scale that was meant. */
export const ScaleSchema = Type.Unsafe<Scale>({
  type: "object",
  required: ["kind"],
  discriminator: { propertyName: "kind" },
  oneOf: [RatingScale, OrdinalScale, NominalScale],
});

export type RatingScale = Static<typeof RatingScale>;
export type OrdinalScale = Static<typeof OrdinalScale>;
export type NominalScale = Static<typeof NominalScale>;
export type Scale = RatingScale | OrdinalScale | NominalScale;
export type ConversionRule = Static<typeof Conversion>;
