import { Type } from "typebox";
import { Code } from "../primitives.ts";
import { analysisSchema, closed, columnOf } from "./analysis-basis.ts";

const Condition = Type.Object(
  {
    column: columnOf(["choice", "rating"], "Column of the condition."),
    codes: Type.Array(Code, { minItems: 1, maxItems: 200 }),
  },
  closed,
);

export const SuppressionAnalysis = analysisSchema(
  "suppression",
  {
    rows: columnOf(["choice", "rating"], "Rows of a table of respondents."),
    by: columnOf(["choice", "rating"], "Its columns."),
    minimum: Type.Optional(
      Type.Integer({ minimum: 5, maximum: 1_000, description: "Default, and at least, that of the study." }),
    ),
    filters: Type.Optional(
      Type.Array(Type.Array(Condition, { minItems: 1, maxItems: 5 }), {
        minItems: 1,
        maxItems: 12,
        description: "Filters whose results are to stand beside each other: which of them would give few people away?",
      }),
    ),
  },
  "Which cells of a table must be hidden so that nobody is recognised, and why.",
);
