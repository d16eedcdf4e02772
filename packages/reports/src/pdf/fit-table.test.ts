import { describe, expect, it } from "vitest";
import { numberCell, row, type Table, textCell } from "../document/table.ts";
import { fitTable } from "./fit-table.ts";

function tableOf(columns: number, name = "城东 1 店"): Table {
  return {
    caption: "各组的指标得分",
    columns: [
      { heading: "门店", role: "name" },
      ...Array.from({ length: columns }, (_, index) => ({ heading: `指标 ${index + 1}`, role: "number" }) as const),
    ],
    rows: [
      row([textCell(name), ...Array.from({ length: columns }, (_, index) => numberCell(`${index}.0 (71.1–73.7)`))]),
    ],
    notes: ["n"],
  };
}

const caption = (index: number, count: number) => `${index}/${count}`;
const pageWidth = 476;

describe("fitTable", () => {
  it.each([1, 5, 12, 80])("keeps %i columns on the page", (columns) => {
    for (const part of fitTable(tableOf(columns), caption)) {
      expect(part.widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(pageWidth + 0.01);
    }
  });

  it("repeats the name of the row in every part and loses no column", () => {
    const parts = fitTable(tableOf(80), caption);
    expect(parts.every(({ headings }) => headings[0]?.text === "门店")).toBe(true);
    expect(parts.flatMap(({ headings }) => headings.slice(1))).toHaveLength(80);
  });

  it("leaves no part with a single column where the others have several", () => {
    const sizes = fitTable(tableOf(7), caption).map(({ headings }) => headings.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  it("numbers the parts and puts the notes under the last one", () => {
    const parts = fitTable(tableOf(12), caption);
    expect(parts.at(0)?.caption).toBe(`1/${parts.length}`);
    expect(parts.map(({ notes }) => notes.length)).toEqual([...parts.slice(1).map(() => 0), 1]);
  });

  it("lets only a row that could fill a page be broken", () => {
    expect(fitTable(tableOf(2), caption)[0]?.rows[0]?.breakable).toBe(false);
    expect(fitTable(tableOf(2, "长".repeat(2_000)), caption)[0]?.rows[0]?.breakable).toBe(true);
  });
});
