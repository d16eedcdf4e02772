import { describe, expect, it } from "vitest";
import { sampleDifference } from "../../test-support/sample-figures.ts";
import { messagesIn } from "../messages/messages.ts";
import { changeText } from "./change-text.ts";

const zh = messagesIn("zh");

function text(tested: Parameters<typeof changeText>[0], unit: "index" | "share" = "index") {
  return changeText(tested, unit, 500, zh.waves.verdicts, zh);
}

describe("changeText", () => {
  it("writes a change with its sign and interval", () => {
    expect(text(sampleDifference(1.8, 1.5))).toEqual({
      change: "+1.8 (0.3 – 3.3)",
      pValue: "< 0.001",
      verdict: "上升",
      missing: false,
    });
  });

  it("calls a change that the interval does not carry no change", () => {
    expect(text(sampleDifference(0.3, 2)).verdict).toBe("无显著变化");
  });

  it("gives changes of shares in percentage points", () => {
    expect(text(sampleDifference(-0.031, 0.02), "share").change).toBe("−3.1 (−5.1 – −1.1)");
  });

  it.each([
    [{ kind: "suppressed", reason: "too-few", minimum: 10 } as const, "n < 10"],
    [{ kind: "suppressed", reason: "protects-others", minimum: 10 } as const, "隐去"],
    [{ kind: "too-few-answers", n: 1, required: 2 } as const, "回答不足（n = 1）"],
  ])("says why there is none: %j", (difference, words) => {
    const tested = { difference, adjustedPValue: null, evidence: "none" } as const;
    expect(text(tested)).toEqual({ change: words, pValue: null, verdict: "—", missing: true });
  });

  it("makes no test where all answers are equal", () => {
    const tested = { difference: { kind: "no-variation", value: 0 }, adjustedPValue: null, evidence: "none" } as const;
    expect(text(tested)).toMatchObject({ change: "0.0", pValue: null, verdict: "答案全部相同，无法检验" });
  });
});
