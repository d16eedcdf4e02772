import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { cellAt, everyNumber, furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { smallStudies } from "../../../test-support/small-studies.ts";
import { surveyReference, surveyStudy } from "../../../test-support/survey-study.ts";

const family = "suppression";

describe("which figures must be hidden", () => {
  it("hides the cells that R finds small, and shows no count below the minimum", async () => {
    const study = await surveyStudy();
    const { values } = surveyReference("survey_suppression");
    const [counts, reasons] = tablesOf(furtherAnalysis(study, { family, rows: "store", by: "segment" }));
    expect(numberAt(reasons, "Cells of too few people", "hidden").value).toBe(values.n_primary);
    values.rows.forEach((store: string, r: number) => {
      values.cols.forEach((_: string, c: number) => {
        const cell = cellAt(counts, store, counts.columns[c + 1].code);
        // Columns stand in the order of the data.
        if (cell.kind === "number") expect(cell.value).toBeGreaterThanOrEqual(10);
        expect(values.counts[r].includes(cell.kind === "number" ? cell.value : values.counts[r][0])).toBe(true);
      });
    });
    expect(everyNumber(counts.rows).every((n) => n >= 10)).toBe(true);
  });

  const groups = {
    a: Array.from({ length: 100 }, (_, i) => (i < 60 ? "x" : "y")),
    b: Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? "p" : "q")),
    // 58 of the 60 of x, and 2 more.
    near: Array.from({ length: 100 }, (_, i) => (i < 58 ? "in" : "out")),
  };
  const study = buildRatedStudy({ ratings: { overall: Array.from({ length: 100 }, (): Answer => 4) }, groups });
  const one = (column: string, ...codes: string[]) => [{ column, codes }];

  it("hides nothing where all cells are large", () => {
    const [counts, reasons] = tablesOf(furtherAnalysis(study, { family, rows: "a", by: "b" }));
    expect(numberAt(counts, "x", "total").value).toBe(60);
    expect(numberAt(reasons, "Cells that may be shown", "hidden").value).toBe(4);
  });

  it("finds the filter that gives few people away beside another", () => {
    const filters = [one("a", "x"), one("near", "in"), one("b", "p")];
    const table = tablesOf(furtherAnalysis(study, { family, rows: "a", by: "b", filters })).at(-1);
    if (table === undefined) throw new Error("no table");
    expect(cellAt(table, "a: x", "verdict")).toMatchObject({ label: { en: "may be shown" } });
    expect(cellAt(table, "near: in", "n")).toEqual({ kind: "none", because: "protects-others" });
    expect(cellAt(table, "b: p", "n")).toMatchObject({ value: 50 });
  });

  it("never goes below the minimum of the study", () => {
    const result = furtherAnalysis(study, { family, rows: "a", by: "b", minimum: 5 });
    expect(result.method.en).toContain("fewer than 10 people");
  });

  it("shows no number below the minimum of any small study", () => {
    fc.assert(
      fc.property(smallStudies(["overall"], {}, { h: ["x", "y"] }), (small) => {
        const { outcome } = furtherAnalysis(small, { family, rows: "g", by: "h", filters: [one("g", "a")] });
        if (outcome.kind === "cannot") return;
        for (const part of outcome.parts)
          if (part.kind === "table" && part.table.caption.en !== "Why they are hidden")
            expect(everyNumber(part.table.rows).every((n) => n >= 10)).toBe(true);
      }),
    );
  });
});
