import type { QuestionAuthoring } from "../type-authoring.ts";
import type { NpsQuestion } from "./schema.ts";

/** Choosing and tapping once the words are read. */
const decidingSeconds = 3;

export const npsAuthoring: QuestionAuthoring<NpsQuestion> = {
  mapTexts: (question, change) => ({
    ...question,
    low: change(question.low, "needed", ["low"]),
    high: change(question.high, "needed", ["high"]),
  }),
  seconds: () => decidingSeconds,
  parts: () => [],
  check: () => [],
};
