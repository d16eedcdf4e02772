import { describe, expect, it } from "vitest";
import { asking, buildQuestionnaire, matrix, rating, single, text } from "../../test-support/build-questionnaire.ts";
import { checkQuestionnaire } from "../check/check-questionnaire.ts";
import { errorAt, type QuestionnairePath } from "../check/questionnaire-issue.ts";
import { readQuestionnaire } from "../check/read-questionnaire.ts";
import { en } from "./en.ts";
import { issuePlace, issueSentence, issueText } from "./issue-text.ts";
import { zh } from "./zh.ts";

const questionnaire = buildQuestionnaire({
  pages: [
    { code: "a", questions: [rating("q1")] },
    { code: "b", questions: [rating("q2"), matrix("q3", ["x"]), single("q4", ["x"])] },
  ],
  scoring: { indicators: [{ code: "d", label: text("d"), children: [{ code: "e", label: text("e"), item: "q1" }] }] },
});

const placed = (...at: QuestionnairePath) => {
  const issue = errorAt("no-question", at, {});
  return [issuePlace(issue, "zh", questionnaire), issuePlace(issue, "en", questionnaire)];
};

describe("the place of an issue", () => {
  it.each<[QuestionnairePath, string, string]>([
    [["pages", 1, "questions", 1], "第 2 页「q3」", "Page 2, “q3”"],
    [["pages", 1, "questions", 1, "text"], "第 2 页「q3」的文字", "Page 2, “q3”, text"],
    [["pages", 1, "questions", 1, "text", "zh"], "第 2 页「q3」的文字", "Page 2, “q3”, text"],
    [["pages", 1, "questions", 1, "label"], "第 2 页「q3」的简称", "Page 2, “q3”, short name"],
    [["pages", 1, "questions", 1, "rows", 0, "text"], "第 2 页「q3」的第 1 行的文字", "Page 2, “q3”, row 1, text"],
    [
      ["pages", 1, "questions", 2, "options", 0, "label"],
      "第 2 页「q4」的第 1 个选项的文字",
      "Page 2, “q4”, option 1, text",
    ],
    [
      ["pages", 1, "questions", 1, "rows", 0, "showIf", "all", 1],
      "第 2 页「q3」的第 1 行的显示条件",
      "Page 2, “q3”, row 1, condition",
    ],
    [["pages", 0, "title"], "第 1 页的标题", "Page 1, title"],
    [["pages", 0, "showIf", "item"], "第 1 页的显示条件", "Page 1, condition"],
    [["scales", "five", "labels", "3"], "量表「five」的“3”的文字", "Scale “five”, words of 3"],
    [["scales", "five", "conversion", "marks"], "量表「five」", "Scale “five”"],
    [["scoring", "indicators", 0, "children", 0, "item"], "指标「e」", "Indicator “e”"],
    [["scoring", "indicators", 0, "label"], "指标「d」的文字", "Indicator “d”, text"],
    [["scoring", "measures", "nps"], "计分设置", "Scoring"],
    [["welcome", "privacy"], "开头的隐私说明", "Introduction, privacy"],
    [["thanks", "text"], "结束语的正文", "End screen, text"],
    [["title"], "标题", "Title"],
    [["languages", 1], "语言", "Languages"],
    [["pages"], "问卷", "Questionnaire"],
    [[], "问卷", "Questionnaire"],
  ])("at %j", (at, chinese, english) => expect(placed(...at)).toEqual([chinese, english]));

  it("is found in something of any form", () => {
    const issue = errorAt("no-question", ["pages", 3, "questions", 0, "code"], {});
    for (const odd of [null, 7, [], { pages: 3 }, { pages: [1, 2, 3, { questions: "x" }] }]) {
      expect(issueText(issue, "en", odd)).toContain("Page 4");
    }
  });
});

describe("the text of an issue", () => {
  it("says where, what, and what to do", () => {
    const half = asking(rating("a", { text: { zh: "满意吗？" } }));
    const [issue] = checkQuestionnaire(half);
    if (issue === undefined) throw new Error("the check found nothing");
    expect(issueText(issue, "zh", half)).toBe("第 1 页「a」的文字：缺少英语文字。请补上。");
    expect(issueText(issue, "en", half)).toBe("Page 1, “a”, text: The text is missing in English. Write it.");
  });

  it("of a wrong form speaks in both languages", () => {
    const value = { ...questionnaire, extra: 1 };
    const read = readQuestionnaire(value);
    const texts =
      read.kind === "read"
        ? []
        : read.issues.map((issue) => [issueText(issue, "zh", value), issueText(issue, "en", value)]);
    expect(texts).toEqual([
      [
        "问卷：没有“extra”这一项。请检查拼写或删除。",
        "Questionnaire: There is no property “extra”. Check its spelling or delete it.",
      ],
    ]);
  });

  it("clips what it quotes and shows control characters instead of obeying them", () => {
    const issue = errorAt("scale-unknown", [], { scale: `\u{202E}${"x".repeat(500)}` });
    for (const language of ["zh", "en"] as const) {
      const sentence = issueSentence(issue, language);
      expect(sentence).not.toContain("\u{202E}");
      expect(sentence.length).toBeLessThan(200);
    }
  });

  it("names a language by its tag where the tag is none", () => {
    expect(zh.issues["text-missing"]({ languages: ["en", "aa-bb-cc-dd"] })).toContain("英语、aa-bb-cc-dd");
  });

  it("has no exclamation mark", () => {
    for (const { issues } of [zh, en]) {
      for (const sentence of Object.values(issues)) expect(String(sentence)).not.toMatch(/[!！](?!=)/);
    }
  });
});
