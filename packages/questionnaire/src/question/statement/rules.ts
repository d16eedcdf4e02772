import { faulty, notAnswered } from "../reading.ts";
import type { QuestionRules } from "../type-rules.ts";
import type { StatementQuestion } from "./schema.ts";

export const statementRules: QuestionRules<StatementQuestion> = {
  items: () => [],
  read: ({ code }, value) => (value === undefined ? notAnswered(code, false) : faulty(code, "form")),
};
