import type { GroupBreakdown } from "@manyi/analysis/results/compare";
import { describe, expect, it } from "vitest";
import { sampleBreakdown, sampleWaves } from "../../test-support/sample-comparisons.ts";
import { suppressedFigure } from "../../test-support/sample-figures.ts";
import { sampleItems } from "../../test-support/sample-items.ts";
import { allBlocks, sampleReport } from "../../test-support/sample-report.ts";
import { mapStrings } from "../document/clean-texts.ts";
import type { ReportDocument } from "../document/report-document.ts";
import { renderHtml } from "../html/render-html.ts";

const branches = { zh: "门店", en: "Branch" };

function charts(document: ReportDocument, kind: string): number {
  return allBlocks(document).filter((block) => block.kind === "figure" && block.figure.chart.kind === kind).length;
}

function hidden(breakdown: GroupBreakdown): GroupBreakdown {
  const none = {
    difference: { kind: "suppressed", reason: "too-few", minimum: 10 },
    adjustedPValue: null,
    evidence: "none",
  } as const;
  return {
    ...breakdown,
    groups: breakdown.groups.map((group) => ({ ...group, n: null, hidden: "too-few" })),
    measures: breakdown.measures.map((measure) => ({
      ...measure,
      figures: measure.figures.map((figure) => suppressedFigure(figure)),
      differences: measure.differences.map(() => none),
    })),
    items: breakdown.items.map((item) => ({
      ...item,
      figures: item.figures.map((figure) => suppressedFigure(figure)),
    })),
    crosstab: null,
  };
}

describe("sixty branches", () => {
  it("stand in charts that fit a page and share their axis", () => {
    const document = sampleReport("zh", { weighting: { groups: [sampleBreakdown("branch", branches, 60)] } });
    const comparisons = allBlocks(document).flatMap((block) =>
      block.kind === "figure" && block.figure.chart.kind === "dot-interval" ? [block.figure.chart] : [],
    );
    const parts = comparisons.slice(1);
    expect(parts).toHaveLength(3);
    expect(parts.flatMap(({ rows }) => rows)).toHaveLength(60);
    expect(new Set(parts.map(({ covers }) => JSON.stringify(covers))).size).toBe(1);
  });
});

describe("eighty items", () => {
  it("stand in several charts and in one table", () => {
    const items = Array.from({ length: 10 }, () => sampleItems())
      .flat()
      .map((item, index) => ({ ...item, code: `q${index}` }));
    const document = sampleReport("zh", { weighting: { items } });
    expect(charts(document, "rating-distribution")).toBe(4);
    expect(renderHtml(document)).toContain("q79");
  });
});

describe("thirty waves", () => {
  it("stand in one chart", () => {
    const document = sampleReport("zh", { weighting: { waves: sampleWaves(30) } });
    expect(charts(document, "wave-trend")).toBe(1);
    expect(renderHtml(document)).toContain("2031Q2");
  });

  it("are said to have nothing to compare with where there is one", () => {
    const document = sampleReport("zh", { weighting: { waves: sampleWaves(1) } });
    expect(JSON.stringify(document)).toContain("没有可以比较的上期");
  });
});

describe("groups that are too small", () => {
  const document = sampleReport("zh", { weighting: { groups: [hidden(sampleBreakdown("branch", branches, 20))] } });
  const section = document.sections.find(({ anchor }) => anchor === "groups");

  it("are named, with the threshold in place of every number", () => {
    const cells = (section?.subsections[0]?.blocks ?? []).flatMap((block) =>
      block.kind === "table"
        ? block.table.rows.flatMap(({ cells: [, ...numbers] }) => numbers.map(({ text }) => text))
        : [],
    );
    expect(cells.length).toBeGreaterThan(100);
    expect(new Set(cells)).toEqual(new Set(["n < 10", "—"]));
  });

  it("leak no number into chart, title or text", () => {
    const shown = mapStrings(section, (text) => text.replaceAll("n < 10", ""));
    expect(JSON.stringify(shown?.subsections[0]?.blocks)).not.toMatch(/\d\d\.\d|n = [1-9]/);
  });
});

describe("no respondent at all", () => {
  it("is said, and nothing else is claimed", () => {
    const empty = { keyFigures: [], index: null, dimensions: [], items: [], matrices: [], groups: [], waves: null };
    const document = sampleReport("zh", {
      data: { respondents: 0, rowsRead: 0, excluded: [] },
      weighting: { ...empty, drivers: { kind: "not-asked" } },
      results: { findings: [] },
    });
    expect(JSON.stringify(document.sections[0])).toContain("没有可以分析的有效问卷");
    expect(JSON.stringify(document)).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe("labels of any length", () => {
  it.each([200, 10_000])("are clipped where they name something and stand in full in the code book (%i)", (length) => {
    const label = "准确".repeat(length / 2);
    const items = sampleItems().map((item) => ({ ...item, label: { zh: label, en: label } }));
    const document = sampleReport("zh", { weighting: { items } });
    const titles = allBlocks(document).flatMap((block) => (block.kind === "figure" ? [block.figure.title] : []));
    expect(Math.max(...titles.map((title) => title.length))).toBeLessThan(160);
    expect(JSON.stringify(document.sections.at(-1))).toContain(label);
  });
});
