import { describe, expect, it } from "vitest";
import { allBlocks, allSections, sampleReport } from "../../test-support/sample-report.ts";
import { sampleResults } from "../../test-support/sample-results.ts";
import { satisfactionReport } from "./satisfaction-report.ts";

const report = sampleReport("zh");
const anchors = (document = report) => document.sections.map(({ anchor }) => anchor);

describe("the report", () => {
  it("has its parts in the order of reading", () => {
    expect(allSections(report).map(({ number, heading }) => `${number} ${heading}`)).toMatchInlineSnapshot(`
      [
        "1 摘要",
        "2 方法与样本",
        "2.1 这些数字不能说明什么",
        "3 关键指标",
        "3.1 各指标的含义",
        "4 维度",
        "5 指标",
        "6 分组比较",
        "6.1 按地区",
        "6.2 按门店",
        "6.3 按客户类型",
        "7 重要性与表现",
        "8 驱动因素",
        "9 各期变化",
        "10 加权与未加权对照",
        "11 附录",
        "11.1 公式",
        "11.2 区间与检验方法",
        "11.3 权重",
        "11.4 数据来源",
        "11.5 编码表",
      ]
    `);
  });

  it.each(["zh", "en"] as const)("says in %s under each figure of how many it speaks", (language) => {
    const figures = allBlocks(sampleReport(language)).filter((block) => block.kind === "figure");
    expect(figures.length).toBeGreaterThan(8);
    for (const { figure } of figures) expect(figure.subtitle).toMatch(/n = [\d,–]+/);
  });

  it("gives every anchor once", () => {
    const all = allSections(report).map(({ anchor }) => anchor);
    expect(all).toHaveLength(new Set(all).size);
    for (const anchor of all) expect(anchor).toMatch(/^[a-z0-9-]+$/);
  });

  it("has no section without content and no empty cell", () => {
    for (const section of allSections(report))
      expect(section.blocks.length + section.subsections.length).toBeGreaterThan(0);
    for (const block of allBlocks(report)) {
      if (block.kind !== "table") continue;
      for (const { cells } of block.table.rows) {
        expect(cells).toHaveLength(block.table.columns.length);
        for (const cell of cells) expect(cell.text).not.toBe("");
      }
    }
  });

  it("points only at sections it has", () => {
    const targets = allBlocks(report).flatMap((block) => (block.kind === "findings" ? block.findings : []));
    expect(targets.length).toBeGreaterThan(3);
    for (const { evidence } of targets) expect(anchors()).toContain(evidence?.anchor);
  });

  it("says the same in both languages", () => {
    const shape = (language: "zh" | "en") =>
      allSections(sampleReport(language)).map(({ number, blocks }) => [number, blocks.map(({ kind }) => kind)]);
    expect(shape("en")).toEqual(shape("zh"));
  });

  it("throws where the results name a weighting they do not have", () => {
    const results = sampleResults({ results: { primary: 7 } });
    expect(() => satisfactionReport(results, "zh", { producedOn: "2026-11-22", findings: [] })).toThrow(RangeError);
  });
});

describe("a part without data", () => {
  it.each([
    ["waves", { waves: null }],
    ["groups", { groups: [] }],
    ["matrix", { matrices: [] }],
    ["drivers", { drivers: { kind: "not-asked" } as const }],
    ["dimensions", { dimensions: [] }],
    ["items", { items: [] }],
    ["key-figures", { keyFigures: [] }],
  ])("%s is left out", (anchor, weighting) => {
    const document = sampleReport("zh", { weighting });
    expect(anchors()).toContain(anchor);
    expect(anchors(document)).not.toContain(anchor);
    expect(document.sections.map(({ number }) => number)).toEqual(document.sections.map((_, index) => `${index + 1}`));
  });

  it("has its reason where one would look for it", () => {
    const document = sampleReport("zh", {
      weighting: { drivers: { kind: "too-few-answers", outcome: "overall", n: 8, required: 30 } },
    });
    const section = document.sections.find(({ anchor }) => anchor === "drivers");
    expect(JSON.stringify(section?.blocks)).toContain("只有 8 位，少于所需的 30 位");
  });

  it("is not compared with itself where there is one weighting", () => {
    const [only] = sampleResults().weightings;
    const document = sampleReport("zh", { results: { weightings: only === undefined ? [] : [only] } });
    expect(anchors(document)).not.toContain("weightings");
  });
});

describe("what the numbers do not carry", () => {
  it("is said where the number invited is not stated", () => {
    expect(JSON.stringify(report)).toContain("回收率未知");
  });

  it("is the response rate where it is stated", () => {
    const stated = JSON.stringify(sampleReport("zh", { data: { invited: 3200 } }));
    expect(stated).toContain("有效回收率 36.9%");
    expect(stated).not.toContain("调查定义没有写明邀请人数");
  });

  it("is the cause where there are only associations", () => {
    expect(JSON.stringify(report)).toContain("不是因果");
  });
});

describe("counts in place of single answers", () => {
  it("get no share of the rows, which would exceed 100%", () => {
    const document = sampleReport("zh", { data: { rowsRead: 72, excluded: [] } });
    expect(JSON.stringify(document)).toContain("一行代表多位受访者");
    expect(JSON.stringify(document)).not.toMatch(/\d,\d{3}(\.\d)?%/);
  });
});
