import type { Cell, Row, Table } from "@manyi/reports/document/table";

export interface Order {
  readonly column: number;
  readonly direction: "ascending" | "descending";
}

export interface PlacedRow {
  readonly row: Row;
  /** Where it stands in the report. */
  readonly index: number;
}

/** Whether a table can be sorted by a column: numbers, and enough rows that it matters. */
export function isSortable({ columns, rows }: Table, column: number): boolean {
  if (columns[column]?.role !== "number") return false;
  const plain = rows.filter(({ kind }) => kind === "plain");
  return plain.length >= 3 && plain.filter(({ cells }) => numberIn(cells[column]) !== null).length >= 2;
}

/** Rows in an order. Rows of detail stay under the row they belong to, totals stay where they are, and rows without a
 *  number come last in either direction. */
export function sortedRows(rows: readonly Row[], order: Order | null): readonly PlacedRow[] {
  const placed = rows.map((row, index) => ({ row, index }));
  if (order === null) return placed;
  const stretches: PlacedRow[][] = [];
  const result: PlacedRow[] = [];
  const flush = () => {
    result.push(...stretches.toSorted((one, other) => compare(one, other, order)).flat());
    stretches.length = 0;
  };
  for (const each of placed) {
    if (each.row.kind === "total") {
      flush();
      result.push(each);
    } else if (each.row.kind === "detail" && stretches.length > 0) stretches.at(-1)?.push(each);
    else stretches.push([each]);
  }
  flush();
  return result;
}

function compare(one: readonly PlacedRow[], other: readonly PlacedRow[], { column, direction }: Order): number {
  const [a, b] = [numberIn(one[0]?.row.cells[column]), numberIn(other[0]?.row.cells[column])];
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return direction === "ascending" ? a - b : b - a;
}

/** The number a cell begins with: `−9.0 (−12.1 – −5.9)` is −9. */
function numberIn(cell: Cell | undefined): number | null {
  if (cell === undefined || cell.kind === "missing" || cell.kind === "text") return null;
  if (cell.kind === "bar") return cell.value;
  const match = /^[+]?([−-]?[\d,]+(?:\.\d+)?)/.exec(cell.text);
  return match?.[1] === undefined ? null : Number(match[1].replace("−", "-").replaceAll(",", ""));
}
