import type { AnswerFault } from "../../evaluation/answer-fault.ts";
import { emptyCells } from "../../item/cells.ts";
import type { ChoiceItem } from "../../item/item.ts";
import { joinedText } from "../../item/joined-text.ts";
import { labelOf } from "../../item/label-of.ts";
import { otherCode, otherItem, otherTextItems, readOtherText } from "../other-text.ts";
import { readState } from "../read-rating.ts";
import { faulty, isRecord, notAnswered } from "../reading.ts";
import type { QuestionRules, Reading } from "../type-rules.ts";
import type { MultipleChoiceQuestion } from "./schema.ts";

const chosenCells = { yes: "1", no: "0" } as const;

/** An answer is a list of options, with what was written behind “other”, or a state: `{ "options": ["phone", "other"], "text": "…" }`. */
export const multipleChoiceRules: QuestionRules<MultipleChoiceQuestion> = {
  items: (question) => {
    const items = allOptions(question).map(
      ({ code, label }): ChoiceItem => ({
        kind: "choice",
        name: optionItem(question.code, code),
        question: question.code,
        label: joinedText(labelOf(question), label),
        options: [
          { code: chosenCells.no, label: { zh: "未选", en: "Not chosen" } },
          { code: chosenCells.yes, label: { zh: "选中", en: "Chosen" } },
        ],
        states: question.states ?? [],
      }),
    );
    return [...items, ...otherTextItems(question)];
  },
  read: (question, value) => {
    const { code, required = false, states } = question;
    if (value === undefined) return notAnswered(code, required);
    if (typeof value === "string") return readStateOfAll(question, value, states);
    if (!isRecord(value) || !Array.isArray(value.options)) return faulty(code, "form");
    if (Object.keys(value).some((key) => key !== "options" && key !== "text")) return faulty(code, "form");
    const chosen: readonly unknown[] = value.options;
    if (chosen.length === 0 && value.text === undefined) return notAnswered(code, required);
    return readOptions(question, chosen, value.text);
  },
};

function optionItem(question: string, option: string): string {
  return `${question}_${option}`;
}

function allOptions({ options, other }: MultipleChoiceQuestion) {
  return other === undefined ? options : [...options, { code: otherCode, label: other.label }];
}

function readStateOfAll(
  question: MultipleChoiceQuestion,
  value: string,
  states: MultipleChoiceQuestion["states"],
): Reading {
  const read = readState(value, states);
  if (read.kind === "fault") return faulty(question.code, read.problem);
  const cells = emptyCells();
  const cell = read.kind === "cell" ? read.cell : "";
  for (const { code } of allOptions(question)) cells[optionItem(question.code, code)] = cell;
  return { cells, faults: [], answered: true };
}

function readOptions(question: MultipleChoiceQuestion, chosen: readonly unknown[], text: unknown): Reading {
  const { code, options, least = 0, most = Number.POSITIVE_INFINITY } = question;
  const known = allOptions(question);
  const picked = new Set(chosen);
  const codes = new Set<unknown>(known.map((one) => one.code));
  if (!chosen.every((option) => codes.has(option))) return faulty(code, "option-unknown");
  if (picked.size < chosen.length) return faulty(code, "option-twice");
  if (picked.size > 1 && options.some((one) => one.exclusive === true && picked.has(one.code))) {
    return faulty(code, "exclusive-with-others");
  }
  if (picked.size > most) return faulty(code, "too-many", most);
  const behind = readOtherText(question, text, picked.has(otherCode) && question.other !== undefined);
  const cells = emptyCells();
  for (const one of known) {
    cells[optionItem(code, one.code)] = picked.has(one.code) ? chosenCells.yes : chosenCells.no;
  }
  if (behind.kind === "text") cells[otherItem(code)] = behind.text;
  const faults: AnswerFault[] = [];
  const alone = options.some((one) => one.exclusive === true && picked.has(one.code));
  if (picked.size < least && !alone) faults.push({ question: code, row: null, problem: "too-few", limit: least });
  if (behind.kind === "fault") faults.push(...faulty(code, behind.problem, behind.limit).faults);
  return { cells, faults, words: [otherItem(code)], answered: true };
}
