import type { QuestionAuthoring } from "../type-authoring.ts";
import type { StatementQuestion } from "./schema.ts";

export const statementAuthoring: QuestionAuthoring<StatementQuestion> = {
  mapTexts: (question) => question,
  seconds: () => 0,
  parts: () => [],
  check: () => [],
};
