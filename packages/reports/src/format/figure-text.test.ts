import { describe, expect, it } from "vitest";
import { equalFigure, sampleFigure, suppressedFigure } from "../../test-support/sample-figures.ts";
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

describe("a figure whose answers are all equal", () => {
  it("has no interval, and says why", () => {
    const figure = equalFigure("index", "index", 100, 12);
    expect(valueWithInterval(figure, zh)).toBe("100.0 (答案全部相同)");
    expect(valueWithInterval(figure, messagesIn("en"))).toBe("100.0 (all answers equal)");
  });
});

describe("shares of one column", () => {
  it("have the decimals that the fewest answers allow", () => {
    const share = sampleFigure("top-share", "share", 0.569, 0.02, 900);
    expect(valueWithInterval(share, zh, 150)).toBe("57% (55–59%)");
  });
});

describe("a figure without a number", () => {
  const figure = sampleFigure("index", "index", 72.4, 1.3, 1180);

  it("tells nothing but the threshold where the group is suppressed", () => {
    expect(figureText(suppressedFigure(figure), zh)).toEqual({ kind: "missing", text: "n < 10", n: null });
  });

  it("is not called small where it is hidden to protect a smaller group", () => {
    const large = suppressedFigure(figure, "protects-others");
    expect(figureText(large, zh)).toEqual({ kind: "missing", text: "隐去", n: null });
    expect(figureText(large, messagesIn("en"))).toMatchObject({ text: "hidden" });
  });

  it("tells n where there are too few answers", () => {
    const few = { ...figure, result: { kind: "too-few-answers", n: 1, required: 2 } } as const;
    expect(figureText(few, zh)).toEqual({ kind: "missing", text: "回答不足（n = 1）", n: "1" });
    expect(figureText(few, messagesIn("en")).kind).toBe("missing");
  });
});
