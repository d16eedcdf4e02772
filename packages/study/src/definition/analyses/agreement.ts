import { Type } from "typebox";
import { analysisSchema, columnsOf } from "./analysis-basis.ts";

export const AgreementAnalysis = analysisSchema(
  "agreement",
  {
    raters: columnsOf(
      ["choice", "rating"],
      { minItems: 2, maxItems: 20 },
      "One column a rater: their judgements of the same cases, with the same answers.",
    ),
    measure: Type.Optional(
      Type.Enum(["unweighted", "linear", "quadratic"], {
        description:
          "unweighted (default): the same or not; linear and quadratic, of ratings: near misses count in part.",
      }),
    ),
  },
  "Do raters judge alike? Per cent agreement, Cohen's or Fleiss' kappa, Krippendorff's alpha, and of ratings intraclass correlations.",
);
