import { errorAt } from "../../check/questionnaire-issue.ts";
import { mapOptions, mapOther, tooFewOptions } from "../option-authoring.ts";
import type { QuestionAuthoring } from "../type-authoring.ts";
import type { MultipleChoiceQuestion } from "./schema.ts";

const decidingSeconds = 5;

export const multipleChoiceAuthoring: QuestionAuthoring<MultipleChoiceQuestion> = {
  mapTexts: (question, change) => ({
    ...question,
    options: mapOptions(question.options, change),
    ...mapOther(question.other, change),
  }),
  // A list is skimmed: half of it.
  seconds: ({ options }, reading) => decidingSeconds + reading(...options.map(({ label }) => label)) / 2,
  parts: ({ options }) => [{ list: "options", codes: options.map(({ code }) => code), isAnswer: true }],
  /** One option alone is a box to tick. */
  check: ({ options, other, least = 1, most }, { at }) => {
    // An exclusive option stands alone: it does not help to reach a number.
    const together = options.filter(({ exclusive }) => exclusive !== true).length + (other === undefined ? 0 : 1);
    const highest = Math.min(most ?? together, together);
    const few = tooFewOptions(together, 1, at);
    const isCrossed = few.length === 0 && least > highest;
    return isCrossed ? [errorAt("limits-crossed", [...at, "least"], { least, most: highest })] : few;
  },
};
