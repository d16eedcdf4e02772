import { describe, expect, it } from "vitest";
import { sampleQuestionnaire } from "../../test-support/sample-questionnaire.ts";
import { fittingAnswers, nextStep, pageBefore, pageOfFaults, shownFaults } from "./steps.ts";

const complete = {
  overall: 4,
  items: { speed: 4, clarity: "not-applicable" },
  channel: { options: ["phone"] },
  recommend: 9,
};
const at = (page: string, answers: object) => ({
  work: { page, answers: { ...answers } },
  attempted: true,
  serverFaults: [],
});

describe("from page to page", () => {
  it("goes on only from a complete page", () => {
    expect(nextStep(sampleQuestionnaire, at("start", {}))).toEqual({ kind: "faulty" });
    expect(nextStep(sampleQuestionnaire, at("start", { overall: 4 }))).toEqual({ kind: "turn", page: "service" });
  });

  it("shows the page that a low rating leads to, and passes it otherwise", () => {
    expect(nextStep(sampleQuestionnaire, at("start", { overall: 2 }))).toEqual({ kind: "turn", page: "why" });
    expect(pageBefore(sampleQuestionnaire, at("service", { overall: 2 }))).toBe("why");
    expect(pageBefore(sampleQuestionnaire, at("service", { overall: 3 }))).toBe("start");
    expect(pageBefore(sampleQuestionnaire, at("start", {}))).toBeNull();
  });

  it("sends from the last page", () => {
    expect(nextStep(sampleQuestionnaire, at("last", complete))).toEqual({ kind: "send" });
  });

  it("goes back to a page that became incomplete instead of sending", () => {
    const { channel: _, ...without } = complete;
    expect(nextStep(sampleQuestionnaire, at("last", without))).toEqual({ kind: "turn", page: "about" });
  });

  it("is not kept by an answer to something that is hidden by now", () => {
    expect(nextStep(sampleQuestionnaire, at("last", { ...complete, reason: "late" }))).toEqual({ kind: "send" });
  });

  it("stays where the server found something, until it is answered anew", () => {
    const place = {
      ...at("last", complete),
      serverFaults: [{ question: "recommend", row: null, problem: "form" as const }],
    };
    expect(nextStep(sampleQuestionnaire, place)).toEqual({ kind: "faulty" });
    expect(shownFaults(sampleQuestionnaire, place)).toHaveLength(1);
    expect(pageOfFaults(sampleQuestionnaire, place.serverFaults, "start")).toBe("last");
  });

  it("shows no fault before an attempt", () => {
    expect(shownFaults(sampleQuestionnaire, { ...at("start", {}), attempted: false })).toEqual([]);
    expect(shownFaults(sampleQuestionnaire, at("start", {}))).toMatchObject([
      { question: "overall", problem: "required" },
    ]);
  });
});

describe("answers of an earlier version", () => {
  it("stay where they still fit; what nobody could answer now goes", () => {
    const kept = fittingAnswers(sampleQuestionnaire, { overall: 4, gone: 3, kind: { option: "old" }, words: "x" });
    expect(kept).toEqual({ overall: 4, words: "x" });
  });

  it("go where a state is offered no more", () => {
    expect(fittingAnswers(sampleQuestionnaire, { stars: "dont-know", mood: "dont-know" })).toEqual({
      mood: "dont-know",
    });
  });

  it("stay row by row in a matrix that lost a row, shown or not", () => {
    const kept = fittingAnswers(sampleQuestionnaire, {
      items: { speed: 4, gone: 2, clarity: 9 },
      kind: { option: "small" },
    });
    expect(kept).toEqual({ items: { speed: 4 }, kind: { option: "small" } });
    const [start, ...others] = sampleQuestionnaire.pages;
    const hidden = others.map((page) => ({ ...page, showIf: { item: "overall", to: 2 } }));
    const pages = start === undefined ? [] : [start, ...hidden];
    const later = fittingAnswers({ ...sampleQuestionnaire, pages }, { overall: 5, items: { speed: 4, gone: 2 } });
    expect(later).toEqual({ overall: 5, items: { speed: 4 } });
  });

  it("keep what is only unfinished or too long", () => {
    const answers = { overall: 1, reason: "x".repeat(100), channel: { options: ["phone", "visit", "wechat"] } };
    expect(fittingAnswers(sampleQuestionnaire, answers)).toEqual(answers);
  });
});
