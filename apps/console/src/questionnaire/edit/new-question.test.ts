import { checkQuestionnaire } from "@manyi/questionnaire/check/check-questionnaire";
import { describe, expect, it } from "vitest";
import { buildQuestionnaire } from "../../../test-support/build-questionnaire.ts";
import { newQuestion, questionTypes } from "./new-question.ts";
import { insertQuestion } from "./question-edits.ts";
import { withUsualScale } from "./scale-edits.ts";

describe("a new question", () => {
  it.each(questionTypes)("of type %s is worded in Chinese and English, with nothing wrong", (type) => {
    const draft = buildQuestionnaire();
    const added = insertQuestion(0, 0, newQuestion(type, draft))(draft);
    expect(checkQuestionnaire(added).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it.each(questionTypes)("of type %s claims no words in a language that has none", (type) => {
    const { text } = newQuestion(type, buildQuestionnaire({ languages: ["zh-TW", "ja"] }));
    expect(text).toEqual({});
  });

  it("gets a code that neither a question nor an item bears", () => {
    const draft = buildQuestionnaire();
    const first = insertQuestion(0, 0, newQuestion("rating", draft))(draft);
    expect(newQuestion("rating", first).code).not.toBe(newQuestion("rating", draft).code);
  });

  it("brings a scale where there is none", () => {
    const draft = withUsualScale(buildQuestionnaire({ scales: {}, languages: ["en"] }));
    const question = newQuestion("rating", draft);
    expect(question.type === "rating" && Object.keys(draft.scales)).toEqual(["satisfaction_5"]);
    expect(draft.scales.satisfaction_5?.labels["1"]).toEqual({ en: "Very dissatisfied" });
  });
});
