import { Type } from "typebox";
import { analysisSchema, columnOf, columnsOf } from "./analysis-basis.ts";

export const DriversAnalysis = analysisSchema(
  "drivers",
  {
    outcome: Type.Optional(columnOf(["rating", "number"], "What is to be explained; default measures.overall.")),
    items: Type.Optional(
      columnsOf(
        ["rating", "number"],
        { minItems: 2, maxItems: 60 },
        "What may explain it; default the questions of the indicators.",
      ),
    ),
  },
  "Which items go with the outcome most? Shares of explained variance by Shapley (LMG) and Johnson with intervals, beside regression and simpler measures.",
);
