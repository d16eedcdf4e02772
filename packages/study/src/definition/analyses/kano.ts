import { Type } from "typebox";
import { Code, LocalTextSchema } from "../primitives.ts";
import { analysisSchema, closed, columnOf } from "./analysis-basis.ts";

const Feature = Type.Object(
  {
    label: Type.Optional(LocalTextSchema),
    functional: columnOf(["choice", "rating"], "How would you feel if it were there?"),
    dysfunctional: columnOf(["choice", "rating"], "How would you feel if it were not there?"),
  },
  closed,
);

export const KanoAnalysis = analysisSchema(
  "kano",
  {
    features: Type.Array(Feature, { minItems: 1, maxItems: 60 }),
    answers: Type.Optional(
      Type.Array(Code, {
        minItems: 5,
        maxItems: 5,
        uniqueItems: true,
        description:
          "Codes of the answers: I like it, it must be so, I am neutral, I can live with it, I dislike it. Default: the scale's five answers in their order.",
      }),
    ),
    rule: Type.Optional(
      Type.Enum(["mode", "blauth"], {
        description:
          "mode (default): the most frequent category; blauth: of the wanted categories where they outnumber the others.",
      }),
    ),
  },
  "Kano's model: which features are taken for granted, which pay in proportion, which delight; with better and worse, Fong's test and intervals.",
);
