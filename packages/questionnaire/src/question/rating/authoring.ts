import { unknownScale } from "../known-scale.ts";
import type { QuestionAuthoring } from "../type-authoring.ts";
import type { RatingQuestion } from "./schema.ts";

/** Choosing and tapping once the words are read. */
const decidingSeconds = 3;

export const ratingAuthoring: QuestionAuthoring<RatingQuestion> = {
  mapTexts: (question) => question,
  seconds: () => decidingSeconds,
  parts: () => [],
  check: ({ scale }, place) => unknownScale(scale, place),
};
