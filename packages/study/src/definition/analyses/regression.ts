import { Type } from "typebox";
import { Code, ColumnName } from "../primitives.ts";
import { analysisSchema, columnOf, columnsOf } from "./analysis-basis.ts";

export const RegressionAnalysis = analysisSchema(
  "regression",
  {
    model: Type.Enum(["linear", "binary-logit", "ordinal-logit"], {
      description:
        "linear: of a rating or number; binary-logit: of a yes or no; ordinal-logit: of a rating whose steps need not be equal.",
    }),
    outcome: columnOf(["rating", "number", "choice"], "What is explained; a choice for binary-logit only."),
    success: Type.Optional(
      Type.Array(Code, {
        minItems: 1,
        maxItems: 200,
        description:
          "binary-logit: the answers that count as yes. A choice needs them; of a rating the default are its best answers.",
      }),
    ),
    predictors: columnsOf(
      ["rating", "number", "choice"],
      { minItems: 1, maxItems: 40 },
      "What explains it: ratings and numbers as they are, each answer of a choice against its reference.",
    ),
    reference: Type.Optional(
      Type.Record(ColumnName, Code, {
        description:
          'For choices among the predictors: the answer that the others are compared with, as { "region": "East" }; default the largest group.',
      }),
    ),
    clusters: Type.Optional(
      columnOf(
        ["choice"],
        "Respondents of one cluster (branch, building) answer alike: errors take this into account.",
      ),
    ),
  },
  "What does the outcome depend on, all predictors held against each other? Coefficients or odds ratios with robust or design-based errors, fit and checks.",
);
