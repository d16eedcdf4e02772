import { describe, expect, it } from "vitest";
import { clipText, textWidth } from "./text-width.ts";
import { wrapText } from "./wrap-text.ts";

describe("textWidth", () => {
  it("takes a Chinese character as one em and a combining mark as nothing", () => {
    expect(textWidth("满意", 10)).toBe(20);
    expect(textWidth("e\u0301", 10)).toBe(textWidth("e", 10));
  });
});

describe("clipText", () => {
  it("leaves a text that fits as it is", () => {
    expect(clipText("满意度", 36, 12)).toBe("满意度");
  });

  it("ends a text that does not fit in an ellipsis, inside the room", () => {
    const clipped = clipText("满意度指数很高", 48, 12);
    expect(clipped).toBe("满意度…");
    expect(textWidth(clipped, 12)).toBeLessThanOrEqual(48);
  });

  it("never cuts a grapheme in two", () => {
    expect(clipText("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 24, 12)).toBe("👨‍👩‍👧‍👦…");
  });
});

describe("wrapText", () => {
  it("breaks between words and clips in the last line", () => {
    const lines = wrapText("Quick replies to questions by telephone", 90, 12, 2);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^Quick \w+$/);
    expect(lines[1]).toMatch(/…$/);
  });

  it("puts no closing mark at the beginning of a line", () => {
    const lines = wrapText("账务处理准确，报税及时", 72, 12, 3);
    expect(lines.some((line) => /^[，。）]/.test(line))).toBe(false);
  });

  it.each(["长".repeat(10_000), "w".repeat(10_000)])("keeps 10,000 characters within the room", (text) => {
    const lines = wrapText(text, 100, 12, 2);
    expect(lines.length).toBeLessThanOrEqual(2);
    for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(100);
  });
});
