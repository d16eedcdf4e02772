import { describe, expect, it } from "vitest";
import { parseStudy } from "../check/parse-study.ts";
import { csvRows } from "../data/csv-rows.ts";
import { sampleColumns } from "./column-sample.ts";
import { guessMapping } from "./guess-mapping.ts";
import type { ColumnMapping } from "./study-mapping.ts";
import { studyOfMapping } from "./study-of-mapping.ts";

async function guess(header: readonly string[], rows: readonly (readonly string[])[]) {
  const text = [header, ...rows]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","))
    .join("\n");
  async function* chunks() {
    yield text;
  }
  const sample = await sampleColumns(await csvRows("data.csv", chunks(), ","));
  const mapping = guessMapping(sample, "回访调查");
  const parsed = parseStudy("study.json", studyOfMapping(mapping, "data.csv"));
  const uses = Object.fromEntries(mapping.columns.map(({ name, use }) => [name, use]));
  const column = (name: string): ColumnMapping =>
    mapping.columns.find((found) => found.name === name) ?? expect.fail(`no column ${name}`);
  return { mapping, parsed, uses, column };
}

/** 11 has no divisor in common with the lengths used here: every cell comes up. Row i of a column that goes round its cells. */
const round = (cells: readonly string[], i: number) => cells[i % cells.length];
const rows = (columns: readonly (readonly string[])[], count = 60) =>
  Array.from({ length: count }, (_, i) =>
    columns.map((cells, c) => (c === 0 ? String(i + 1) : round(cells, i * 11 + c))),
  );

const satisfied = ["非常满意", "满意", "一般", "不满意", "非常不满意"];

describe("a file as 问卷星 exports it in words", () => {
  const header = [
    "序号",
    "提交答卷时间",
    "所用时间",
    "来源",
    "来自IP",
    "1、您的性别：",
    "2、您的年龄段",
    "3、您所在的城市",
    "4、您对以下服务的满意度—响应速度",
    "4、您对以下服务的满意度—专业能力",
    "4、您对以下服务的满意度—沟通态度",
    "5、您对我们的总体满意度",
    "6、您有多大可能向朋友推荐我们？",
    "7、您的意见和建议",
  ];
  const read = () =>
    guess(
      header,
      rows([
        ["-"],
        ["2026/11/1 10:02:11", "2026/11/2 9:00:00"],
        ["125秒", "88秒", "301秒"],
        ["微信", "链接"],
        ["10.0.0.1(北京-北京)"],
        ["男", "女"],
        ["18~25", "26~30", "31~40", "41~50"],
        ["上海", "杭州", "南京"],
        satisfied,
        ["非常满意", "满意", "一般", "不满意", "(跳过)"],
        ["A.非常满意", "B.满意", "C.一般", "D.不满意"],
        satisfied,
        ["0", "3", "5", "7", "8", "9", "10"],
        ["很好，继续努力，客服小王非常耐心地解答了我的所有问题", "没有", "希望上门服务的时间能再准时一点，谢谢"],
      ]),
    );

  it("is understood column by column", async () => {
    expect((await read()).uses).toEqual({
      序号: "key",
      提交答卷时间: "date",
      所用时间: "text",
      来源: "segment",
      来自IP: "ignore",
      "1、您的性别：": "segment",
      "2、您的年龄段": "segment",
      "3、您所在的城市": "unit",
      "4、您对以下服务的满意度—响应速度": "item",
      "4、您对以下服务的满意度—专业能力": "item",
      "4、您对以下服务的满意度—沟通态度": "item",
      "5、您对我们的总体满意度": "overall",
      "6、您有多大可能向朋友推荐我们？": "nps",
      "7、您的意见和建议": "text",
    });
  });

  it("orders answers from the worst to the best, with those that nobody chose, and knows what is no rating", async () => {
    const { column } = await read();
    expect(column("5、您对我们的总体满意度").answers).toEqual(satisfied.toReversed());
    expect(column("4、您对以下服务的满意度—专业能力")).toMatchObject({
      answers: satisfied.toReversed(),
      special: { "(跳过)": "not-shown" },
      belongsTo: "您对以下服务的满意度",
      label: { zh: "专业能力" },
    });
    expect(column("4、您对以下服务的满意度—沟通态度").answers).toEqual([
      "非常不满意",
      "D.不满意",
      "C.一般",
      "B.满意",
      "A.非常满意",
    ]);
  });

  it("makes a study that the check takes: the rows of a question are one dimension", async () => {
    const { parsed } = await read();
    expect(parsed).toMatchObject({
      kind: "study",
      definition: {
        cases: { key: "序号" },
        measures: { overall: "5、您对我们的总体满意度", nps: "6、您有多大可能向朋友推荐我们？" },
        indicators: [{ label: { zh: "您对以下服务的满意度" }, children: [{}, {}, {}] }],
        units: ["3、您所在的城市"],
      },
    });
  });
});

