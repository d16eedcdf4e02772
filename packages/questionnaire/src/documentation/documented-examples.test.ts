import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openText, page } from "../../test-support/build-questionnaire.ts";
import { checkQuestionnaire } from "../check/check-questionnaire.ts";
import { readQuestionnaire } from "../check/read-questionnaire.ts";
import type { Questionnaire } from "../definition/questionnaire.ts";
import { evaluate } from "../evaluation/evaluate.ts";
import { questionTypes } from "../question/question.ts";

const manual = readFileSync(new URL("../../../../docs/questionnaire.md", import.meta.url), "utf8");
const [, chinese = "", english = ""] = manual.split(/^## (?:中文|English)$/m);

/** The examples of one language, in the order in which the manual has them: whole, questions, answers, condition, scoring. */
function examplesOf(half: string) {
  const blocks = [...half.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, json = ""]) => JSON.parse(json));
  const [whole, questions, answers, condition, scoring] = blocks;
  return { blocks, whole, questions, answers, condition, scoring };
}

/** Form and check alike find nothing. */
function sound(value: unknown): Questionnaire {
  const read = readQuestionnaire(value);
  if (read.kind === "unreadable") throw new Error(JSON.stringify(read.issues));
  expect(checkQuestionnaire(read.questionnaire)).toEqual([]);
  return read.questionnaire;
}

describe.each([
  ["Chinese", chinese],
  ["English", english],
])("the manual's examples in %s", (_, half) => {
  const { blocks, whole, questions, answers, condition, scoring } = examplesOf(half);
  const asked = { ...whole, pages: [{ code: "all", questions }], scoring: scoring.scoring };

  it("are five", () => expect(blocks).toHaveLength(5));

  it("begin with a whole questionnaire", () => {
    expect(Object.keys(evaluate(sound(whole), { overall: 5 }).cells)).toEqual(["overall"]);
  });

  it("show a question of every type, and a scoring of them", () => {
    const types = sound(asked).pages.flatMap((one) => one.questions.map(({ type }) => type));
    expect(types.toSorted()).toEqual(questionTypes.toSorted());
  });

  it("show answers that are accepted, to all there is to answer", () => {
    const { faults } = evaluate(sound(asked), answers);
    expect(faults).toEqual([]);
    const answerable = sound(asked).pages.flatMap((one) => one.questions.filter(({ type }) => type !== "statement"));
    expect(Object.keys(answers)).toEqual(answerable.map(({ code }) => code));
  });

  it("show a condition that a later page may have", () => {
    const text = Object.fromEntries(whole.languages.map((language: string) => [language, "?"]));
    const later = { ...page("later", openText("later", { text })), ...condition };
    sound({ ...asked, pages: [...asked.pages, later] });
  });
});
