import { Type } from "typebox";
import { analysisSchema, columnOf, columnsOf } from "./analysis-basis.ts";

export const MissingAnalysis = analysisSchema(
  "missing",
  {
    items: Type.Optional(
      columnsOf(["rating", "number"], { minItems: 2, maxItems: 40 }, "Default: the questions of the indicator system."),
    ),
    question: Type.Optional(
      columnOf(
        ["rating", "number"],
        "Those who left an item out are compared in it; default the overall satisfaction.",
      ),
    ),
    patterns: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 50, description: "Patterns shown, the most frequent first; default 10." }),
    ),
    imputations: Type.Optional(
      Type.Integer({
        minimum: 2,
        maximum: 100,
        description: "Completed data sets of a multiple imputation; default none.",
      }),
    ),
  },
  "What is not answered, together with what, by whom, and what that does to the means.",
);
