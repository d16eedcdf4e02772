import { describe, expect, it } from "vitest";
import { bestLanguage } from "./best-language.ts";

const languages = ["zh", "en", "zh-TW", "pt-BR"];

describe("the best language", () => {
  it.each([
    ["en-GB,en;q=0.9,zh;q=0.8", "en"],
    ["zh-TW,zh;q=0.9", "zh-TW"],
    ["zh-hant-tw;q=0.9, EN;q=0.5", "zh"],
    ["fr, en;q=0.1", "en"],
    ["fr;q=1, zh;q=0.2, en;q=0.7", "en"],
    ["en;q=0, zh-tw", "zh-TW"],
    ["pt", "pt-BR"],
    ["pt-PT", "pt-BR"],
    ["en-x-private", "en"],
    ["fr, *;q=0.5, en;q=0.1", "zh"],
    ["*", "zh"],
    ["", "zh"],
    ["fr", "zh"],
    [";;,q=1,=,../..", "zh"],
    ["en;q=nonsense, zh-TW;q=0.1", "zh-TW"],
  ])("for “%s” is %s", (acceptLanguage, expected) => {
    expect(bestLanguage(languages, { acceptLanguage })).toBe(expected);
  });

  it("is the one that was chosen, before all the browser says", () => {
    expect(bestLanguage(languages, { wished: "en", acceptLanguage: "zh" })).toBe("en");
    expect(bestLanguage(languages, { wished: "EN-us", acceptLanguage: "zh" })).toBe("en");
    expect(bestLanguage(languages, { wished: "xx", acceptLanguage: "en" })).toBe("en");
  });

  it("is the first where nothing is said", () => {
    expect(bestLanguage(languages, {})).toBe("zh");
  });

  it("is found at once in a header of a megabyte", () => {
    expect(bestLanguage(languages, { acceptLanguage: "fr-".repeat(400_000) })).toBe("zh");
    expect(bestLanguage(languages, { wished: "a-".repeat(500_000) })).toBe("zh");
  });
});
