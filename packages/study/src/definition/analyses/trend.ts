import { Type } from "typebox";
import { Code } from "../primitives.ts";
import { analysisSchema, closed, columnOf, columnsOf } from "./analysis-basis.ts";

export const TrendAnalysis = analysisSchema(
  "trend",
  {
    questions: Type.Optional(
      columnsOf(
        ["rating"],
        { minItems: 1, maxItems: 20 },
        "Default: the overall satisfaction, then the recommendation.",
      ),
    ),
    over: Type.Optional(columnOf(["choice"], "Waves or periods; default `waves.column`.")),
    times: Type.Optional(
      Type.Record(Code, Type.Number({ minimum: -1e9, maximum: 1e9 }), {
        description: "Time of each wave's code, where they are not equally far apart: a year, a month counted on.",
      }),
    ),
    chart: Type.Optional(
      Type.Object(
        {
          kind: Type.Enum(["p", "laney", "xmr", "ewma"], {
            description:
              "p: share by binomial limits; laney: the same for large samples; xmr: single values; ewma: small lasting shifts.",
          }),
          run: Type.Optional(
            Type.Integer({
              minimum: 5,
              maximum: 20,
              description: "Waves in a row on one side that are a signal; default 8.",
            }),
          ),
        },
        closed,
      ),
    ),
  },
  "Does it rise or fall from wave to wave, and is a wave outside its usual coming and going?",
);
