import { emptyCells } from "../../item/cells.ts";
import { labelOf } from "../../item/label-of.ts";
import { otherCode, otherItem, otherTextItems, readOtherText } from "../other-text.ts";
import { readState } from "../read-rating.ts";
import { faulty, isRecord, notAnswered, readingOf } from "../reading.ts";
import type { QuestionRules, Reading } from "../type-rules.ts";
import type { SingleChoiceQuestion } from "./schema.ts";

/** An answer is an option, with what was written behind “other”, or a state: `{ "option": "other", "text": "…" }`. */
export const singleChoiceRules: QuestionRules<SingleChoiceQuestion> = {
  items: (question) => {
    const { code, options, other, states = [] } = question;
    const all = other === undefined ? options : [...options, { code: otherCode, label: other.label }];
    return [
      { kind: "choice", name: code, question: code, label: labelOf(question), options: all, states },
      ...otherTextItems(question),
    ];
  },
  read: (question, value) => {
    const { code, required = false, states } = question;
    if (value === undefined) return notAnswered(code, required);
    if (typeof value === "string") return readingOf(question, readState(value, states));
    if (!isRecord(value) || typeof value.option !== "string") return faulty(code, "form");
    if (Object.keys(value).some((key) => key !== "option" && key !== "text")) return faulty(code, "form");
    return readOption(question, value.option, value.text);
  },
};

function readOption(question: SingleChoiceQuestion, option: string, text: unknown): Reading {
  const { code, options, other } = question;
  const isOther = other !== undefined && option === otherCode;
  if (!isOther && !options.some((known) => known.code === option)) return faulty(code, "option-unknown");
  const behind = readOtherText(question, text, isOther);
  const cells = emptyCells();
  cells[code] = option;
  if (behind.kind === "text") cells[otherItem(code)] = behind.text;
  if (behind.kind !== "fault") return { cells, faults: [], words: [otherItem(code)], answered: true };
  return { ...faulty(code, behind.problem, behind.limit), cells };
}
