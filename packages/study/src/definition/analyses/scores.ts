import { Type } from "typebox";
import { analysisSchema, columnOf, columnsOf } from "./analysis-basis.ts";

export const ScoresAnalysis = analysisSchema(
  "scores",
  {
    questions: Type.Optional(
      columnsOf(
        ["rating"],
        { minItems: 1, maxItems: 60 },
        "Default: the measures of the study and the questions of its indicators.",
      ),
    ),
    nps: Type.Optional(
      columnsOf(
        ["rating"],
        { minItems: 1, maxItems: 10 },
        "Which of them ask for a recommendation on 0–10 and so have a Net Promoter Score; default measures.nps.",
      ),
    ),
    by: Type.Optional(columnOf(["choice"], "Groups to compare: region, wave, customer type.")),
    compare: Type.Optional(
      Type.Enum(["mean", "top-share"], {
        description:
          "What groups are compared by: the mean (default) or the share of the best answers. A recommendation is always compared by its Net Promoter Score.",
      }),
    ),
  },
  "Scores of single questions: mean, median, shares of the best and worst answers, Net Promoter Score and effort score, each with n and interval; by group, each group against the others.",
);
