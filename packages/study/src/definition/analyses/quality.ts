import { Type } from "typebox";
import { Code, LocalTextSchema } from "../primitives.ts";
import { analysisSchema, closed, columnOf, columnsOf } from "./analysis-basis.ts";

const Contradiction = Type.Object(
  {
    label: LocalTextSchema,
    all: Type.Array(
      Type.Object(
        {
          column: columnOf(["rating", "choice"], "Column of the answer."),
          codes: Type.Array(Code, { minItems: 1, maxItems: 200 }),
        },
        closed,
      ),
      { minItems: 2, maxItems: 6, description: "Answers that cannot all be meant." },
    ),
  },
  closed,
);

export const QualityAnalysis = analysisSchema(
  "quality",
  {
    items: Type.Optional(
      columnsOf(["rating"], { minItems: 2, maxItems: 400 }, "In the order asked; default all ratings of the study."),
    ),
    seconds: Type.Optional(columnOf(["number"], "Time taken.")),
    speederDivisor: Type.Optional(
      Type.Number({
        exclusiveMinimum: 1,
        maximum: 20,
        description: "Faster than the median time over this; default 3.",
      }),
    ),
    longString: Type.Optional(
      Type.Integer({
        minimum: 2,
        maximum: 400,
        description: "Equal answers in a row that raise a flag; default half of the items of a scale, at least 6.",
      }),
    ),
    leastVariability: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 10,
        description:
          "Standard deviation of a respondent's own answers (0–100) below which a flag is raised; default 5.",
      }),
    ),
    outlierProbability: Type.Optional(
      Type.Number({ exclusiveMinimum: 0, maximum: 0.1, description: "Of Mahalanobis distances; default 0.001." }),
    ),
    contradictions: Type.Optional(Type.Array(Contradiction, { minItems: 1, maxItems: 20 })),
    question: Type.Optional(
      columnOf(
        ["rating", "number"],
        "Compared with and without flagged respondents; default the overall satisfaction.",
      ),
    ),
    flagsToLeaveOut: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 6,
        description: "Respondents with so many flags are left out of that comparison; default 2.",
      }),
    ),
  },
  "Was the questionnaire read? Speeders, straight lines, odd combinations, duplicates, and what they change.",
);
