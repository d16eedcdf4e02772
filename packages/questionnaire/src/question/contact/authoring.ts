import type { QuestionAuthoring } from "../type-authoring.ts";
import type { ContactQuestion } from "./schema.ts";

/** Typing it. */
const decidingSeconds = 12;

export const contactAuthoring: QuestionAuthoring<ContactQuestion> = {
  mapTexts: (question) => question,
  seconds: () => decidingSeconds,
  parts: () => [],
  check: () => [],
};
