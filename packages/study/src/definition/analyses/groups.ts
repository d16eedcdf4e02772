import { Type } from "typebox";
import { analysisSchema, closed, columnOf, columnsOf } from "./analysis-basis.ts";
import { correctionOf } from "./correction.ts";

const Pair = Type.Object(
  {
    first: columnOf(["rating", "number"], "The first answer."),
    second: columnOf(["rating", "number"], "The second answer of the same people, on the same scale."),
  },
  closed,
);

export const GroupsAnalysis = analysisSchema(
  "groups",
  {
    test: Type.Optional(
      Type.Enum(["means", "ranks", "paired"], {
        description:
          "means (default): Welch's t and analysis of variance, Games–Howell; ranks: Kruskal–Wallis, Dunn; paired: two answers of the same people.",
      }),
    ),
    outcomes: Type.Optional(
      columnsOf(["rating", "number"], { minItems: 1, maxItems: 50 }, "means, ranks: what is compared."),
    ),
    by: Type.Optional(columnOf(["choice", "rating"], "means, ranks: column of the groups.")),
    pairs: Type.Optional(
      Type.Array(Pair, { minItems: 1, maxItems: 50, description: "paired: the answers that are compared." }),
    ),
    correction: correctionOf("Of the tests of several outcomes and pairs; Games–Howell needs none."),
    clusters: Type.Optional(
      columnOf(
        ["choice"],
        "means, ranks: respondents of one cluster (branch, building) answer alike; tests take this into account.",
      ),
    ),
  },
  "Do groups differ, and which? Means or ranks with intervals, the test of all, the tests of pairs corrected, effect sizes.",
);
