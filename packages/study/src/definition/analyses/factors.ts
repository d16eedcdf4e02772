import { Type } from "typebox";
import { LocalTextSchema } from "../primitives.ts";
import { analysisSchema, closed, columnsOf } from "./analysis-basis.ts";

const IntendedFactor = Type.Object(
  {
    label: Type.Optional(LocalTextSchema),
    items: columnsOf(["rating"], { minItems: 2, maxItems: 40 }, "Ratings that are meant to measure it."),
  },
  closed,
);

export const FactorsAnalysis = analysisSchema(
  "factors",
  {
    kind: Type.Optional(
      Type.Enum(["exploratory", "confirmatory"], {
        description:
          "exploratory (default): how many things are behind the items? confirmatory: do the intended dimensions hold?",
      }),
    ),
    items: Type.Optional(
      columnsOf(["rating"], { minItems: 3, maxItems: 60 }, "Exploratory: ratings to look at. Default: the indicators."),
    ),
    factors: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 20,
        description: "Exploratory: how many factors. Default: as many as parallel analysis finds.",
      }),
    ),
    method: Type.Optional(
      Type.Enum(["maximum-likelihood", "principal-axis"], {
        description:
          "Exploratory: how factors are extracted. Default maximum-likelihood, which also tests their number.",
      }),
    ),
    rotation: Type.Optional(
      Type.Enum(["oblimin", "promax", "varimax", "none"], {
        description: "Exploratory. oblimin (default) and promax let factors correlate; varimax keeps them apart.",
      }),
    ),
    correlation: Type.Optional(
      Type.Enum(["pearson", "polychoric"], {
        description: "Exploratory. polychoric: for ratings of few or very skewed steps; default pearson.",
      }),
    ),
    dimensions: Type.Optional(
      Type.Array(IntendedFactor, {
        minItems: 1,
        maxItems: 20,
        description: "Confirmatory: what is meant to be measured. Default: the dimensions of two indicators or more.",
      }),
    ),
  },
  "What is behind the items? Exploratory factors with parallel analysis, or a confirmatory test of the intended dimensions.",
);
