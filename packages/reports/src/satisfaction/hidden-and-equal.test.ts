import type { Group, GroupBreakdown } from "@manyi/analysis/results/compare";
import type { Figure, HiddenBecause } from "@manyi/analysis/results/figure";
import { describe, expect, it } from "vitest";
import { sampleBreakdown } from "../../test-support/sample-comparisons.ts";
import { sampleDrivers } from "../../test-support/sample-explanations.ts";
import { equalFigure, sampleFigure, suppressedFigure } from "../../test-support/sample-figures.ts";
import { sampleDimensions, sampleItems } from "../../test-support/sample-items.ts";
import { allBlocks, sampleReport } from "../../test-support/sample-report.ts";
import type { Block } from "../document/block.ts";

const region = { zh: "地区", en: "Region" };

function section(anchor: string, weighting: Parameters<typeof sampleReport>[1], language: "zh" | "en" = "zh") {
  return sampleReport(language, weighting).sections.find((each) => each.anchor === anchor);
}

function titles(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => (block.kind === "figure" ? [block.figure.title] : []));
}

/** The second group is large, but shown it would give the first one away. */
function protecting(): GroupBreakdown {
  const breakdown = sampleBreakdown("region", region, 4);
  const because = (index: number) => (["too-few", "protects-others"] as const)[index] ?? null;
  const groups = breakdown.groups.map((group, index): Group => {
    const hidden = because(index);
    return hidden === null ? group : { ...group, n: null, hidden };
  });
  return {
    ...breakdown,
    groups,
    measures: breakdown.measures.map((measure) => ({
      ...measure,
      figures: measure.figures.map((figure, index) => suppressedFor(figure, because(index))),
    })),
    crosstab: breakdown.crosstab === null ? null : { ...breakdown.crosstab, columns: groups },
  };
}

function suppressedFor(figure: Figure, reason: HiddenBecause | null): Figure {
  return reason === null ? figure : suppressedFigure(figure, reason);
}

describe("a group that is hidden to protect a smaller one", () => {
  const blocks = section("groups", { weighting: { groups: [protecting()] } })?.subsections[0]?.blocks ?? [];

  it("is called hidden, and only the small one is called small", () => {
    const tables = blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []));
    for (const { rows } of tables) {
      const words = (name: string) => rows.find(({ cells }) => cells[0]?.text.startsWith(name))?.cells[1]?.text;
      expect([words("华东"), words("华南")]).toEqual(["n < 10", "隐去"]);
    }
  });

  it("is explained once under each table and chart that says so", () => {
    for (const block of blocks) {
      const text = JSON.stringify(block);
      expect(text.split("推算出人数不足的组")).toHaveLength(text.includes('"隐去"') ? 2 : 1);
    }
  });
});

describe("an item that too few people rated", () => {
  const [first, ...others] = sampleItems();
  const few = first === undefined ? [] : [{ ...first, distribution: [], index: suppressedFigure(first.index) }];

  it("has no bar and no row of shares, but a sentence", () => {
    const blocks = section("items", { weighting: { items: [...few, ...others] } })?.blocks ?? [];
    const figures = blocks.filter((block) => block.kind === "figure");
    expect(JSON.stringify(figures)).not.toContain("账务处理准确");
    expect(JSON.stringify(blocks)).toContain("账务处理准确的评分不足 10 人");
  });

  it.each(["zh", "en"] as const)("leaves a study of few people without bars or claims (%s)", (language) => {
    const items = sampleItems().map((item) => ({ ...item, distribution: [], index: suppressedFigure(item.index) }));
    const document = sampleReport(language, { weighting: { items }, data: { respondents: 6 } });
    const blocks = document.sections.find(({ anchor }) => anchor === "items")?.blocks ?? [];
    expect(titles(blocks)).toEqual([]);
    expect(blocks.map(({ kind }) => kind)).toEqual(["note", "table"]);
    expect(JSON.stringify(document.sections[0])).toMatch(language === "zh" ? /不足 10 份/ : /fewer than 10/);
    for (const block of allBlocks(document)) {
      if (block.kind !== "table") continue;
      for (const { cells } of block.table.rows) for (const { text } of cells) expect(text).not.toBe("");
    }
  });

  it("whose score cannot be estimated has no title that denies its bar", () => {
    const items = sampleItems().map((item) => ({
      ...item,
      index: { ...item.index, result: { kind: "too-few-answers", n: 1, required: 2 } } as const,
    }));
    expect(titles(section("items", { weighting: { items } })?.blocks ?? [])).toEqual(["回答太少，不计算得分"]);
  });
});

