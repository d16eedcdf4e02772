import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkQuestionnaire } from "../check/check-questionnaire.ts";
import { readQuestionnaire } from "../check/read-questionnaire.ts";
import { evaluate } from "../evaluation/evaluate.ts";
import { itemsOf } from "../item/items-of.ts";
import { templates } from "./templates.ts";

const folder = new URL("../../templates/", import.meta.url);

describe("the templates", () => {
  it("are the files of their folder, each under its code", () => {
    const files = readdirSync(folder).map((file) => file.replace(/\.json$/, ""));
    expect(templates.map(({ code }) => code).toSorted()).toEqual(files.toSorted());
    for (const { code, questionnaire } of templates) {
      expect(JSON.parse(readFileSync(new URL(`${code}.json`, folder), "utf8"))).toMatchObject(questionnaire);
    }
  });

  it.each(templates)("$code has the right form and nothing wrong with it, not even a warning", ({ questionnaire }) => {
    expect(readQuestionnaire(questionnaire)).toEqual({ kind: "read", questionnaire });
    expect(checkQuestionnaire(questionnaire)).toEqual([]);
  });

  it.each(templates)(
    "$code is offered in Chinese and English, and described in both",
    ({ questionnaire, title, description }) => {
      expect(questionnaire.languages).toEqual(["zh", "en"]);
      for (const words of [title, description]) {
        expect(words.zh).toMatch(/\p{Script=Han}/u);
        expect(words.en).not.toMatch(/\p{Script=Han}/u);
      }
    },
  );

  it.each(templates)(
    "$code asks overall satisfaction, recommendation, effort or loyalty, groups, own words",
    ({ questionnaire }) => {
      const { measures = {}, indicators = [], segments = [] } = questionnaire.scoring;
      expect(measures).toMatchObject({ overall: expect.any(String), nps: expect.any(String) });
      expect(measures.ces ?? measures.repurchase).toBeDefined();
      expect(indicators.length).toBeGreaterThan(3);
      expect(segments.length).toBeGreaterThan(0);
      expect(itemsOf(questionnaire).some(({ kind }) => kind === "text")).toBe(true);
    },
  );

  it.each(templates)("$code begins with one easy question and asks the dissatisfied why", ({ questionnaire }) => {
    expect(questionnaire.pages[0]?.questions).toMatchObject([{ type: "rating", required: true }]);
    const asksWhy = (overall: number) =>
      evaluate(questionnaire, { overall }).pages.some(
        ({ page, questions }) => page.code === "reason" && questions.length > 0,
      );
    expect([1, 2, 3, 5].map(asksWhy)).toEqual([true, true, false, false]);
  });

  it("asks about 15 things of a bookkeeper's client", () => {
    const bookkeeping = templates.find(({ code }) => code === "bookkeeping-agency");
    const asked = bookkeeping === undefined ? [] : itemsOf(bookkeeping.questionnaire);
    // The reason is asked of the dissatisfied alone.
    expect(asked.length - 1).toBeGreaterThanOrEqual(14);
    expect(asked.length - 1).toBeLessThanOrEqual(16);
  });
});
