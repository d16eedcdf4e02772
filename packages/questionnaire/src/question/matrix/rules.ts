import { stateCells } from "../../definition/answer-state.ts";
import type { AnswerFault } from "../../evaluation/answer-fault.ts";
import { emptyCells } from "../../item/cells.ts";
import { joinedText } from "../../item/joined-text.ts";
import { labelOf } from "../../item/label-of.ts";
import { readRating } from "../read-rating.ts";
import { faulty, isRecord } from "../reading.ts";
import { pointsOf, scaleOf } from "../scale-of.ts";
import type { QuestionRules } from "../type-rules.ts";
import { wordsOf } from "../words-of.ts";
import type { MatrixQuestion } from "./schema.ts";

/** An answer is an object, row → rating: `{ "speed": 4, "price": "not-applicable" }`. */
export const matrixRules: QuestionRules<MatrixQuestion> = {
  items: (question, scales) => {
    const { code, rows, scale, states = [] } = question;
    return rows.map((row) => ({
      kind: "rating",
      name: rowItem(code, row.code),
      question: code,
      label: rowLabel(labelOf(question), row.text),
      wording: [...wordsOf(question), row.text, ...pointsOf(scale, scales)],
      scale: scaleOf(scale, scales),
      states,
    }));
  },
  rows: ({ rows }) => rows,
  read: (question, value, { scales, showsRow }) => {
    const { code, rows, required = false, states } = question;
    if (value !== undefined && !isRecord(value)) return faulty(code, "form");
    const given = value ?? {};
    const scale = scaleOf(question.scale, scales);
    const cells = emptyCells();
    const faults: AnswerFault[] = [];
    const known = new Set(rows.map((row) => row.code));
    const isForeign = Object.keys(given).some((row) => !known.has(row));
    if (isForeign) faults.push({ question: code, row: null, problem: "row-unknown" });
    let answered = false;
    for (const row of rows) {
      const rating = Object.hasOwn(given, row.code) ? given[row.code] : undefined;
      const read = readRating(rating, scale, states);
      if (!showsRow(row.code)) {
        cells[rowItem(code, row.code)] = stateCells["not-shown"];
        if (read.kind !== "none") faults.push({ question: code, row: row.code, problem: "not-shown" });
      } else if (read.kind === "cell") {
        cells[rowItem(code, row.code)] = read.cell;
        answered = true;
      } else if (read.kind === "fault") {
        faults.push({ question: code, row: row.code, problem: read.problem });
      } else if (required) {
        faults.push({ question: code, row: row.code, problem: "required" });
      }
    }
    return { cells, faults, answered };
  },
};

function rowItem(question: string, row: string): string {
  return `${question}_${row}`;
}

/** A row mostly speaks for itself: “响应速度”. */
function rowLabel(question: MatrixQuestion["text"], row: MatrixQuestion["text"]) {
  return Object.keys(row).length === 0 ? joinedText(question, row) : row;
}
