import { Type } from "typebox";
import { ConditionReference } from "../definition/condition-schema.ts";
import { Code, LocalText } from "../definition/primitives.ts";

/** What every question has. */
export const common = {
  code: Code,
  text: LocalText,
  help: Type.Optional(LocalText),
  showIf: Type.Optional(ConditionReference),
};

/** What every question has that can be answered. */
export const answerable = {
  ...common,
  label: Type.Optional({ ...LocalText, description: "A short name for results; default the text of the question." }),
  required: Type.Optional(Type.Boolean({ description: "Default: may be left out." })),
  requiredIf: Type.Optional(ConditionReference),
};
