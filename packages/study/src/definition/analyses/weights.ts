import { Type } from "typebox";
import { Code } from "../primitives.ts";
import { analysisSchema, closed, columnOf, columnsOf } from "./analysis-basis.ts";

const Target = Type.Number({ minimum: 0, maximum: 1e12 });

/** Known shares or counts of the population by the codes of one column. */
export const Margin = Type.Object(
  {
    column: columnOf(["choice", "rating"], "Column whose population is known."),
    targets: Type.Record(Code, Target, {
      minProperties: 1,
      description: "Share (0–1), per cent or count of the population by code.",
    }),
  },
  closed,
);

const Crossed = Type.Object(
  {
    columns: columnsOf(["choice", "rating"], { minItems: 2, maxItems: 4 }, "Columns whose crossing is known."),
    cells: Type.Array(Type.Object({ codes: Type.Array(Code, { minItems: 2, maxItems: 4 }), target: Target }, closed), {
      minItems: 1,
      maxItems: 2_000,
      description: "A code of each column, and the share or count of the population.",
    }),
  },
  closed,
);

export const WeightsAnalysis = analysisSchema(
  "weights",
  {
    margins: Type.Optional(
      Type.Array(Margin, {
        minItems: 1,
        maxItems: 10,
        description: "One margin: post-stratification; several: raking.",
      }),
    ),
    crossed: Type.Optional(Crossed),
    trim: Type.Optional(
      Type.Object(
        {
          lower: Type.Optional(Type.Number({ minimum: 0, exclusiveMaximum: 1, description: "Default 0." })),
          upper: Type.Number({ exclusiveMinimum: 1, maximum: 100 }),
        },
        { ...closed, description: "Bounds of the weights, in multiples of their mean." },
      ),
    ),
    question: Type.Optional(
      columnOf(
        ["rating", "number"],
        "Question in which the weights' effect is shown; default the overall satisfaction.",
      ),
    ),
  },
  "Weights that make the returns agree with the population: what they would be, cost and change. The report keeps its own.",
);
