import { describe, expect, it } from "vitest";
import { buildQuestionnaire } from "../../../test-support/build-questionnaire.ts";
import { differences, isEqual } from "./differences.ts";
import { newQuestion } from "./new-question.ts";
import { duplicateQuestion, insertQuestion, removeQuestion, replaceQuestion } from "./question-edits.ts";
import { stepQuestion } from "./question-moves.ts";

const before = buildQuestionnaire();

describe("what differs between a draft and a version", () => {
  it("is nothing for the same content, in whatever order its properties stand", () => {
    const { scoring, ...rest } = before;
    expect(differences(before, { scoring, ...rest })).toEqual({ added: 0, changed: 0, removed: 0, frame: false });
  });

  it("counts questions by their codes", () => {
    const more = insertQuestion(1, 0, newQuestion("nps", before))(removeQuestion("why")(before));
    const changed = replaceQuestion("more", { type: "open-text", code: "more", text: { zh: "别的" } })(more);
    expect(differences(before, changed)).toMatchObject({ added: 1, changed: 1, removed: 1 });
    expect(differences(before, duplicateQuestion("why")(before))).toMatchObject({ added: 1, changed: 0 });
  });

  it("sees another order", () => {
    expect(differences(before, stepQuestion("why", -1)(before))).toEqual({
      added: 0,
      changed: 0,
      removed: 0,
      frame: true,
    });
  });

  it("is told apart from lists that look alike", () => {
    expect(isEqual([1, 2], [2, 1])).toBe(false);
    expect(isEqual({ a: undefined }, {})).toBe(false);
    expect(isEqual([], {})).toBe(false);
  });
});
