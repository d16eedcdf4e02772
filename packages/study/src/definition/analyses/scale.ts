import { Type } from "typebox";
import { analysisSchema, columnsOf } from "./analysis-basis.ts";

export const ScaleAnalysis = analysisSchema(
  "scale",
  {
    questions: Type.Optional(
      columnsOf(
        ["rating"],
        { minItems: 1, maxItems: 60 },
        "Default: the measures of the study and the questions of its indicators.",
      ),
    ),
  },
  "What the same answers amount to on 0–100 by range, by maximum and by a table of marks, and how the answers are distributed.",
);
