import { Type } from "typebox";
import { Code } from "../primitives.ts";
import { analysisSchema, closed, columnOf } from "./analysis-basis.ts";
import { Margin } from "./weights.ts";

/** Names of the AAPOR's outcomes of a case. */
export const dispositionNames = [
  "completed",
  "partial",
  "refused",
  "nonContact",
  "other",
  "unknownHousehold",
  "unknownOther",
  "notEligible",
] as const;
export type DispositionName = (typeof dispositionNames)[number];

const Count = Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000 }));

const Dispositions = Type.Object(
  {
    completed: Count,
    partial: Count,
    refused: Count,
    nonContact: Count,
    other: Count,
    unknownHousehold: Count,
    unknownOther: Count,
    notEligible: Count,
  },
  {
    ...closed,
    description: "Cases by outcome, as the AAPOR names them; left out: 0. Completed: default the respondents.",
  },
);

export const ResponseRatesAnalysis = analysisSchema(
  "response-rates",
  {
    dispositions: Type.Optional(Dispositions),
    outcomes: Type.Optional(
      Type.Object(
        {
          column: columnOf(["choice"], "Outcome of each case, where the data hold those without an answer as well."),
          codes: Type.Record(Code, Type.Enum([...dispositionNames]), { minProperties: 1 }),
        },
        closed,
      ),
    ),
    eligibility: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 1,
        description:
          "e: share of the cases of unknown eligibility that count as eligible; default as among the known ones.",
      }),
    ),
    frame: Type.Optional(
      Type.Array(Margin, {
        minItems: 1,
        maxItems: 10,
        description: "Makeup of those who were drawn, or of all customers.",
      }),
    ),
  },
  "What became of those who were asked: response, cooperation, refusal and contact rates; returns against the frame.",
);
