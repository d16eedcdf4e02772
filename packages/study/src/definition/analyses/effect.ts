import { Type } from "typebox";
import { Code } from "../primitives.ts";
import { analysisSchema, closed, columnOf } from "./analysis-basis.ts";

const Codes = Type.Array(Code, { minItems: 1, maxItems: 200 });

export const EffectAnalysis = analysisSchema(
  "effect",
  {
    kind: Type.Enum(["before-after", "difference-in-differences", "interrupted-series"]),
    question: Type.Optional(
      columnOf(["rating", "number"], "What was to change; default the overall satisfaction. Ratings count 0–100."),
    ),
    time: Type.Object(
      {
        column: Type.Optional(columnOf(["choice"], "Waves or periods; default `waves.column`.")),
        before: Codes,
        after: Codes,
      },
      { ...closed, description: "Codes of the time before the measure and after it, each in the order of time." },
    ),
    treated: Type.Optional(
      Type.Object(
        { column: columnOf(["choice"], "Who had the measure."), codes: Codes },
        { ...closed, description: "For difference-in-differences: all others had none." },
      ),
    ),
    clusters: Type.Optional(columnOf(["choice"], "What had the measure together: branches, villages.")),
    worthwhile: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 1e9,
        description: "Smallest change that matters, decided beforehand; default 0.",
      }),
    ),
    direction: Type.Optional(
      Type.Enum(["higher-is-better", "lower-is-better"], {
        description: "Of a number; ratings always count so that higher is better.",
      }),
    ),
  },
  "Did a measure help? The change with its interval, and a verdict that may be: no evidence.",
);
