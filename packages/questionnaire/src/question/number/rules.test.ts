import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answering } from "../../../test-support/answering.ts";
import { asking, number } from "../../../test-support/build-questionnaire.ts";
import { evaluate } from "../../evaluation/evaluate.ts";
import { writtenNumber } from "./written-number.ts";

const whole = asking(number("q", { minimum: 0, maximum: 1_000_000, states: ["dont-know"] }));
const precise = asking(number("q", { decimals: 2 }));

describe("a number", () => {
  it.each([
    [12, "12"],
    [-0, "0"],
    [{ text: "1,234" }, "1234"],
    [{ text: "１２" }, "12"],
    [{ text: " 7 " }, "7"],
    ["dont-know", "DK"],
  ])("is kept as digits: %j", (answer, cell) => {
    expect(answering(whole, { q: answer })).toEqual({ cells: { q: cell }, faults: [] });
  });

  it.each([
    [{ text: "十二" }, "not-a-number"],
    [{ text: "1e3" }, "not-a-number"],
    [{ text: "1,23" }, "not-a-number"],
    [{ text: "0x10" }, "not-a-number"],
    [{ text: "9".repeat(200) }, "not-a-number"],
    [-1, "too-small"],
    [{ text: "1000001" }, "too-large"],
    [1.5, "too-precise"],
    [Number.NaN, "form"],
    [Number.POSITIVE_INFINITY, "form"],
    [{ text: "1", more: 2 }, "form"],
    [[1], "form"],
    ["12", "form"],
    ["refused", "state-not-offered"],
  ])("is refused: %j", (answer, problem) => {
    expect(answering(whole, { q: answer })).toEqual({ cells: {}, faults: [["q", problem]] });
  });

  it("says how large it may be where it is too large", () => {
    expect(evaluate(whole, { q: 2_000_000 }).faults).toMatchObject([{ problem: "too-large", limit: 1_000_000 }]);
  });

  it("has as many decimals as it may, without an exponent", () => {
    expect(answering(precise, { q: { text: "-.25" } }).cells).toEqual({ q: "-0.25" });
    expect(answering(precise, { q: 0.005 }).faults).toEqual([["q", "too-precise"]]);
    expect(answering(asking(number("q", { decimals: 6 })), { q: 0.0000005 }).faults).toEqual([["q", "too-precise"]]);
    expect(answering(asking(number("q", { decimals: 6 })), { q: 0.000001 }).cells).toEqual({ q: "0.000001" });
  });

  it("that is only blanks is none", () => {
    expect(answering(whole, { q: { text: " " } })).toEqual({ cells: {}, faults: [] });
    expect(answering(asking(number("q", { required: true })), { q: { text: "" } }).faults).toEqual([["q", "required"]]);
  });

  it("reads what it has written", () => {
    const kept = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((n) => n / 100 + 0);
    fc.assert(
      fc.property(kept, (n) => {
        expect(writtenNumber(answering(precise, { q: n }).cells.q ?? "")).toBe(n);
      }),
    );
  });
});
