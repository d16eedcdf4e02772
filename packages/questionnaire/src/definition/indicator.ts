import { Type } from "typebox";
import { Code, closed, ItemName, LocalText } from "./primitives.ts";

/** A node of the indicator system: a leaf names the item that measures it, a branch its children. */
export interface QuestionnaireIndicator {
  readonly code: string;
  readonly label: LocalText;
  readonly item?: string;
  /** Relative to its siblings; used where the weights are entered. */
  readonly weight?: number;
  /** Item in which respondents said how important it is. */
  readonly importance?: string;
  readonly children?: readonly QuestionnaireIndicator[];
}

export const QuestionnaireIndicator = Type.Unsafe<QuestionnaireIndicator>(
  Type.Cyclic(
    {
      Indicator: Type.Object(
        {
          code: Code,
          label: LocalText,
          item: Type.Optional(ItemName),
          weight: Type.Optional(Type.Number({ minimum: 0 })),
          importance: Type.Optional(ItemName),
          children: Type.Optional(Type.Array(Type.Ref("Indicator"), { minItems: 1, maxItems: 200 })),
        },
        closed,
      ),
    },
    "Indicator",
  ),
);
