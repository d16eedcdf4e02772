/** Answers (rows) by groups (columns), counted for the tests of a contingency table. */
import type { Dataset } from "@manyi/dataset/columns/column";
import type { Filter } from "@manyi/dataset/query/filter";
import { tabulate } from "@manyi/dataset/query/tabulate";
import type { CrossTable } from "@manyi/statistics/crosstab/table";
import { firstAnswerCode } from "@manyi/study/coding/answer-coder";

/** A column and those of its answers that the table has, as places among its answers. */
export interface TableSide {
  readonly column: string;
  readonly answers: readonly number[];
}

/** @param weight column, null: every respondent counts once
 *  @throws RangeError if a column is not coded */
export function crossTable(
  dataset: Dataset,
  rows: TableSide,
  columns: TableSide,
  filter: Filter,
  weight: string | null,
): CrossTable {
  const cells = tabulate(dataset, [rows.column, columns.column], filter, weight);
  const { size } = cells.dimensions[1];
  const pick = (values: Float64Array) =>
    Float64Array.from(
      rows.answers.flatMap((row) =>
        columns.answers.map((column) => values[(firstAnswerCode + row) * size + firstAnswerCode + column]),
      ),
    );
  const table = { rows: rows.answers.length, columns: columns.answers.length, counts: pick(cells.count) };
  return weight === null ? table : { ...table, weights: pick(cells.weight), squaredWeights: pick(cells.squaredWeight) };
}
