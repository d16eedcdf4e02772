import { Type } from "typebox";
import { LocalTextSchema } from "../primitives.ts";
import { analysisSchema, closed, columnOf } from "./analysis-basis.ts";

const share = (description: string) => Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1, description });
const above0 = (description: string) => Type.Number({ exclusiveMinimum: 0, maximum: 1e12, description });

/** What every question about a size may say besides its own. */
const circumstances = {
  label: Type.Optional(LocalTextSchema),
  designEffect: Type.Optional(
    Type.Number({
      minimum: 0.05,
      maximum: 100,
      description: "Variance over that of a simple random sample; default 1.",
    }),
  ),
  responseRate: Type.Optional(
    Type.Number({
      exclusiveMinimum: 0,
      maximum: 1,
      description: "Share of the invited who will answer, 0–1; default 1.",
    }),
  ),
};

const population = Type.Optional(
  Type.Integer({ minimum: 1, maximum: 1_000_000_000_000, description: "Customers there are; default: very many." }),
);

const power = Type.Optional(
  Type.Number({ exclusiveMinimum: 0, exclusiveMaximum: 1, description: "Chance to see the difference; default 0.8." }),
);

const Question = Type.Union(
  [
    Type.Object(
      {
        kind: Type.Literal("proportion"),
        margin: share("Half the width of the interval, 0.03 for ± 3 points."),
        expected: Type.Optional(
          Type.Number({ minimum: 0, maximum: 1, description: "Share expected; default 0.5, the most cautious." }),
        ),
        population,
        ...circumstances,
      },
      closed,
    ),
    Type.Object(
      {
        kind: Type.Literal("mean"),
        margin: above0("Half the width of the interval, in the unit of the answers."),
        standardDeviation: above0("Of the answers, expected."),
        population,
        ...circumstances,
      },
      closed,
    ),
    Type.Object(
      {
        kind: Type.Literal("difference"),
        first: share("Share in one group."),
        second: share("Share in the other."),
        power,
        ...circumstances,
      },
      closed,
    ),
    Type.Object(
      {
        kind: Type.Literal("mean-difference"),
        difference: above0("Between the means of two groups, in the unit of the answers."),
        standardDeviation: above0("Of the answers within a group, expected."),
        power,
        ...circumstances,
      },
      closed,
    ),
  ],
  { description: "A precision, or a difference between two groups, that is wanted." },
);

const Stratum = Type.Object(
  {
    label: LocalTextSchema,
    size: Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: "Customers in the stratum." }),
    standardDeviation: Type.Optional(
      Type.Number({ minimum: 0, maximum: 1e9, description: "Of the answers, expected; for neyman and cost." }),
    ),
    cost: Type.Optional(above0("Of one interview; for cost.")),
  },
  closed,
);

const Allocation = Type.Object(
  {
    strata: Type.Array(Stratum, { minItems: 1, maxItems: 200 }),
    total: Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: "Answers to share out." }),
    method: Type.Optional(
      Type.Enum(["proportional", "neyman", "equal", "cost"], {
        description: "proportional (default), neyman: most certain total, equal: for comparing strata, cost.",
      }),
    ),
  },
  closed,
);

export const SamplingAnalysis = analysisSchema(
  "sampling",
  {
    questions: Type.Optional(Type.Array(Question, { minItems: 1, maxItems: 30 })),
    allocation: Type.Optional(Allocation),
    question: Type.Optional(
      columnOf(["rating"], "Question whose precision reached is shown; default the overall satisfaction."),
    ),
    population,
  },
  "How many answers a precision takes, how a sample is shared out, and which precision this study has reached.",
);