describe("equal answers", () => {
  it("give titles without a range", () => {
    const index = equalFigure("index", "index", 100, 12);
    const weighting = {
      dimensions: sampleDimensions().map((dimension) => ({ ...dimension, index })),
      items: sampleItems().map((item) => ({ ...item, index })),
    };
    const document = sampleReport("en", { weighting });
    const all = titles(allBlocks(document));
    expect(all).toContain("All 5 dimensions score 100.0");
    expect(all).toContain("All score 100.0");
    expect(JSON.stringify(document)).not.toContain("100.0–100.0");
  });

  it.each([
    ["fewer-than-two-rows", "所有答案都相同"],
    ["no-answers", "没有可检验的回答"],
    ["fewer-than-two-columns", "不足两组"],
    ["something-new", "没有可检验的回答"],
  ])("or another reason (%s) is why a table is not tested", (reason, words) => {
    const breakdown = sampleBreakdown("region", region, 4);
    if (breakdown.crosstab === null) throw new Error("the sample has a table");
    const crosstab = { ...breakdown.crosstab, test: { kind: "not-testable", reason } } as const;
    expect(JSON.stringify(section("groups", { weighting: { groups: [{ ...breakdown, crosstab }] } }))).toContain(words);
  });
});

describe("the title of the drivers", () => {
  it("names exactly those whose lower limit is above an even share", () => {
    const [title] = titles(section("drivers", {})?.blocks ?? []);
    expect(title).toBe("账务处理准确、报税及时、政策解读专业的解释份额明显高于平均份额 12.5%");
  });

  it("says that none stands out where no interval carries it", () => {
    const result = sampleDrivers();
    if (result.kind !== "estimated") throw new Error("the sample is estimated");
    const drivers = result.drivers.map((driver) => ({ ...driver, lmg: { ...driver.lmg, interval: null } }));
    const [title] = titles(section("drivers", { weighting: { drivers: { ...result, drivers } } }, "en")?.blocks ?? []);
    expect(title).toBe("No item stands out clearly from an even share of 12.5%");
  });
});

describe("a flat list of indicators", () => {
  const items = sampleItems();
  const reliability = { kind: "none", reason: "one-item" } as const;
  const dimensions = items.map(({ code, label, index }) => ({
    code,
    label,
    index,
    weight: 0.1,
    items: [code],
    reliability,
  }));
  const document = sampleReport("zh", { weighting: { dimensions, items } });

  it("has no section that repeats the items as dimensions", () => {
    expect(document.sections.map(({ anchor }) => anchor)).not.toContain("dimensions");
    expect(JSON.stringify(document.sections.find(({ anchor }) => anchor === "items"))).not.toContain("维度");
  });
});

describe("a column of shares", () => {
  it("has one number of decimals, that of its fewest answers", () => {
    const items = sampleItems().map((item, index) => ({
      ...item,
      topShare: sampleFigure("top-share", "share", 0.569, 0.03, index === 2 ? 150 : 900),
    }));
    const tables = section("items", { weighting: { items } })?.blocks.flatMap((block) =>
      block.kind === "table" ? [block.table] : [],
    );
    expect(tables?.[0]?.rows.map(({ cells }) => cells[4]?.text)).toEqual(items.map(() => "57%"));
  });
});
