import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RowIdentity } from "./row-identity.ts";

function repeated(rows: readonly string[][], keep: "first" | "last"): number[] {
  const identity = new RowIdentity(rows[0].map((_, i) => i));
  identity.add({ rows, lines: new Int32Array(rows.length) });
  return [...identity.repeated(keep, new Set())];
}

describe("RowIdentity", () => {
  it("finds just the rows that are equal to an earlier one", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "b", ",", "满"), maxLength: 2 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 40 }), (rows) => {
        // A row without any text is equal to no other: nobody can say that two blanks are one person.
        const keys = rows.map((row, i) =>
          row.every((text) => text.trim() === "") ? `blank ${i}` : JSON.stringify(row),
        );
        expect(repeated(rows, "first")).toEqual(keys.flatMap((key, i) => (keys.indexOf(key) < i ? [i] : [])));
        expect(repeated(rows, "last")).toEqual(keys.flatMap((key, i) => (keys.lastIndexOf(key) > i ? [i] : [])));
      }),
    );
  });

  it("tells two hundred thousand different rows apart", () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => [String(i), "5", "4"]);
    expect(repeated(rows, "first")).toEqual([]);
  });
});
