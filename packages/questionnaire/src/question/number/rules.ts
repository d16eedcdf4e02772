import { labelOf } from "../../item/label-of.ts";
import { readState } from "../read-rating.ts";
import { faulty, isRecord, notAnswered, readingOf } from "../reading.ts";
import type { QuestionRules, Reading } from "../type-rules.ts";
import { largestNumber } from "./largest-number.ts";
import type { NumberQuestion } from "./schema.ts";
import { writtenNumber } from "./written-number.ts";

/** An answer is a number, as such or as it was written, or a state: `12.5`, `{ "text": "1,234.5" }`, `"refused"`. */
export const numberRules: QuestionRules<NumberQuestion> = {
  items: (question) => {
    const { code, minimum = null, maximum = null, states = [] } = question;
    return [{ kind: "number", name: code, question: code, label: labelOf(question), minimum, maximum, states }];
  },
  read: (question, value) => {
    const { code, required = false, states } = question;
    if (value === undefined) return notAnswered(code, required);
    if (typeof value === "string") return readingOf(question, readState(value, states));
    if (typeof value === "number" && Number.isFinite(value)) return readNumber(question, value);
    if (!isRecord(value) || typeof value.text !== "string" || Object.keys(value).length > 1)
      return faulty(code, "form");
    if (value.text.trim() === "") return notAnswered(code, required);
    const written = writtenNumber(value.text);
    return written === null ? faulty(code, "not-a-number") : readNumber(question, written);
  },
};

function readNumber({ code, minimum, maximum, decimals = 0 }: NumberQuestion, value: number): Reading {
  const least = minimum ?? -largestNumber;
  const most = maximum ?? largestNumber;
  if (value < least) return faulty(code, "too-small", least);
  if (value > most) return faulty(code, "too-large", most);
  if (Number(value.toFixed(decimals)) !== value) return faulty(code, "too-precise", decimals);
  // −0 is 0 written oddly.
  return { cells: { [code]: digitsOf(value === 0 ? 0 : value) }, faults: [], answered: true };
}

/** Without an exponent, which small numbers would have. */
function digitsOf(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(6).replace(/0+$/, "") : text;
}
