/** A table of people with what may be shown of it. */
import { tabulate } from "@manyi/dataset/query/tabulate";
import { type ProtectedTable, protectedTable } from "@manyi/statistics/suppression/protected-table";
import { type CountTable, smallCells } from "@manyi/statistics/suppression/small-cells";
import { firstAnswerCode } from "@manyi/study/coding/answer-coder";
import type { LocalText } from "@manyi/study/definition/local-text";
import type { AnalysisContext } from "../analysis-context.ts";

export interface ProtectedCounts {
  readonly table: CountTable;
  readonly rowLabels: readonly LocalText[];
  readonly columnLabels: readonly LocalText[];
  readonly small: readonly boolean[];
  /** Null where nothing can be shown. */
  readonly shown: ProtectedTable | null;
}

/** Answers that nobody gave to either question have no row or column. Null without anybody. */
export function protectedCounts(
  { plan, filter, weight }: AnalysisContext,
  rows: string,
  by: string,
  minimum: number,
): ProtectedCounts | null {
  const { count, dimensions } = tabulate(plan.dataset, [rows, by], filter, weight);
  const [first, second] = dimensions;
  const at = (r: number, c: number) => count[(firstAnswerCode + r) * second.size + firstAnswerCode + c];
  const rowPlaces = first.answers.map((_, r) => r).filter((r) => second.answers.some((_, c) => at(r, c) > 0));
  const columnPlaces = second.answers.map((_, c) => c).filter((c) => first.answers.some((_, r) => at(r, c) > 0));
  if (rowPlaces.length === 0) return null;
  const table: CountTable = {
    rows: rowPlaces.length,
    columns: columnPlaces.length,
    counts: Float64Array.from(rowPlaces.flatMap((r) => columnPlaces.map((c) => at(r, c)))),
  };
  const found = protectedTable(table, minimum);
  return {
    table,
    rowLabels: rowPlaces.map((r) => first.answers[r].label),
    columnLabels: columnPlaces.map((c) => second.answers[c].label),
    small: smallCells(table, minimum),
    shown: found.kind === "protected" ? found : null,
  };
}
