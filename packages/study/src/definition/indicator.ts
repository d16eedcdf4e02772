import { Type } from "typebox";
import type { LocalText } from "./local-text.ts";
import { ColumnName, LocalTextSchema, Name } from "./primitives.ts";

/**
 * The indicator system: a tree from dimension to indicator. A leaf names its question (a column), a branch its
 * children. The top level are the dimensions.
 */
export const IndicatorSchema = Type.Cyclic(
  {
    Indicator: Type.Object(
      {
        code: Name,
        label: LocalTextSchema,
        weight: Type.Optional(
          Type.Number({ minimum: 0, description: "Relative to its siblings; used where index.weights is entered." }),
        ),
        question: Type.Optional(ColumnName),
        importance: Type.Optional(ColumnName),
        owner: Type.Optional(LocalTextSchema),
        stage: Type.Optional(Type.Enum(["pre-sale", "sale", "after-sale"])),
        target: Type.Optional(Type.Number({ minimum: 0, maximum: 100, description: "Index points." })),
        children: Type.Optional(Type.Array(Type.Ref("Indicator"), { minItems: 1, maxItems: 200 })),
      },
      { additionalProperties: false },
    ),
  },
  "Indicator",
);

export interface Indicator {
  readonly code: string;
  readonly label: LocalText;
  readonly weight?: number;
  readonly question?: string;
  readonly importance?: string;
  readonly owner?: LocalText;
  readonly stage?: "pre-sale" | "sale" | "after-sale";
  readonly target?: number;
  readonly children?: readonly Indicator[];
}
