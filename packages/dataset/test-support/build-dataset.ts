/** Datasets for tests, straight from codes, without a file. */
import { firstAnswerCode } from "@manyi/study/coding/answer-coder";
import type { DataColumn, Dataset } from "../src/columns/column.ts";

/** @param ratings columns of answers 1…`answers`; null where there is none (skipped)
 *  @param numbers numeric columns */
export function buildDataset(
  ratings: Readonly<Record<string, readonly (number | null)[]>>,
  numbers: Readonly<Record<string, readonly number[]>> = {},
  answers = 5,
): Dataset {
  const book = Array.from({ length: answers }, (_, i) => ({
    code: String(i + 1),
    value: i + 1,
    label: { zh: `${i + 1}`, en: `${i + 1}` },
  }));
  const columns = new Map<string, DataColumn>();
  for (const [name, values] of Object.entries(ratings)) {
    const codes = Uint8Array.from(values, (value) => (value === null ? 1 : firstAnswerCode + value - 1));
    columns.set(name, { kind: "coded", name, codes, answers: book });
  }
  for (const [name, values] of Object.entries(numbers))
    columns.set(name, { kind: "numeric", name, values: Float64Array.from(values) });
  const first = [...columns.values()][0];
  const rows = first === undefined ? 0 : first.kind === "coded" ? first.codes.length : first.values.length;
  return { rows, columns };
}
