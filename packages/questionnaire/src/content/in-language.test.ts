import { describe, expect, it } from "vitest";
import { buildQuestionnaire } from "../../test-support/build-questionnaire.ts";
import { readQuestionnaire } from "../check/read-questionnaire.ts";
import { inLanguage } from "./in-language.ts";

describe("a questionnaire in one language", () => {
  const sound = buildQuestionnaire();

  it("has that language's words only, and stays a questionnaire", () => {
    const english = inLanguage(sound, "en");
    expect(JSON.stringify(english)).not.toMatch(/\p{Script=Han}/u);
    expect(english.title).toEqual({ en: "Test" });
    expect(readQuestionnaire(english).kind).toBe("read");
    expect(english.languages).toEqual(["zh", "en"]);
  });

  it("keeps measures called by three letters, as languages are", () => {
    expect(inLanguage(sound, "en").scoring.measures).toEqual({ overall: "overall", nps: "nps" });
  });

  it("falls back to the first language that has the text, under the tag that was asked for", () => {
    const half = { ...sound, title: { zh: "标题", en: " " } };
    expect(inLanguage(half, "en").title).toEqual({ en: "标题" });
    expect(inLanguage({ ...sound, title: { de: "Titel" } }, "en").title).toEqual({ en: "" });
    expect(inLanguage({ ...sound, title: {} }, "constructor").title).toEqual({ constructor: "" });
  });
});
