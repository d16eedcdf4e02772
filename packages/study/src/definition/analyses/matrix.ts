import { Type } from "typebox";
import { analysisSchema } from "./analysis-basis.ts";

export const MatrixAnalysis = analysisSchema(
  "matrix",
  {
    importance: Type.Optional(
      Type.Enum(["stated", "derived-correlation", "derived-partial"], {
        description:
          "stated: as respondents rated it; derived: correlation with the overall satisfaction, alone or with the other indicators held fixed. Default: stated where it was asked.",
      }),
    ),
    crosshair: Type.Optional(
      Type.Enum(["means", "medians", "scale"], {
        description:
          "Where the two lines stand: means (default) or medians of the indicators, or the middle of the scales (stated importance only).",
      }),
    ),
  },
  "Importance–performance matrix of the indicators: what to improve first, and what can wait.",
);
