import { describe, expect, it } from "vitest";
import { answering } from "../../../test-support/answering.ts";
import { asking, single, text } from "../../../test-support/build-questionnaire.ts";
import { itemsOf } from "../../item/items-of.ts";
import { longestOther } from "../other-text.ts";

const plain = asking(single("q", ["a", "constructor"], { states: ["refused"] }));
const open = asking(single("q", ["a"], { other: { label: text("其他", "Other") } }));
const strict = asking(single("q", ["a"], { other: { label: text("其他", "Other"), textRequired: true } }));

describe("a single choice", () => {
  it.each(["a", "constructor"])("keeps the option's code: %s", (option) => {
    expect(answering(plain, { q: { option } })).toEqual({ cells: { q: option }, faults: [] });
  });

  it.each(["b", "A", "", "toString", "other"])("refuses an option it does not have: “%s”", (option) => {
    expect(answering(plain, { q: { option } })).toEqual({ cells: {}, faults: [["q", "option-unknown"]] });
  });

  it.each([["a"], [1], [["a"]], [{}], [{ option: 1 }], [{ option: "a", more: 1 }], [null]])(
    "is of another form: %j",
    (value) => {
      expect(answering(plain, { q: value })).toEqual({ cells: {}, faults: [["q", "form"]] });
    },
  );

  it("keeps a state that is offered", () => {
    expect(answering(plain, { q: "refused" }).cells).toEqual({ q: "RF" });
    expect(answering(plain, { q: "dont-know" }).faults).toEqual([["q", "state-not-offered"]]);
  });

  it("keeps what was written behind “other” exactly, and may do without", () => {
    const written = " \u{202E}左右 z\u{336}a\u{337}l\u{334} zero\u{200B}width  ";
    expect(answering(open, { q: { option: "other", text: written } })).toEqual({
      cells: { q: "other", q_other_text: written },
      faults: [],
    });
    expect(answering(open, { q: { option: "other" } })).toEqual({ cells: { q: "other" }, faults: [] });
    expect(answering(open, { q: { option: "other", text: "  " } }).cells).toEqual({ q: "other" });
  });

  it("asks for the text behind “other” where it is required, and keeps the choice", () => {
    expect(answering(strict, { q: { option: "other", text: " " } })).toEqual({
      cells: { q: "other" },
      faults: [["q", "other-text-required"]],
    });
    expect(answering(strict, { q: { option: "a" } }).faults).toEqual([]);
  });

  it("refuses a text behind another option, one that is none, and one that is too long", () => {
    expect(answering(open, { q: { option: "a", text: "x" } }).faults).toEqual([["q", "form"]]);
    expect(answering(open, { q: { option: "other", text: 1 } }).faults).toEqual([["q", "form"]]);
    expect(answering(open, { q: { option: "other", text: "x".repeat(longestOther) } }).faults).toEqual([]);
    expect(answering(open, { q: { option: "other", text: "x".repeat(longestOther + 1) } }).faults).toEqual([
      ["q", "too-long"],
    ]);
  });

  it("lists “other” among its options, and its text as an item", () => {
    expect(itemsOf(open)).toMatchObject([
      { name: "q", kind: "choice", options: [{ code: "a" }, { code: "other" }] },
      { name: "q_other_text", kind: "text" },
    ]);
  });
});
