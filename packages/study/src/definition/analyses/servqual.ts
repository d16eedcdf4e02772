import { Type } from "typebox";
import { LocalTextSchema } from "../primitives.ts";
import { analysisSchema, closed, columnOf } from "./analysis-basis.ts";

const Pair = Type.Object(
  {
    label: Type.Optional(LocalTextSchema),
    expectation: columnOf(["rating"], "What an excellent provider should be like."),
    perception: columnOf(["rating"], "What this provider is like, on the same scale."),
  },
  closed,
);

const Dimension = Type.Object(
  {
    label: Type.Optional(LocalTextSchema),
    pairs: Type.Array(Pair, { minItems: 1, maxItems: 30, description: "Its items." }),
    importance: Type.Optional(
      columnOf(["number"], "Points of a hundred that respondents give this dimension; for all dimensions or for none."),
    ),
  },
  closed,
);

export const ServqualAnalysis = analysisSchema(
  "servqual",
  {
    dimensions: Type.Array(Dimension, {
      minItems: 1,
      maxItems: 12,
      description: "Usually five: tangibles, reliability, responsiveness, assurance, empathy.",
    }),
    leastShare: Type.Optional(
      Type.Number({
        exclusiveMinimum: 0,
        maximum: 1,
        description: "Share of a dimension's items that a respondent must have answered; default 0.5.",
      }),
    ),
  },
  "SERVQUAL: perceived less expected service by item and dimension with paired tests, weighted by the respondents' points, SERVPERF, and the consistency of each dimension.",
);