describe("a file as LimeSurvey exports it in codes", () => {
  it("is understood column by column", async () => {
    const numbers = ["1", "2", "3", "4", "5"];
    const { uses, column, parsed } = await guess(
      [
        "Response ID",
        "Date submitted",
        "Last page",
        "Start language",
        "Overall, how satisfied are you?",
        "Please rate our service [Speed]",
        "Please rate our service [Friendliness]",
        "How likely are you to recommend us?",
        "Which branch did you visit?",
        "Quarter",
        "weight",
        "Any comments?",
      ],
      rows([
        ["-"],
        ["2026-11-01 10:00:00"],
        ["4"],
        ["en", "de"],
        numbers,
        [...numbers, "99"],
        ["1", "2", "3", "4", "N/A"],
        ["0", "1", "6", "8", "10"],
        ["B01", "B02", "B03"],
        ["2025Q4", "2025Q3", "2026Q1"],
        ["0.8", "1.25"],
        ["Great staff", "Too slow, and nobody called me back although it was promised twice", "ok"],
      ]),
    );
    expect(Object.values(uses)).toEqual([
      "key",
      "date",
      "ignore",
      "ignore",
      "overall",
      "item",
      "item",
      "nps",
      "unit",
      "wave",
      "weight",
      "text",
    ]);
    expect(column("Please rate our service [Speed]")).toMatchObject({
      range: { minimum: 1, maximum: 5 },
      special: { "99": "not-applicable" },
    });
    // Nobody gave a 5: its neighbours say that the scale has one.
    expect(column("Please rate our service [Friendliness]")).toMatchObject({
      range: { minimum: 1, maximum: 5 },
      special: { "N/A": "not-applicable" },
    });
    expect(column("Quarter").label).toEqual({ en: "Quarter" });
    expect(column("Quarter").answers).toEqual(["2025Q3", "2025Q4", "2026Q1"]);
    expect(parsed.kind).toBe("study");
  });
});

describe("a column", () => {
  const one = async (name: string, cells: readonly string[]) => {
    const { column, parsed } = await guess(["no", name], rows([["-"], cells]));
    expect(parsed.kind).toBe("study");
    return column(name);
  };

  it.each([
    [["1", "2", "3", "4", "5"], { minimum: 1, maximum: 5 }],
    [["2", "3", "5", "6", "7"], { minimum: 1, maximum: 7 }],
    [["1", "4", "8", "10"], { minimum: 1, maximum: 10 }],
    [["1", "3", "5", "-9", "98"], { minimum: 1, maximum: 5 }],
  ])("of ratings %j runs over its scale", async (cells, range) => {
    expect(await one("服务评价", cells)).toMatchObject({ use: "item", range });
  });

  it("from 0 to 10 is the recommendation, whatever it is called", async () => {
    expect((await one("Q7", ["0", "2", "5", "7", "9", "10"])).use).toBe("nps");
  });

  it.each([
    [["很满意", "比较满意", "一般", "不太满意", "很不满意"]],
    [["Very satisfied", "Satisfied", "Neither satisfied nor dissatisfied", "Dissatisfied", "Very dissatisfied"]],
    [["Strongly agree", "Agree", "Undecided", "Disagree", "Strongly disagree"]],
    [["Extremely likely", "Likely", "Neutral", "Unlikely", "Extremely unlikely"]],
    [["非常同意", "同意", "中立", "不同意", "非常不同意"]],
    [["很好", "好", "一般", "差", "很差"]],
  ])("of the words %j is a rating in this order", async (best) => {
    const shuffled = [best[2], best[4], best[0], best[3], best[1]];
    expect((await one("Q3", shuffled)).answers).toEqual(best.toReversed());
  });

  it("of a scale of which only the good end was chosen gets the other end too", async () => {
    expect((await one("Q3", ["满意", "非常满意"])).answers).toEqual(satisfied.toReversed());
  });

  it.each([
    [
      ["第一期", "第二期", "第十期", "第十一期"],
      ["第一期", "第二期", "第十期", "第十一期"],
    ],
    [
      ["2026年3月", "2025年12月", "2026年11月"],
      ["2025年12月", "2026年3月", "2026年11月"],
    ],
    [
      ["Jan 2026", "Nov 2025", "Mar 2026"],
      ["Nov 2025", "Jan 2026", "Mar 2026"],
    ],
    [
      ["2025下半年", "2025上半年", "2026上半年"],
      ["2025上半年", "2025下半年", "2026上半年"],
    ],
  ])("of times %j is the wave, in order of time", async (cells, ordered) => {
    expect(await one("批次", cells)).toMatchObject({ use: "wave", answers: ordered });
  });

  it("of yes and no is no rating", async () => {
    expect((await one("是否续约", ["是", "否"])).use).not.toBe("repurchase");
    expect((await one("Q9", ["1", "2"])).use).toBe("choice");
  });

  it("of importance belongs to the item it is about", async () => {
    const five = ["1", "2", "3", "4", "5"];
    const { column, parsed } = await guess(
      ["id", "响应速度满意度", "响应速度重要性", "没人问过的重要性"],
      rows([["-"], five, five, five]),
    );
    expect(column("响应速度重要性")).toMatchObject({ use: "importance", belongsTo: "响应速度满意度" });
    expect(column("没人问过的重要性").use).toBe("ignore");
    expect(parsed).toMatchObject({
      definition: { indicators: [{ question: "响应速度满意度", importance: "响应速度重要性" }] },
    });
  });

  it("of effort is best at its low end where it asks how much", async () => {
    expect(await one("办理过程的费力程度", ["1", "2", "3", "4", "5", "7"])).toMatchObject({
      use: "ces",
      reversed: true,
    });
  });
});
