import type { Answers } from "@manyi/questionnaire/evaluation/evaluate";
import { otherCode } from "@manyi/questionnaire/question/other-text";
import type { Question } from "@manyi/questionnaire/question/question";
import { answerField, otherTextField, stateMark } from "./field-name.ts";

/** A form's fields as answers. Nothing is judged here: what cannot be an answer comes through as it is, and evaluation says what is
 *  wrong with it.
 *  @param questions those of the page; fields of others are left alone
 *  @returns only what was answered */
export function answersOfForm(questions: readonly Question[], fields: URLSearchParams): Answers {
  const answered: [string, unknown][] = [];
  for (const question of questions) {
    const value = answerTo(question, fields);
    if (value !== undefined) answered.push([question.code, value]);
  }
  return Object.fromEntries(answered);
}

function answerTo(question: Question, fields: URLSearchParams): unknown {
  switch (question.type) {
    case "rating":
    case "nps":
      return ratingIn(fields, answerField(question.code));
    case "matrix":
      return rowsIn(question, fields);
    case "single-choice":
      return choiceIn(question.code, question.other !== undefined, fields);
    case "multiple-choice":
      return choicesIn(question.code, question.other !== undefined, fields);
    case "open-text":
      return textIn(fields, answerField(question.code));
    case "statement":
      return undefined;
  }
}

function ratingIn(fields: URLSearchParams, name: string): unknown {
  const value = fields.get(name);
  if (value === null || value === "") return undefined;
  return /^\d{1,2}$/.test(value) ? Number(value) : stateOr(value);
}

function rowsIn(question: Extract<Question, { type: "matrix" }>, fields: URLSearchParams): unknown {
  const rows: [string, unknown][] = [];
  for (const { code } of question.rows) {
    const rating = ratingIn(fields, answerField(question.code, code));
    if (rating !== undefined) rows.push([code, rating]);
  }
  return rows.length === 0 ? undefined : Object.fromEntries(rows);
}

/** Who wrote behind “other” and picked nothing meant “other”; who picked something else took it back. */
function choiceIn(code: string, hasOther: boolean, fields: URLSearchParams): unknown {
  const picked = fields.get(answerField(code)) ?? "";
  const text = hasOther ? textIn(fields, otherTextField(code)) : undefined;
  if (picked === "") return text === undefined ? undefined : { option: otherCode, text };
  if (picked.startsWith(stateMark)) return stateOr(picked);
  return picked === otherCode && text !== undefined ? { option: picked, text } : { option: picked };
}

/** A text behind “other” is one of the answers, ticked or not. A state gives way to options. */
function choicesIn(code: string, hasOther: boolean, fields: URLSearchParams): unknown {
  const values = new Set(fields.getAll(answerField(code)).filter((value) => value !== ""));
  const options = Array.from(values).filter((value) => !value.startsWith(stateMark));
  const state = Array.from(values).find((value) => value.startsWith(stateMark));
  const text = hasOther ? textIn(fields, otherTextField(code)) : undefined;
  if (options.length === 0 && state !== undefined) return stateOr(state);
  if (text !== undefined && !options.includes(otherCode)) options.push(otherCode);
  if (options.length === 0) return undefined;
  return text === undefined ? { options } : { options, text };
}

/** Forms travel with CR LF at line ends; the text was written with LF. */
function textIn(fields: URLSearchParams, name: string): string | undefined {
  const text = (fields.get(name) ?? "").replace(/\r\n?/g, "\n");
  return text.trim() === "" ? undefined : text;
}

function stateOr(value: string): string {
  return value.startsWith(stateMark) ? value.slice(stateMark.length) : value;
}
