import { Type } from "typebox";
import { LocalTextSchema } from "../primitives.ts";
import { analysisSchema, closed, columnsOf } from "./analysis-basis.ts";

const Scale = Type.Object(
  {
    label: Type.Optional(LocalTextSchema),
    items: columnsOf(["rating"], { minItems: 2, maxItems: 60 }, "Ratings that measure one thing."),
  },
  closed,
);

export const ReliabilityAnalysis = analysisSchema(
  "reliability",
  {
    scales: Type.Optional(
      Type.Array(Scale, { minItems: 1, maxItems: 20, description: "Default: each dimension of the indicator system." }),
    ),
  },
  "Do the items of a scale measure one thing? Cronbach's alpha, omega, split-half, item–total correlations, KMO and Bartlett.",
);
