import { describe, expect, it } from "vitest";
import {
  asking,
  buildQuestionnaire,
  matrix,
  openText,
  page,
  rating,
  text,
} from "../../test-support/build-questionnaire.ts";
import { templates } from "../template/templates.ts";
import { estimatedSeconds, readingSeconds } from "./estimated-seconds.ts";

const none = { title: {}, welcome: { organisation: {}, purpose: {}, privacy: {} } };
const silent = (...questions: Parameters<typeof asking>) => ({ ...asking(...questions), ...none });

describe("the time to answer", () => {
  it.each([
    ["", 0],
    ["您对服务满意吗？", 7 / 5],
    ["How satisfied are you with our service?", 7 / 3.5],
    ["2026 年的 CSAT 得分", 4 / 5 + 2 / 3.5],
  ])("of reading “%s” is %d seconds", (words, seconds) => expect(readingSeconds(words)).toBeCloseTo(seconds, 10));

  it("counts a matrix by its rows", () => {
    const one = estimatedSeconds(silent(matrix("m", ["a"])), "zh");
    const nine = estimatedSeconds(silent(matrix("m", "abcdefghi".split(""))), "zh");
    expect(nine - one).toBeGreaterThanOrEqual(8 * 2.5 - 1);
  });

  it("counts what is shown on a condition half, whether its page, itself, or both have one", () => {
    const showIf = { item: "first", from: 1 };
    const long = { text: text("字".repeat(500)) };
    const last = (question: object, onPage: object) =>
      estimatedSeconds({
        ...buildQuestionnaire({
          pages: [page("a"), { ...page("b", rating("q", { ...long, ...question })), ...onPage }],
        }),
        ...none,
      });
    const always = last({}, {});
    for (const half of [last({ showIf }, {}), last({}, { showIf }), last({ showIf }, { showIf })]) {
      expect(half).toBeGreaterThanOrEqual(always / 2 - 1);
      expect(half).toBeLessThanOrEqual(always / 2 + 1);
    }
  });

  it("counts more for a text that must be written", () => {
    expect(estimatedSeconds(silent(openText("q", { required: true })))).toBeGreaterThan(
      estimatedSeconds(silent(openText("q"))) + 10,
    );
  });

  it("is that of the words of the language, the first where none is named", () => {
    const questionnaire = silent(rating("q", { text: { zh: "字".repeat(100), en: "word" } }));
    expect(estimatedSeconds(questionnaire)).toBe(estimatedSeconds(questionnaire, "zh"));
    expect(estimatedSeconds(questionnaire, "en")).toBeLessThan(estimatedSeconds(questionnaire, "zh"));
  });

  it.each(templates)("of $code is under two minutes in every language", ({ questionnaire }) => {
    for (const language of questionnaire.languages) expect(estimatedSeconds(questionnaire, language)).toBeLessThan(120);
  });
});
