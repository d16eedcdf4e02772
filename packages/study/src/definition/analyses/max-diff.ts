import { Type } from "typebox";
import { Code, LocalTextSchema } from "../primitives.ts";
import { analysisSchema, closed, columnOf } from "./analysis-basis.ts";

const shownItems = { minItems: 3, maxItems: 12, uniqueItems: true } as const;

const Item = Type.Object({ code: Code, label: Type.Optional(LocalTextSchema) }, closed);

const Task = Type.Object(
  {
    shown: Type.Optional(
      Type.Array(Code, {
        ...shownItems,
        description: "Codes of the items on this screen, where everybody saw the same.",
      }),
    ),
    best: columnOf(["choice"], "Code of the item that matters most."),
    worst: columnOf(["choice"], "Code of the item that matters least."),
  },
  closed,
);

const Version = Type.Object(
  {
    code: Code,
    shown: Type.Array(Type.Array(Code, shownItems), {
      minItems: 1,
      maxItems: 40,
      description: "Items of each screen, in the order of the tasks.",
    }),
  },
  closed,
);

const Versions = Type.Object(
  {
    column: columnOf(["choice"], "Which version a respondent answered."),
    designs: Type.Array(Version, { minItems: 1, maxItems: 300 }),
  },
  { ...closed, description: "Where versions of the questionnaire showed different items." },
);

export const MaxDiffAnalysis = analysisSchema(
  "max-diff",
  {
    items: Type.Array(Item, { minItems: 3, maxItems: 60, description: "What was compared; code as in the data." }),
    tasks: Type.Array(Task, { minItems: 1, maxItems: 40, description: "The screens, one best and one worst each." }),
    versions: Type.Optional(Versions),
  },
  "Best–worst scaling (MaxDiff): what matters most when one has to choose; count scores and shares of preference by a logit model, with intervals.",
);
