import { csvRows } from "@manyi/study/data/csv-rows";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine, inertCell } from "./csv-line.ts";

describe("csvLine", () => {
  it("is read back as it was, whatever stands in the cells", async () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "满", ",", ";", "\t", "|", '"', "\n", " ", "=", "1"),
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constant("x"), cell, cell), { minLength: 1, maxLength: 8 }),
        async (rows) => {
          const text = `${csvLine(["a", "b", "c"])}${rows.map(csvLine).join("")}`;
          async function* chunks() {
            yield text;
          }
          const source = await csvRows("data.csv", chunks(), ",");
          const read: (readonly string[])[] = [];
          for await (const block of source.blocks) read.push(...block.rows);
          expect(read).toEqual(rows);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("inertCell", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1"])("makes a text of %j", (cell) => {
    expect(inertCell(cell)).toBe(`'${cell}`);
  });

  it.each(["1", "满意", "a=b", ""])("leaves %j alone", (cell) => {
    expect(inertCell(cell)).toBe(cell);
  });
});
