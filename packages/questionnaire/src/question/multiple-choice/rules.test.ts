import { describe, expect, it } from "vitest";
import { answering } from "../../../test-support/answering.ts";
import { asking, multiple, text } from "../../../test-support/build-questionnaire.ts";

const plain = asking(multiple("q", ["a", "b", "c"], { states: ["dont-know"], least: 2, most: 2 }));
const withNone = asking(
  multiple("q", [], {
    required: true,
    least: 2,
    options: [
      { code: "a", label: text("a") },
      { code: "b", label: text("b") },
      { code: "none", label: text("都没有", "None"), exclusive: true },
    ],
    other: { label: text("其他", "Other") },
  }),
);

describe("a multiple choice", () => {
  it("keeps 1 or 0 for each option once it is answered", () => {
    expect(answering(plain, { q: { options: ["c", "a"] } })).toEqual({
      cells: { q_a: "1", q_b: "0", q_c: "1" },
      faults: [],
    });
  });

  it("keeps nothing where nothing was chosen, which is an answer left out", () => {
    expect(answering(plain, { q: { options: [] } })).toEqual({ cells: {}, faults: [] });
    expect(answering(withNone, { q: { options: [] } })).toEqual({ cells: {}, faults: [["q", "required"]] });
  });

  it("keeps a state in every option", () => {
    expect(answering(plain, { q: "dont-know" }).cells).toEqual({ q_a: "DK", q_b: "DK", q_c: "DK" });
    expect(answering(plain, { q: "refused" }).faults).toEqual([["q", "state-not-offered"]]);
    const withOther = asking(multiple("q", ["a"], { states: ["refused"], other: { label: text("其他", "Other") } }));
    expect(answering(withOther, { q: "refused" }).cells).toEqual({ q_a: "RF", q_other: "RF" });
  });

  it.each([
    [["a", "x"], "option-unknown"],
    [["a", 1], "option-unknown"],
    [["a", "constructor"], "option-unknown"],
    [["a", "a"], "option-twice"],
    [["a", "b", "c"], "too-many"],
    [["a"], "too-few"],
  ])("says what is wrong with %j: %s", (options, problem) => {
    expect(answering(plain, { q: { options } }).faults).toEqual([["q", problem]]);
  });

  it("keeps a choice that is only too small: it may be finished later", () => {
    expect(answering(plain, { q: { options: ["a"] } }).cells).toEqual({ q_a: "1", q_b: "0", q_c: "0" });
  });

  it.each([["a"], [["a"]], [{ options: "a" }], [{}], [{ options: ["a", "b"], more: 1 }], [null]])(
    "is of another form: %j",
    (value) => {
      expect(answering(plain, { q: value })).toEqual({ cells: {}, faults: [["q", "form"]] });
    },
  );

  it("lets “none of these” stand alone, below the least, and with nothing beside it", () => {
    expect(answering(withNone, { q: { options: ["none"] } }).faults).toEqual([]);
    expect(answering(withNone, { q: { options: ["none", "a"] } }).faults).toEqual([["q", "exclusive-with-others"]]);
  });

  it("keeps the text behind “other”, which counts as a choice", () => {
    expect(answering(withNone, { q: { options: ["a", "other"], text: "传真" } })).toEqual({
      cells: { q_a: "1", q_b: "0", q_none: "0", q_other: "1", q_other_text: "传真" },
      faults: [],
    });
    expect(answering(withNone, { q: { options: ["a", "b"], text: "传真" } }).faults).toEqual([["q", "form"]]);
    expect(answering(withNone, { q: { options: [], text: "传真" } }).faults).toContainEqual(["q", "form"]);
  });
});
