/** The lines that were not imported, as a table for people. */
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { LineFault } from "@manyi/dataset/load/faulty-line";
import type { RejectedLine } from "../import/rejected-lines.ts";
import { byteOrderMark, csvLine, inertCell } from "./csv-line.ts";

const header = {
  zh: ["行号", "列", "内容", "原因"],
  en: ["line", "column", "text", "reason"],
} as const;

const reasons: Readonly<Record<"zh" | "en", Readonly<Record<LineFault, string>>>> = {
  zh: {
    "row-length": "单元格数与表头不同",
    "text-not-kept": "有无法保存的字符",
    "answer-unknown": "不是该列量表中的答案",
    "number-unreadable": "不是数字",
    "number-out-of-limits": "超出该列允许的范围",
    "date-unreadable": "不是日期",
    "frequency-wrong": "不是人数（应为不小于 0 的整数）",
    "weight-wrong": "不是有效权重（应为不小于 0 的数字）",
    "key-twice": "编号在前面的行里已经出现过",
    "key-known-already": "编号在这个项目里已经有了",
  },
  en: {
    "row-length": "not as many cells as the header has",
    "text-not-kept": "holds characters that cannot be kept",
    "answer-unknown": "no answer of the column's scale",
    "number-unreadable": "no number",
    "number-out-of-limits": "outside the limits of the column",
    "date-unreadable": "no date",
    "frequency-wrong": "no whole number of respondents (0 or more)",
    "weight-wrong": "no weight (a number of 0 or more)",
    "key-twice": "the key has already stood in an earlier line",
    "key-known-already": "the key is in this programme already",
  },
};

/** @param kept the rejected lines as they were kept; null where there are none */
export function rejectedCsv(kept: Readable | null, language: "zh" | "en"): Readable {
  return Readable.from(csvLines(kept, language), { objectMode: false });
}

async function* csvLines(kept: Readable | null, language: "zh" | "en"): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(header[language]);
  if (kept === null) return;
  for await (const line of createInterface({ input: kept, crlfDelay: Number.POSITIVE_INFINITY })) {
    // The import wrote it.
    const { line: number, column, text, fault } = JSON.parse(line) as RejectedLine;
    yield csvLine([String(number), inertCell(column), inertCell(text), reasons[language][fault]]);
  }
}
