import { errorAt } from "../../check/questionnaire-issue.ts";
import type { QuestionAuthoring } from "../type-authoring.ts";
import type { NumberQuestion } from "./schema.ts";

/** Recalling and typing. */
const decidingSeconds = 6;

export const numberAuthoring: QuestionAuthoring<NumberQuestion> = {
  mapTexts: (question, change) =>
    question.unit === undefined ? question : { ...question, unit: change(question.unit, "optional", ["unit"]) },
  seconds: () => decidingSeconds,
  parts: () => [],
  check: ({ minimum, maximum }, { at }) =>
    minimum !== undefined && maximum !== undefined && minimum >= maximum
      ? [errorAt("bounds-crossed", [...at, "minimum"], { least: minimum, most: maximum })]
      : [],
};
