import { Type } from "typebox";
import { Code } from "../primitives.ts";
import { analysisSchema, columnOf, columnsOf } from "./analysis-basis.ts";

const Count = Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 });

export const DesignVarianceAnalysis = analysisSchema(
  "design-variance",
  {
    strata: Type.Optional(columnOf(["choice"], "Strata that were sampled one by one.")),
    clusters: Type.Optional(
      columnOf(
        ["choice"],
        "What was drawn within strata: branches, villages; default that of `analysis.alsoClusteredBy`.",
      ),
    ),
    populationSizes: Type.Optional(
      Type.Record(Code, Count, {
        description: "By stratum code: how many clusters (without clusters: customers) there are to draw from.",
      }),
    ),
    population: Type.Optional(Count),
    lonelyPsu: Type.Optional(
      Type.Enum(["adjust", "certainty", "fail"], {
        description:
          "A stratum with one cluster: judged by its distance from the whole (adjust, default), sure to be in the sample (certainty), or no estimate (fail).",
      }),
    ),
    questions: Type.Optional(
      columnsOf(
        ["rating", "number"],
        { minItems: 1, maxItems: 60 },
        "Default: the overall satisfaction and the questions of the indicator system.",
      ),
    ),
  },
  "Intervals that allow for strata, clusters and weights, beside the simple ones.",
);
