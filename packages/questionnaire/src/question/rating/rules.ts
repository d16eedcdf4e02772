import { labelOf } from "../../item/label-of.ts";
import { readRating } from "../read-rating.ts";
import { readingOf } from "../reading.ts";
import { pointsOf, scaleOf } from "../scale-of.ts";
import type { QuestionRules } from "../type-rules.ts";
import { wordsOf } from "../words-of.ts";
import type { RatingQuestion } from "./schema.ts";

/** An answer is a number of the scale, or a state: `4`, `"not-applicable"`. */
export const ratingRules: QuestionRules<RatingQuestion> = {
  items: (question, scales) => {
    const { code, scale, states = [] } = question;
    const label = labelOf(question);
    const wording = [...wordsOf(question), ...pointsOf(scale, scales)];
    return [{ kind: "rating", name: code, question: code, label, wording, scale: scaleOf(scale, scales), states }];
  },
  read: (question, value, { scales }) =>
    readingOf(question, readRating(value, scaleOf(question.scale, scales), question.states)),
};
