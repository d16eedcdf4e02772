import { labelOf } from "../../item/label-of.ts";
import { faulty, notAnswered } from "../reading.ts";
import type { QuestionRules } from "../type-rules.ts";
import { usualLongest } from "./longest.ts";
import type { OpenTextQuestion } from "./schema.ts";

/** An answer is a text, kept exactly as it was written. */
export const openTextRules: QuestionRules<OpenTextQuestion> = {
  items: (question) => [{ kind: "text", name: question.code, question: question.code, label: labelOf(question) }],
  read: ({ code, required = false, longest = usualLongest }, value) => {
    if (value === undefined) return notAnswered(code, required);
    if (typeof value !== "string") return faulty(code, "form");
    if (value.length > longest) return faulty(code, "too-long", longest);
    // Blanks alone say nothing.
    if (value.trim() === "") return notAnswered(code, required);
    return { cells: { [code]: value }, faults: [], words: [code], answered: true };
  },
};
