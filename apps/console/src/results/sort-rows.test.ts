import type { Row, Table } from "@manyi/reports/document/table";
import { describe, expect, it } from "vitest";
import { isSortable, sortedRows } from "./sort-rows.ts";

function line(name: string, number: string | null, kind: Row["kind"] = "plain"): Row {
  const cell =
    number === null ? ({ kind: "missing", text: "n < 10" } as const) : ({ kind: "number", text: number } as const);
  return { kind, cells: [{ kind: "text", text: name, full: null }, cell] };
}

function names(rows: readonly Row[], direction: "ascending" | "descending"): readonly (string | undefined)[] {
  return sortedRows(rows, { column: 1, direction }).map(({ row }) => row.cells[0]?.text);
}

const columns = [
  { heading: "name", role: "name" },
  { heading: "score", role: "number" },
] as const;

function table(rows: readonly Row[]): Table {
  return { caption: "", columns, rows, notes: [] };
}

describe("sorting a table of a report", () => {
  it("reads the number a cell begins with, also below zero and in thousands", () => {
    const rows = [
      line("a", "−9.0 (−13.8 – −4.2)"),
      line("b", "1,200"),
      line("c", "40.6% (37.8–43.5%)"),
      line("d", "+1.8"),
    ];
    expect(names(rows, "descending")).toEqual(["b", "c", "d", "a"]);
  });

  it("puts rows without a number last in either direction", () => {
    const rows = [line("a", null), line("b", "1"), line("c", "2")];
    expect(names(rows, "ascending")).toEqual(["b", "c", "a"]);
    expect(names(rows, "descending")).toEqual(["c", "b", "a"]);
  });

  it("keeps details under the row they belong to", () => {
    const rows = [line("a", "1"), line("a1", "9", "detail"), line("b", "2"), line("b1", "0", "detail")];
    expect(names(rows, "descending")).toEqual(["b", "b1", "a", "a1"]);
  });

  it("leaves a total where it stands", () => {
    const rows = [line("a", "1"), line("b", "2"), line("total", "9", "total")];
    expect(names(rows, "descending")).toEqual(["b", "a", "total"]);
  });

  it("is offered for columns of numbers with at least three rows and two numbers", () => {
    expect(isSortable(table([line("a", "1"), line("b", "2"), line("c", null)]), 1)).toBe(true);
    expect(isSortable(table([line("a", "1"), line("b", "2")]), 1)).toBe(false);
    expect(isSortable(table([line("a", "1"), line("b", null), line("c", null)]), 1)).toBe(false);
    expect(isSortable(table([line("a", "1"), line("b", "2"), line("c", "3")]), 0)).toBe(false);
  });
});
