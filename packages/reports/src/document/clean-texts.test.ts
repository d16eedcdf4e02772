import { describe, expect, it } from "vitest";
import { cleanText, cleanTexts } from "./clean-texts.ts";

describe("cleanText", () => {
  it("takes out what turns a text around", () => {
    expect(cleanText("得分\u202e4.27\u202c")).toBe("得分4.27");
  });

  it("takes out control characters but keeps line ends", () => {
    expect(cleanText("a\u0000\u0007b\nc")).toBe("ab\nc");
  });

  it("replaces lone surrogates and keeps emoji whole", () => {
    expect(cleanText("\ud800x 👨‍👩‍👧")).toBe("\ufffdx 👨‍👩‍👧");
  });
});

describe("cleanTexts", () => {
  it("reaches every string of plain data and leaves the rest", () => {
    const data = { a: ["\u0000x", { b: "\u202ey" }], n: 1, none: null, yes: true };
    expect(cleanTexts(data)).toEqual({ a: ["x", { b: "y" }], n: 1, none: null, yes: true });
  });
});
