import type { QuestionAuthoring } from "../type-authoring.ts";
import type { OpenTextQuestion } from "./schema.ts";

/** Most leave it empty where they may. */
const optionalSeconds = 8;
const requiredSeconds = 25;

export const openTextAuthoring: QuestionAuthoring<OpenTextQuestion> = {
  mapTexts: (question) => question,
  seconds: ({ required }) => (required === true ? requiredSeconds : optionalSeconds),
  parts: () => [],
  check: () => [],
};
