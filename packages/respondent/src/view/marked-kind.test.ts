import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { describe, expect, it } from "vitest";
import { sampleQuestionnaire } from "../../test-support/sample-questionnaire.ts";
import { markedKind } from "./marked-kind.ts";

/** Questions on pages of two, each required or not, and a text that is no question. */
function asking(required: readonly boolean[]): Questionnaire {
  const questions = required.map((must, index) => ({
    code: `q${index}`,
    type: "open-text" as const,
    text: { en: `Question ${index}` },
    ...(must ? { required: true } : {}),
  }));
  const note = { code: "note", type: "statement" as const, text: { en: "Thanks for going on." } };
  return {
    ...sampleQuestionnaire,
    pages: [
      { code: "a", questions: questions.slice(0, 2) },
      { code: "b", questions: [note, ...questions.slice(2)] },
    ],
  };
}

describe("the mark beside a question", () => {
  it("is carried by the rarer kind, counted over all pages", () => {
    expect(markedKind(asking([true, false, false, false]))).toBe("required");
    expect(markedKind(asking([true, true, true, false]))).toBe("optional");
  });

  it("is carried by the required ones where there are as many of both", () => {
    expect(markedKind(asking([true, false]))).toBe("required");
  });

  it("is left out where all are of one kind; a text that asks nothing does not count", () => {
    expect(markedKind(asking([false, false, false]))).toBe("none");
    expect(markedKind(asking([true, true, true]))).toBe("none");
    expect(markedKind(asking([]))).toBe("none");
  });
});
