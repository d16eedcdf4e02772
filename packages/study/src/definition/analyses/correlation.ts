import { Type } from "typebox";
import { analysisSchema, columnsOf } from "./analysis-basis.ts";

export const CorrelationAnalysis = analysisSchema(
  "correlation",
  {
    variables: columnsOf(["rating", "number"], { minItems: 2, maxItems: 40 }, "What is correlated, each with each."),
    method: Type.Optional(
      Type.Enum(["pearson", "spearman", "kendall", "polychoric"], {
        description:
          "pearson (default): linear; spearman and kendall: by order alone; polychoric: of the attitudes behind ratings of few steps.",
      }),
    ),
    missing: Type.Optional(
      Type.Enum(["pairwise", "listwise"], {
        description:
          "pairwise (default): each pair over those who answered both; listwise: all pairs over those who answered everything.",
      }),
    ),
    controlling: Type.Optional(
      columnsOf(
        ["rating", "number"],
        { minItems: 1, maxItems: 20 },
        "Held fixed in every pair: partial correlations. With pearson only.",
      ),
    ),
  },
  "What rises and falls together? Correlations with intervals, the strongest pairs corrected for their number.",
);
