import type { ItemScale } from "../../item/item.ts";
import { labelOf } from "../../item/label-of.ts";
import { readRating } from "../read-rating.ts";
import { readingOf } from "../reading.ts";
import type { QuestionRules } from "../type-rules.ts";
import { wordsOf } from "../words-of.ts";
import type { NpsQuestion } from "./schema.ts";

/** No scale of a questionnaire can have this name: codes know no hyphen. */
export const npsScale: ItemScale = { name: "nps-0-10", minimum: 0, maximum: 10 };

/** An answer is a number from 0 to 10, or a state. */
export const npsRules: QuestionRules<NpsQuestion> = {
  items: (question) => {
    const { code, low, high, states = [] } = question;
    const wording = [...wordsOf(question), low, high];
    return [{ kind: "rating", name: code, question: code, label: labelOf(question), wording, scale: npsScale, states }];
  },
  read: (question, value) => readingOf(question, readRating(value, npsScale, question.states)),
};
