import { describe, expect, it } from "vitest";
import { languageOf } from "./language.mjs";

describe("the language", () => {
  it.each([
    [{ LANG: "zh_CN.UTF-8" }, "zh"],
    [{ LANG: "en_US.UTF-8", LC_MESSAGES: "zh_TW" }, "zh"],
    [{ LANG: "zh_CN", LC_ALL: "C" }, "en"],
    [{}, "en"],
  ])("of %j is %s", (env, language) => expect(languageOf(env)).toBe(language));
});
