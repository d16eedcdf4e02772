import { describe, expect, it } from "vitest";
import { missingStates, type Scale } from "../definition/scale.ts";
import { answerCoder, firstAnswerCode, unknownAnswer } from "./answer-coder.ts";

const five: Scale = {
  kind: "rating",
  minimum: 1,
  maximum: 5,
  labels: { "5": { zh: "非常满意", en: "Very satisfied" } },
  special: { "99": "dont-know", "-": "not-applicable" },
};

function code(scale: Scale | undefined, text: string): number {
  const coder = answerCoder(scale);
  return coder.known.get(text) ?? coder.learn(text);
}

const fiveCode = firstAnswerCode + 4;

describe("answerCoder", () => {
  it.each(["5", " 5 ", "5.0", "５", "+5", "非常满意", "Very satisfied"])("reads %j as the answer 5", (text) => {
    expect(code(five, text)).toBe(fiveCode);
  });

  it.each([
    ["99", "dont-know"],
    ["99.0", "dont-know"],
    ["-", "not-applicable"],
    ["", "skipped"],
    ["  ", "skipped"],
  ])("reads %j as %s, never as a number", (text, state) => {
    expect(missingStates[code(five, text)]).toBe(state);
  });

  it.each(["6", "0", "5.5", "满意吧", "NaN", "constructor"])("does not know %j", (text) => {
    expect(code(five, text)).toBe(unknownAnswer);
  });

  it("prefers a code to a label that looks like it", () => {
    const scale: Scale = {
      kind: "ordinal",
      answers: [
        { code: "1", value: 1, label: { en: "2" } },
        { code: "2", value: 2, label: { en: "1" } },
      ],
    };
    expect(code(scale, "1")).toBe(firstAnswerCode);
  });

  it("prefers a special code to a label that looks like it", () => {
    const labels = { "5": { zh: "99", en: "-" }, "4": { zh: "满意" } };
    const scale: Scale = { ...five, labels };
    expect(missingStates[code(scale, "99")]).toBe("dont-know");
    expect(missingStates[code(scale, "-")]).toBe("not-applicable");
    expect(code(scale, "满意")).toBe(firstAnswerCode + 3);
  });

  it("lets an open scale grow by what it meets, blanks and Unicode forms aside", () => {
    const coder = answerCoder({ kind: "nominal" });
    const met = ["East", "West", " East ", "e\u0301", "\u00e9"].map(
      (text) => coder.known.get(text) ?? coder.learn(text),
    );
    expect(met.map((c) => c - firstAnswerCode)).toEqual([0, 1, 0, 2, 2]);
    expect(coder.answers.map((answer) => answer.code)).toEqual(["East", "West", "\u00e9"]);
  });
});
