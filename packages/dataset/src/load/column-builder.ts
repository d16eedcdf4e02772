/** Fills one column from blocks of rows; `gather` then keeps the rows that are analysed. */

import { answerCoder, firstAnswerCode, mostAnswers, unknownAnswer } from "@manyi/study/coding/answer-coder";
import { isCalendarDate } from "@manyi/study/coding/calendar-date";
import type { FaultLog } from "@manyi/study/coding/fault-log";
import { readNumber } from "@manyi/study/coding/number-reader";
import type { RowBlock } from "@manyi/study/data/row-source";
import { missingStates, type Scale } from "@manyi/study/definition/scale";
import type { Column } from "@manyi/study/definition/study-definition";
import type { DataColumn } from "../columns/column.ts";
import { withRoom } from "../columns/growing-array.ts";

export interface ColumnBuilder {
  readonly add: (block: RowBlock, position: number) => void;
  /** @param rows the rows to keep, in order; a row may be kept several times
   *  @returns null for a column that is only checked */
  readonly gather: (rows: Uint32Array) => DataColumn | null;
}

/** What to do with an answer that the code book does not know. */
export type UnknownAnswers = "stop" | "set-aside";

const setAsideCode = missingStates.indexOf("set-aside");

/** Answers by the code book; new answers where the scale is open. */
export function codedBuilder(
  column: Column,
  scale: Scale | undefined,
  faults: FaultLog,
  unknown: UnknownAnswers,
): ColumnBuilder {
  const coder = answerCoder(scale);
  let codes: Uint8Array | Uint16Array = new Uint8Array(0);
  let length = 0;
  const learn = (text: string, line: number): number => {
    const code = coder.learn(text);
    if (code > 255 && codes instanceof Uint8Array) codes = Uint16Array.from(codes);
    if (code >= firstAnswerCode + mostAnswers) {
      faults.addCrowded(column.name, mostAnswers);
      return setAsideCode;
    }
    if (code !== unknownAnswer) return code;
    if (unknown === "stop")
      faults.add("answer-unknown", column.name, text, line, range(coder.answers.map((a) => a.code)));
    return setAsideCode;
  };
  // Most cells of a survey are one digit: those are looked up by their character, not by their hash.
  const byCharacter = new Int32Array(128).fill(unknownAnswer);
  const codeOf = (text: string, line: number): number => {
    const code = coder.known.get(text) ?? learn(text, line);
    const isKnown = text.length === 1 && text.charCodeAt(0) < 128 && coder.known.has(text);
    if (isKnown) byCharacter[text.charCodeAt(0)] = code;
    return code;
  };
  return {
    add: ({ rows, lines }, position) => {
      codes = withRoom(codes, length + rows.length);
      for (let i = 0; i < rows.length; i++) {
        const text = rows[i][position] ?? "";
        const quick = text.length === 1 ? byCharacter[text.charCodeAt(0) & 127] : unknownAnswer;
        const isQuick = quick !== unknownAnswer && text.charCodeAt(0) < 128;
        // First the code: learning it may exchange the array for a wider one.
        const code = isQuick ? quick : codeOf(text, lines[i]);
        codes[length + i] = code;
      }
      length += rows.length;
    },
    gather: (rows) => ({
      kind: "coded",
      name: column.name,
      codes: gathered(codes, rows),
      answers: coder.answers,
    }),
  };
}

/** Dates are checked, not kept: no analysis reads them yet. */
export function dateChecker(column: Column, faults: FaultLog): (block: RowBlock, position: number) => void {
  return ({ rows, lines }, position) => {
    for (let i = 0; i < rows.length; i++) {
      const text = rows[i][position] ?? "";
      if (text.trim() !== "" && !isCalendarDate(text)) faults.add("date-unreadable", column.name, text, lines[i]);
    }
  };
}

/** Numbers within the column's limits; NaN for a blank, a special code, and for what is set aside. */
export function numericBuilder(column: Column, faults: FaultLog, unknown: UnknownAnswers): ColumnBuilder {
  let values = new Float64Array(0);
  let length = 0;
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY, special = {} } = column;
  const read = (text: string, line: number): number => {
    if (text.trim() === "" || Object.hasOwn(special, text.trim())) return Number.NaN;
    const value = readNumber(text);
    if (value !== null && value >= minimum && value <= maximum) return value;
    if (unknown === "stop") {
      if (value === null) faults.add("number-unreadable", column.name, text, line);
      else faults.add("number-out-of-limits", column.name, text, line, `${minimum} – ${maximum}`);
    }
    return Number.NaN;
  };
  return {
    add: ({ rows, lines }, position) => {
      values = withRoom(values, length + rows.length);
      for (let i = 0; i < rows.length; i++) values[length + i] = read(rows[i][position] ?? "", lines[i]);
      length += rows.length;
    },
    gather: (rows) => ({ kind: "numeric", name: column.name, values: gathered(values, rows) }),
  };
}

function gathered<A extends Uint8Array | Uint16Array | Float64Array>(from: A, rows: Uint32Array): A {
  const kept = new (from.constructor as new (length: number) => A)(rows.length);
  for (let i = 0; i < rows.length; i++) kept[i] = from[rows[i]];
  return kept;
}

/** `1–5`, or the codes themselves where they are no run of whole numbers. */
function range(codes: readonly string[]): string {
  const whole = codes.every((code, i) => /^-?\d+$/.test(code) && Number(code) === Number(codes[0]) + i);
  return whole && codes.length > 2 ? `${codes[0]}–${codes.at(-1)}` : codes.slice(0, 8).join(", ");
}
