import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { variant } from "../../test-support/variants.ts";
import { complementaryCells } from "./complementary-cells.ts";
import { inferenceBounds } from "./inference-bounds.ts";
import { type ProtectedTable, protectedTable } from "./protected-table.ts";
import { type CountTable, linesOf, rowsWithOneHidden, smallCells } from "./small-cells.ts";
import { networkOf } from "./table-network.ts";

function tableOf(rows: readonly (readonly number[])[]): CountTable {
  return { rows: rows.length, columns: rows[0]?.length ?? 0, counts: Float64Array.from(rows.flat()) };
}

function tables(most: number) {
  return fc
    .tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 3 }))
    .chain(([rows, columns]) =>
      fc
        .array(fc.integer({ min: 0, max: most }), { minLength: rows * columns, maxLength: rows * columns })
        .map((counts): CountTable => ({ rows, columns, counts: Float64Array.from(counts) })),
    );
}

/** What a reader sees. */
interface Shown {
  readonly hiddenCells: readonly boolean[];
  readonly hiddenRowTotals: readonly boolean[];
  readonly hiddenColumnTotals: readonly boolean[];
  readonly isTotalHidden: boolean;
}

/** Least and most of each cell over all tables of whole numbers that look the same to a reader, tried one by one. */
function boundsByTrial(table: CountTable, shown: Shown, most: number): { lower: number; upper: number }[] {
  const { rows, columns, counts } = table;
  const found = Array.from(counts, () => ({ lower: Number.POSITIVE_INFINITY, upper: Number.NEGATIVE_INFINITY }));
  const lines = linesOf(table);
  const sum = (cells: readonly number[], of: ArrayLike<number>) => cells.reduce((total, cell) => total + of[cell], 0);
  const tried = new Float64Array(counts.length);
  const fits = (cells: readonly number[]) => sum(cells, tried) === sum(cells, counts);
  const fill = (cell: number): void => {
    if (cell === counts.length) {
      if (lines.columns.some((cells, column) => !shown.hiddenColumnTotals[column] && !fits(cells))) return;
      if (!shown.isTotalHidden && !fits([...counts.keys()])) return;
      tried.forEach((value, place) => {
        found[place].lower = Math.min(found[place].lower, value);
        found[place].upper = Math.max(found[place].upper, value);
      });
      return;
    }
    const row = Math.floor(cell / columns);
    const isRowEnd = cell % columns === columns - 1;
    const [from, to] = shown.hiddenCells[cell] ? [0, most] : [counts[cell], counts[cell]];
    for (let value = from; value <= to; value++) {
      tried[cell] = value;
      if (isRowEnd && !shown.hiddenRowTotals[row] && !fits(lines.rows[row])) continue;
      fill(cell + 1);
    }
  };
  if (rows > 0) fill(0);
  return found;
}

const minimum = 5;

describe("small cells", () => {
  it("are those below the minimum, empty ones too", () => {
    const table = tableOf([
      [10, 4, 0],
      [5, 12, 20],
    ]);
    expect(smallCells(table, 5)).toEqual([false, true, true, false, false, false]);
    expect(rowsWithOneHidden(table, smallCells(table, 5))).toEqual([]);
    expect(rowsWithOneHidden(table, smallCells(table, 6))).toEqual([1]);
  });

  it("need whole counts and a minimum that protects somebody", () => {
    const table = tableOf([[10, 4]]);
    for (const hide of [smallCells, complementaryCells, protectedTable]) {
      expect(() => hide(table, 4)).toThrow(RangeError);
      expect(() => hide(table, 7.5)).toThrow(RangeError);
      expect(() => hide(tableOf([[10.5, 4]]), 5)).toThrow(RangeError);
      expect(() => hide(tableOf([[-1, 4]]), 5)).toThrow(RangeError);
      expect(() => hide({ ...table, rows: 2 }, 5)).toThrow(RangeError);
    }
  });
});

