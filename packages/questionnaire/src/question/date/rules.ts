import { isAnswerState } from "../../definition/answer-state.ts";
import { labelOf } from "../../item/label-of.ts";
import { readState } from "../read-rating.ts";
import { faulty, notAnswered, readingOf } from "../reading.ts";
import type { QuestionRules } from "../type-rules.ts";
import { isDay } from "./is-day.ts";
import type { DateQuestion } from "./schema.ts";

/** An answer is a day, or a state: `"2026-11-22"`, `"dont-know"`. */
export const dateRules: QuestionRules<DateQuestion> = {
  items: (question) => {
    const { code, states = [] } = question;
    return [{ kind: "date", name: code, question: code, label: labelOf(question), states }];
  },
  read: (question, value) => {
    const { code, required = false, states, earliest, latest } = question;
    if (value === undefined) return notAnswered(code, required);
    if (typeof value !== "string") return faulty(code, "form");
    if (isAnswerState(value)) return readingOf(question, readState(value, states));
    if (!isDay(value)) return faulty(code, "not-a-day");
    // Days in this form sort as texts.
    if (earliest !== undefined && value < earliest) return faulty(code, "too-early", earliest);
    if (latest !== undefined && value > latest) return faulty(code, "too-late", latest);
    return { cells: { [code]: value }, faults: [], answered: true };
  },
};
