import { type Filter, filterMask } from "@manyi/dataset/query/filter";
import { type CellCounts, tabulate } from "@manyi/dataset/query/tabulate";
import { firstAnswerCode } from "@manyi/study/coding/answer-coder";
import type { Run } from "../plan/run.ts";
import type { KnownTotal } from "./shown-groups.ts";

/** The totals that a reader of the report knows of a grouping: everybody, and each group of another grouping of the study
 *  that holds this one's groups whole.
 *  @param answers positions of the groups among the column's answers
 *  @param filter of whom everything is counted */
export function knownTotals(
  run: Run,
  column: string,
  answers: readonly number[],
  filter: Filter,
): readonly KnownTotal[] {
  const { units = [], segments = [], waves } = run.plan.definition;
  const parents = [...units, ...segments, ...(waves === undefined ? [] : [waves.column])].filter(
    (name) => name !== column,
  );
  const { dataset } = run.plan;
  const own = tabulate(dataset, [column], filter, null);
  const inGroups = answers.reduce((sum, answer) => sum + own.count[firstAnswerCode + answer], 0);
  const rows = filterMask(dataset, filter)?.reduce((sum, through) => sum + through, 0) ?? dataset.rows;
  const everybody = { groups: answers.map((_, group) => group), others: rows - inGroups };
  return [
    everybody,
    ...parents.flatMap((parent) => totalsOfParent(tabulate(dataset, [parent, column], filter, null), answers)),
  ];
}

/** @param cells parent by column */
function totalsOfParent(cells: CellCounts, answers: readonly number[]): readonly KnownTotal[] {
  const [rows, columns] = cells.dimensions;
  const at = (row: number, group: number) => cells.count[row * columns.size + firstAnswerCode + answers[group]];
  const homes = answers.map((_, group) => homesOf(rows.size, (row) => at(row, group)));
  if (homes.some((rowsOfGroup) => rowsOfGroup.length !== 1)) return [];
  return rows.answers.flatMap((_, i) => {
    const row = firstAnswerCode + i;
    const groups = answers.flatMap((_answer, group) => (homes[group][0] === row ? [group] : []));
    const inGroups = groups.reduce((sum, group) => sum + at(row, group), 0);
    return groups.length === 0 ? [] : [{ groups, others: rowTotal(cells, row) - inGroups }];
  });
}

function homesOf(rows: number, countIn: (row: number) => number): readonly number[] {
  return Array.from({ length: rows }, (_, row) => row).filter((row) => countIn(row) > 0);
}

function rowTotal(cells: CellCounts, row: number): number {
  const { size } = cells.dimensions[1];
  let total = 0;
  for (let cell = row * size; cell < (row + 1) * size; cell++) total += cells.count[cell];
  return total;
}
