import { describe, expect, it } from "vitest";
import { issue } from "../issue/issue.ts";
import { en } from "./en.ts";
import { commandLineIssueText, issueSentence, issueText } from "./issue-text.ts";
import { zh } from "./zh.ts";

const unknown = issue(
  "answer-unknown",
  { file: "data.csv", line: 3 },
  { column: "q1", answer: "9", rows: 2, answers: "1–5" },
);

describe("the text of an issue", () => {
  it.each(["zh", "en"] as const)("names options to whoever typed a command, and to nobody else: %s", (language) => {
    expect(commandLineIssueText(unknown, language)).toContain("--set-aside");
    expect(issueText(unknown, language)).not.toContain("--");
    expect(issueSentence(unknown, language)).not.toContain("--");
  });

  it.each(["zh", "en"] as const)("is the same for both where no option helps: %s", (language) => {
    const empty = issue("no-rows", { file: "data.csv" }, { file: "data.csv" });
    expect(commandLineIssueText(empty, language)).toBe(issueText(empty, language));
  });

  it("names no option in any of the texts of the screen", () => {
    for (const { issues } of [zh, en]) {
      for (const text of Object.values(issues)) expect(String(text)).not.toMatch(/--[a-z]/);
    }
  });

  it.each(["zh", "en"] as const)("names a property of cases to whoever typed a command alone: %s", (language) => {
    const twice = issue("key-twice", { file: "data.csv", line: 3 }, { column: "id", rows: 1 });
    expect(commandLineIssueText(twice, language)).toContain("cases.duplicates");
    expect(issueText(twice, language)).not.toContain("cases.");
  });

  it("differs for the same issues in both languages", () => {
    expect(Object.keys(zh.commandLineIssues)).toEqual(Object.keys(en.commandLineIssues));
  });
});
