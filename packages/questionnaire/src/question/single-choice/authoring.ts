import { mapOptions, mapOther, tooFewOptions } from "../option-authoring.ts";
import type { QuestionAuthoring } from "../type-authoring.ts";
import type { SingleChoiceQuestion } from "./schema.ts";

const decidingSeconds = 2.5;

export const singleChoiceAuthoring: QuestionAuthoring<SingleChoiceQuestion> = {
  mapTexts: (question, change) => ({
    ...question,
    options: mapOptions(question.options, change),
    ...mapOther(question.other, change),
  }),
  // A list is skimmed until the fitting option is found: half of it.
  seconds: ({ options }, reading) => decidingSeconds + reading(...options.map(({ label }) => label)) / 2,
  parts: ({ options }) => [{ list: "options", codes: options.map(({ code }) => code), isAnswer: true }],
  check: ({ options, other }, { at }) => tooFewOptions(options.length + (other === undefined ? 0 : 1), 2, at),
};
