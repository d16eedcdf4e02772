import { Type } from "typebox";
import { Code } from "../primitives.ts";
import { analysisSchema, closed, columnOf, columnsOf } from "./analysis-basis.ts";

export const RetentionAnalysis = analysisSchema(
  "retention",
  {
    duration: columnOf(["number"], "How long each customer has stayed, so far or until leaving."),
    event: Type.Object(
      {
        column: columnOf(["choice"], "Whether the customer has left."),
        codes: Type.Array(Code, { minItems: 1, maxItems: 50, description: "Answers that mean: left." }),
      },
      closed,
    ),
    unit: Type.Optional(
      Type.Enum(["days", "weeks", "months", "quarters", "years"], { description: "Of the duration; default months." }),
    ),
    times: Type.Optional(
      Type.Array(Type.Number({ minimum: 0, maximum: 1e6 }), {
        minItems: 1,
        maxItems: 6,
        uniqueItems: true,
        description: "Retention is shown after these; default quarters of the time observed.",
      }),
    ),
    by: Type.Optional(columnOf(["choice"], "Groups or cohorts that are compared.")),
    covariates: Type.Optional(
      columnsOf(["rating", "number", "choice"], { minItems: 1, maxItems: 15 }, "Predictors of leaving (Cox's model)."),
    ),
    propensity: Type.Optional(
      columnsOf(
        ["rating", "number", "choice"],
        { minItems: 1, maxItems: 15 },
        "Predictors of having left by now (logit), whatever the time.",
      ),
    ),
  },
  "How long customers stay: retention curve, groups compared, what goes with leaving.",
);
