import { describe, expect, it } from "vitest";
import { breakableWords } from "./breakable-words.ts";

describe("breakableWords", () => {
  it("leaves words of ordinary length and Chinese alone", () => {
    const text = "Donaudampfschifffahrt 满意度指数很高的各项服务指标得分情况一览表与说明文字以及附录 ordinary words";
    expect(breakableWords(text)).toBe(text);
  });

  it("lets a line end inside a word of 10,000 characters", () => {
    const broken = breakableWords("w".repeat(10_000));
    expect(Math.max(...broken.split("\u200b").map((piece) => piece.length))).toBeLessThanOrEqual(12);
    expect(broken.replaceAll("\u200b", "")).toBe("w".repeat(10_000));
  });

  it("never breaks a character in two", () => {
    expect(breakableWords("😀".repeat(40)).isWellFormed()).toBe(true);
  });
});