describe("complementary cells", () => {
  it("leave no line with one hidden cell, and hide every small one", () => {
    fc.assert(
      fc.property(tables(30), (table) => {
        const hidden = complementaryCells(table, minimum);
        const { rows, columns } = linesOf(table);
        for (const line of [...rows, ...columns]) {
          if (line.length > 1) expect(line.filter((cell) => hidden[cell]).length).not.toBe(1);
        }
        smallCells(table, minimum).forEach((isSmall, cell) => {
          if (isSmall) expect(hidden[cell]).toBe(true);
        });
      }),
    );
  });

  it("take the next smallest of the line", () => {
    const table = tableOf([
      [20, 3, 11],
      [30, 14, 12],
      [40, 50, 60],
    ]);
    expect(complementaryCells(table, 5)).toEqual([false, true, true, false, true, true, false, false, false]);
  });

  it("do not keep two small cells from being known as a sum", () => {
    const table = tableOf([[1, 2, 40]]);
    const hidden = complementaryCells(table, 5);
    expect(hidden).toEqual([true, true, false]);
    const network = networkOf(table);
    // The cells and their columns' totals, which are the same people; the row's total is shown.
    const arcs = [...hidden, false, ...hidden, false];
    expect(inferenceBounds(network, arcs, 0)).toEqual({ lower: 0, upper: 3 });
  });
});

describe("a protected table", () => {
  it("leaves a range of the minimum for each small figure, tried against every table that looks the same", () => {
    fc.assert(
      fc.property(tables(9), (table) => {
        const found = protectedTable(table, minimum);
        if (found.kind === "nothing-can-be-shown") return;
        // Without a total every table looks the same, and there are too many to try.
        if (![...found.hiddenRowTotals, ...found.hiddenColumnTotals].includes(false)) return;
        const most = 9 + minimum;
        const tried = boundsByTrial(table, found, most);
        smallCells(table, minimum).forEach((isSmall, cell) => {
          if (isSmall) expect(tried[cell].upper - tried[cell].lower).toBeGreaterThanOrEqual(minimum);
        });
        // Tried up to a limit, so only from within; the next test tries them whole.
        for (const [cell, { lower, upper }] of found.bounds) {
          expect(tried[cell].lower).toBeGreaterThanOrEqual(lower);
          expect(tried[cell].upper).toBeLessThanOrEqual(upper);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("states the bounds that trying all tables finds", () => {
    const small = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(small, (counts) => {
        const table = { rows: 2, columns: 2, counts: Float64Array.from(counts) };
        const found = protectedTable(table, minimum);
        if (found.kind === "nothing-can-be-shown") return;
        const most = 26;
        const tried = boundsByTrial(table, found, most);
        for (const [cell, { lower, upper }] of found.bounds) {
          expect(tried[cell].lower).toBe(lower);
          if (upper === Number.POSITIVE_INFINITY) expect(tried[cell].upper).toBe(most);
          else expect(tried[cell].upper).toBe(upper);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("hides every figure below the minimum, totals too, and nothing where none is", () => {
    fc.assert(
      fc.property(tables(14), (table) => {
        const found = protectedTable(table, minimum);
        const { rows, columns } = linesOf(table);
        const total = (cells: readonly number[]) => cells.reduce((sum, cell) => sum + table.counts[cell], 0);
        const small = [...table.counts, ...rows.map(total), ...columns.map(total)].filter((count) => count < minimum);
        if (small.length === 0) expect(variant(found, "protected").hiddenCells).not.toContain(true);
        if (found.kind === "nothing-can-be-shown") return;
        table.counts.forEach((count, cell) => {
          if (count < minimum) expect(found.hiddenCells[cell]).toBe(true);
        });
        rows.forEach((cells, row) => {
          if (total(cells) < minimum) expect(found.hiddenRowTotals[row]).toBe(true);
        });
        columns.forEach((cells, column) => {
          if (total(cells) < minimum) expect(found.hiddenColumnTotals[column]).toBe(true);
        });
      }),
    );
  });

  it("guards against rows and columns together, where complementary cells do not", () => {
    const table = tableOf([
      [1, 1, 30],
      [1, 2, 30],
      [30, 30, 30],
    ]);
    const hidden = complementaryCells(table, 5);
    const arcs = [...hidden, ...new Array<boolean>(7).fill(false)];
    const { lower, upper } = inferenceBounds(networkOf(table), arcs, 0);
    expect(upper - lower).toBeLessThan(5);
    const found: ProtectedTable = variant(protectedTable(table, 5), "protected");
    for (const bounds of found.bounds.values()) expect(bounds.upper - bounds.lower).toBeGreaterThanOrEqual(5);
  });

  it("shows nothing of a table without people, or says so", () => {
    const empty = protectedTable({ rows: 0, columns: 0, counts: new Float64Array() }, 5);
    expect(empty.kind).toBe("nothing-can-be-shown");
    const nobody = protectedTable(
      tableOf([
        [0, 0],
        [0, 0],
      ]),
      5,
    );
    if (nobody.kind === "protected") expect(nobody.hiddenCells).not.toContain(false);
  });
});
