import { Type } from "typebox";
import { LocalTextSchema, Name } from "../primitives.ts";
import { analysisSchema, closed, columnOf, columnsOf } from "./analysis-basis.ts";

const ratings = { minItems: 1, maxItems: 30 } as const;

function block(description: string) {
  return Type.Optional(columnsOf(["rating"], ratings, description));
}

const Blocks = Type.Object(
  {
    image: block("Image: what is associated with the brand or company."),
    expectation: block("Expected quality, as asked before or remembered."),
    quality: block("Perceived quality."),
    value: block("Perceived value: price for the quality, quality for the price."),
    satisfaction: block("Satisfaction: overall, against expectation, against the ideal."),
    complaints: block("Complaints and how they were dealt with; dealt with well is high."),
    loyalty: block("Loyalty: buying again, recommending."),
  },
  { ...closed, description: "For ccsi, acsi and ecsi: the ratings of each construct that the model has." },
);

const Construct = Type.Object(
  {
    code: Name,
    label: Type.Optional(LocalTextSchema),
    items: columnsOf(["rating"], ratings, "Its ratings."),
    mode: Type.Optional(
      Type.Enum(["A", "B"], { description: "A (default): the ratings reflect the construct. B: they make it up." }),
    ),
  },
  closed,
);

const Path = Type.Object(
  {
    from: Type.String({ minLength: 1, maxLength: 100, description: "Code of the construct that acts." }),
    to: Type.String({ minLength: 1, maxLength: 100, description: "Code of the construct that is acted on." }),
  },
  closed,
);

export const PathModelAnalysis = analysisSchema(
  "path-model",
  {
    model: Type.Enum(["ccsi", "acsi", "ecsi", "own"], {
      description:
        "A published satisfaction model (China's, America's, Europe's), which needs `blocks`; or your own, with `constructs` and `paths`.",
    }),
    blocks: Type.Optional(Blocks),
    constructs: Type.Optional(Type.Array(Construct, { minItems: 2, maxItems: 10, description: "Of your own model." })),
    paths: Type.Optional(Type.Array(Path, { minItems: 1, maxItems: 45, description: "Of your own model; no cycle." })),
    index: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 100,
        description: "Construct whose index is wanted and moved by the others; default satisfaction.",
      }),
    ),
    scheme: Type.Optional(
      Type.Enum(["path", "centroid", "factorial"], { description: "Inner weighting; default path." }),
    ),
    estimator: Type.Optional(
      Type.Enum(["pls", "plsc"], {
        description: "plsc: also coefficients corrected for the items' noise (consistent PLS). Default pls.",
      }),
    ),
    resamples: Type.Optional(
      Type.Integer({
        minimum: 200,
        maximum: 10_000,
        description: "Resamples of the bootstrap. Default 1000; fewer, and said so, beyond 20,000 respondents.",
      }),
    ),
    interval: Type.Optional(
      Type.Enum(["percentile", "bca"], { description: "Bootstrap interval; default percentile." }),
    ),
    compareBy: Type.Optional(columnOf(["choice"], "Groups whose models are compared, two by two.")),
    groups: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
        minItems: 2,
        maxItems: 4,
        uniqueItems: true,
        description: "Codes of the groups to compare. Default: all, where there are two to four.",
      }),
    ),
    folds: Type.Optional(
      Type.Integer({
        minimum: 2,
        maximum: 20,
        description: "With it: how well the model predicts people it has not seen (PLSpredict), in so many folds.",
      }),
    ),
  },
  "A satisfaction model of constructs and paths (PLS): index 0–100, what moves it and by how much, reliability and validity.",
);

/** Constructs of the published models. */
export const publishedConstructs = {
  ccsi: ["image", "expectation", "quality", "value", "satisfaction", "loyalty"],
  acsi: ["expectation", "quality", "value", "satisfaction", "complaints", "loyalty"],
  ecsi: ["image", "expectation", "quality", "value", "satisfaction", "complaints", "loyalty"],
} as const;
