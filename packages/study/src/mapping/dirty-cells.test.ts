import { describe, expect, it } from "vitest";
import type { ColumnSample } from "./column-sample.ts";
import { guessMapping } from "./guess-mapping.ts";

type Counts = Readonly<Record<string, number>>;

function sampleOf(name: string, counts: Counts, blank = 0): ColumnSample {
  const kinds = new Map(Object.entries(counts));
  const filled = [...kinds.values()].reduce((sum, count) => sum + count, 0);
  return { name, filled, blank, kinds, complete: true };
}

/** The guess for one column, alone in its file. */
function guessed(name: string, counts: Counts, blank = 0) {
  const sample = sampleOf(name, counts, blank);
  const rows = sample.filled + blank;
  const [column] = guessMapping({ rows, columns: [sample], firstRows: [] }, "调查").columns;
  return column;
}

const unfit = (cells: number, example: string) => ({ kind: "unfit-cells", cells, example });
const oneToFive = { "1": 4, "2": 6, "3": 20, "4": 40, "5": 30 };
const ids = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`R${i + 1}`, 1]));

describe("a few dirty cells", () => {
  it.each<[string, Counts, string]>([
    ["a word among numbers", { ...oneToFive, 很好: 1 }, "很好"],
    ["a number far off", { ...oneToFive, "55": 1 }, "55"],
    ["a number just off", { ...oneToFive, "7": 1 }, "7"],
    ["a nought", { ...oneToFive, "0": 2 }, "0"],
    ["a fraction", { ...oneToFive, "3.5": 1 }, "3.5"],
  ])("leave ratings from 1 to 5 what they are: %s", (_, counts, example) => {
    expect(guessed("服务满意度", counts)).toMatchObject({
      use: "item",
      range: { minimum: 1, maximum: 5 },
      doubt: unfit(counts[example], example),
    });
  });

  it("leave the recommendation what it is", () => {
    const counts = { "0": 2, "5": 10, "7": 10, "8": 20, "9": 30, "10": 20, "15": 1 };
    expect(guessed("推荐意愿", counts)).toMatchObject({
      use: "nps",
      range: { minimum: 0, maximum: 10 },
      doubt: unfit(1, "15"),
    });
    expect(guessed("Q7", counts).use).toBe("nps");
  });

  it("leave ratings in words what they are; of two words for the same the usual one is the answer", () => {
    const counts = { 非常满意: 40, 满意: 40, 一般: 10, 不满意: 5, 非常不满意: 3, 很满意: 1, 电话打不通: 1 };
    expect(guessed("总体满意度", counts)).toMatchObject({
      use: "overall",
      answers: ["非常不满意", "不满意", "一般", "满意", "非常满意"],
      doubt: unfit(2, "很满意"),
    });
  });

  it("leave the key what it is", () => {
    expect(guessed("编号", { ...ids(60), R7: 2 })).toMatchObject({
      use: "key",
      doubt: { kind: "repeated-cells", cells: 1, example: "R7" },
    });
    expect(guessed("编号", ids(60), 1).use).toBe("key");
  });

  it.each<[string, string, Counts, number, string]>([
    ["weight", "权重", { "0.8": 30, "1.2": 29, 无: 1 }, 0, "无"],
    ["frequency", "频数", { "3": 30, "12": 29, "1.5": 1 }, 0, "1.5"],
    ["date", "提交日期", { "2026-11-01": 30, "2026-11-02": 29, 昨天: 1 }, 0, "昨天"],
    [
      "number",
      "Q4",
      { ...Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i * 7}`, 1])), 很多: 1 },
      0,
      "很多",
    ],
    ["wave", "Q5", { "2026Q1": 30, "2025Q4": 29, 测试: 1 }, 0, "测试"],
  ])("leave a %s what it is", (use, name, counts, blank, example) => {
    expect(guessed(name, counts, blank)).toMatchObject({ use, doubt: unfit(1, example) });
  });

  it("keep what names no time out of the waves", () => {
    expect(guessed("期次", { "2026Q1": 30, "2025Q4": 29, 测试: 1 }).answers).toEqual(["2025Q4", "2026Q1"]);
  });

  it("are tolerated in small files too: one in five, up to a handful", () => {
    expect(guessed("服务满意度", { "3": 2, "4": 4, "5": 3, 很好: 1 }).use).toBe("item");
    expect(guessed("服务满意度", { "4": 1, "5": 1, 很好: 1 }).use).not.toBe("item");
  });
});

describe("more than a few", () => {
  it("make it another column", () => {
    expect(guessed("服务满意度", { ...oneToFive, 很好: 4, 很差: 4 }).use).not.toBe("item");
    const repeated = { ...ids(60), ...Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`R${i + 1}`, 2])) };
    expect(guessed("编号", repeated).use).not.toBe("key");
    expect(guessed("Q3", { ...oneToFive, "6": 10, "7": 5 }).range).toEqual({ minimum: 1, maximum: 7 });
  });

  it("keep an open answer open, where many write the same", () => {
    expect(guessed("意见和建议", { 满意: 30, 很满意: 27, 师傅很有耐心: 1, 电话打不通: 1 }).use).toBe("text");
  });
});

describe("clean columns", () => {
  it.each<[string, Counts]>([
    ["服务满意度", { ...oneToFive, "99": 3, 不适用: 2 }],
    ["总体满意度", { 满意: 40, 一般: 10, 不满意: 5, "(跳过)": 3 }],
    ["编号", ids(60)],
    ["城市", { 上海: 20, 北京: 20, 南京: 1 }],
    ["Q9", { "1": 30, "2": 29 }],
  ])("are not doubted: %s", (name, counts) => {
    expect(guessed(name, counts)).not.toHaveProperty("doubt");
  });
});

describe("a label", () => {
  it.each([
    ["服务满意度", { zh: "服务满意度" }],
    ["Q3 满意度", { zh: "Q3 满意度" }],
    ["Service rating", { en: "Service rating" }],
  ])("is of the language of its column's name: %s", (name, label) => {
    expect(guessed(name, oneToFive).label).toEqual(label);
  });

  it("of a file is of the language of the file's name", () => {
    const titled = (title: string) => guessMapping({ rows: 0, columns: [], firstRows: [] }, title).title;
    expect([titled("回访"), titled("Visits 2026")]).toEqual([{ zh: "回访" }, { en: "Visits 2026" }]);
  });
});
