import { describe, expect, it } from "vitest";
import { sampleFigure, suppressedFigure } from "../../test-support/sample-figures.ts";
import { messagesIn } from "../messages/messages.ts";
import { figureText, valueWithInterval } from "./figure-text.ts";

const zh = messagesIn("zh");

describe("valueWithInterval", () => {
  it.each([
    [sampleFigure("index", "index", 72.4, 1.3, 1180), "72.4 (71.1–73.7)"],
    [sampleFigure("nps", "nps", -12.34, 8, 1180), "−12.3 (−20.3 – −4.3)"],
    [sampleFigure("top-share", "share", 0.724, 0.06, 180), "72% (66–78%)"],
    [sampleFigure("top-share", "share", 0.724, 0.013, 1180), "72.4% (71.1–73.7%)"],
    [sampleFigure("mean", "rating", 4.123, 0.05, 1180), "4.12 (4.07–4.17)"],
  ])("writes %# as %s", (figure, text) => {
    expect(valueWithInterval(figure, zh)).toBe(text);
  });
});

describe("a figure without a number", () => {
  const figure = sampleFigure("index", "index", 72.4, 1.3, 1180);

  it("tells nothing but the threshold where the group is suppressed", () => {
    expect(figureText(suppressedFigure(figure), zh)).toEqual({ kind: "missing", text: "n < 10", n: null });
  });

  it("tells n where there are too few answers", () => {
    const few = { ...figure, result: { kind: "too-few-answers", n: 1, required: 2 } } as const;
    expect(figureText(few, zh)).toEqual({ kind: "missing", text: "回答不足（n = 1）", n: "1" });
    expect(figureText(few, messagesIn("en")).kind).toBe("missing");
  });
});
