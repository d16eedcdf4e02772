/** Apart from `condition.ts`, which runs in browsers without the schema library. */
import { Type } from "typebox";
import { type Condition, itemStates } from "./condition.ts";
import { closed, ItemName, OptionCode } from "./primitives.ts";

/** Where the schema of the questionnaire keeps it; it stands there once, and is referred to. */
export const ConditionReference = Type.Unsafe<Condition>({ $ref: "#/$defs/Condition" });

export const ConditionSchema = Type.Union([
  Type.Object({ all: Type.Array(ConditionReference, { minItems: 1, maxItems: 20 }) }, closed),
  Type.Object({ any: Type.Array(ConditionReference, { minItems: 1, maxItems: 20 }) }, closed),
  Type.Object({ not: ConditionReference }, closed),
  Type.Object(
    { item: ItemName, from: Type.Optional(Type.Number()), to: Type.Optional(Type.Number()) },
    { ...closed, minProperties: 2 },
  ),
  Type.Object({ item: ItemName, oneOf: Type.Array(OptionCode, { minItems: 1, maxItems: 200 }) }, closed),
  Type.Object({ item: ItemName, is: Type.Enum([...itemStates]) }, closed),
]);
