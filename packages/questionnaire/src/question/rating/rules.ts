import { labelOf } from "../../item/label-of.ts";
import { readRating } from "../read-rating.ts";
import { readingOf } from "../reading.ts";
import { scaleOf } from "../scale-of.ts";
import type { QuestionRules } from "../type-rules.ts";
import type { RatingQuestion } from "./schema.ts";

/** An answer is a number of the scale, or a state: `4`, `"not-applicable"`. */
export const ratingRules: QuestionRules<RatingQuestion> = {
  items: (question, scales) => {
    const { code, scale, states = [] } = question;
    const label = labelOf(question);
    return [{ kind: "rating", name: code, question: code, label, scale: scaleOf(scale, scales), states }];
  },
  read: (question, value, { scales }) =>
    readingOf(question, readRating(value, scaleOf(question.scale, scales), question.states)),
};
