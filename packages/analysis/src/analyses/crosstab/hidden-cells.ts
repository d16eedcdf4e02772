/** Cells of a table of respondents that would tell of few people: who they are by two groupings at once. */
import { type CrossTable, marginsOf } from "@manyi/statistics/crosstab/table";
import { protectedTable } from "@manyi/statistics/suppression/protected-table";
import { smallCells } from "@manyi/statistics/suppression/small-cells";
import type { HiddenBecause } from "../../results/figure.ts";

/** Row by row: why a cell is hidden, null where it may be shown. */
export type CellProtection = readonly (HiddenBecause | null)[];

/** A table of the groups that are shown, and what the totals of whole groupings tell beyond it. */
export interface PeopleTable {
  readonly table: CrossTable;
  /** The rows of the table in the columns that are left out. */
  readonly besideRows: CrossTable;
  /** The rows that are left out, in the columns of the table. */
  readonly besideColumns: CrossTable;
}

/** All totals count as known: they stand in the table, and elsewhere in a report.
 *  @returns null where a small cell could still be worked out, or no cell would be left to show */
export function hiddenCells(people: PeopleTable, minimum: number): CellProtection | null {
  const { rows, columns, counts } = people.table;
  const left = [totalsOf(people.besideRows).rowTotals, totalsOf(people.besideColumns).columnTotals];
  if (left.some((totals) => totals.some((n) => n < minimum) && totals.some((n) => n > 0))) return null;
  const found = protectedTable({ rows, columns, counts }, minimum);
  if (found.kind !== "protected" || found.hiddenCells.every(Boolean)) return null;
  if (found.isTotalHidden || [...found.hiddenRowTotals, ...found.hiddenColumnTotals].some(Boolean)) return null;
  const small = smallCells({ rows, columns, counts }, minimum);
  return found.hiddenCells.map((isHidden, place) => {
    if (!isHidden) return null;
    return small[place] ? "too-few" : "protects-others";
  });
}

function totalsOf({ rows, columns, counts }: CrossTable) {
  return marginsOf(rows, columns, counts);
}
