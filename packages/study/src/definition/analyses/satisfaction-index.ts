import { Type } from "typebox";
import { indexWeightings } from "../index-weightings.ts";
import { Name } from "../primitives.ts";
import { analysisSchema, closed, columnOf } from "./analysis-basis.ts";

const mostCriteria = 15;

const Comparisons = Type.Object(
  {
    criteria: Type.Array(Name, {
      minItems: 2,
      maxItems: mostCriteria,
      uniqueItems: true,
      description:
        "Codes of indicators or dimensions; together they hold every question of the index once. The weight of a dimension is shared equally by its questions.",
    }),
    matrix: Type.Array(
      Type.Array(Type.Number({ exclusiveMinimum: 0, maximum: 1_000 }), { minItems: 2, maxItems: mostCriteria }),
      {
        minItems: 2,
        maxItems: mostCriteria,
        description:
          "A row a criterion, in their order: how many times as much it matters as each of the others (1–9, and 1/2–1/9 as 0.5–0.11).",
      },
    ),
  },
  { ...closed, description: "Judgements in pairs (Saaty's analytic hierarchy process) as one more weighting." },
);

export const IndexAnalysis = analysisSchema(
  "index",
  {
    weightings: Type.Optional(
      Type.Array(Type.Enum([...indexWeightings]), {
        minItems: 1,
        maxItems: indexWeightings.length,
        uniqueItems: true,
        description: "Default: all that the study's questions allow.",
      }),
    ),
    ahp: Type.Optional(Comparisons),
    expectation: Type.Optional(
      columnOf(["rating"], "What was expected: gives satisfaction in per cent of expectation."),
    ),
    satisfaction: Type.Optional(columnOf(["rating"], "What it is compared with; default measures.overall.")),
  },
  "The satisfaction index under different weights of its items, side by side, with intervals and grades; weights from judgements in pairs; satisfaction against expectation.",
);
