/** A filter is data, so that a number can say of whom it is. Conditions are joined by "and". */
import { firstAnswerCode } from "@manyi/study/coding/answer-coder";
import { codedColumn, type Dataset } from "../columns/column.ts";

/** The respondent's answer to the column is one of these. */
export interface Condition {
  readonly column: string;
  readonly codes: readonly string[];
}

export type Filter = readonly Condition[];

/** One byte a respondent, 1 where the filter lets it through; null where it lets everybody through.
 *  @throws RangeError if a condition names no coded column */
export function filterMask(dataset: Dataset, filter: Filter): Uint8Array | null {
  if (filter.length === 0) return null;
  const mask = new Uint8Array(dataset.rows).fill(1);
  for (const condition of filter) {
    const { codes, answers } = codedColumn(dataset, condition.column);
    const wanted = new Uint8Array(firstAnswerCode + answers.length);
    answers.forEach((answer, i) => {
      if (condition.codes.includes(answer.code)) wanted[firstAnswerCode + i] = 1;
    });
    for (let row = 0; row < mask.length; row++) mask[row] &= wanted[codes[row]];
  }
  return mask;
}
