import { describe, expect, it } from "vitest";
import { answering } from "../../../test-support/answering.ts";
import { asking, rating, text } from "../../../test-support/build-questionnaire.ts";
import { itemsOf } from "../../item/items-of.ts";

const offered = asking(rating("q", { states: ["not-applicable"] }));

describe("a rating", () => {
  it.each([
    [1, "1"],
    [5, "5"],
  ])("keeps the number as digits: %s", (value, cell) => {
    expect(answering(offered, { q: value })).toEqual({ cells: { q: cell }, faults: [] });
  });

  it.each([0, 6, 2.5, Number.NaN, Number.POSITIVE_INFINITY])("is not on the scale: %s", (value) => {
    expect(answering(offered, { q: value })).toEqual({ cells: {}, faults: [["q", "not-on-scale"]] });
  });

  it.each([["4"], [null], [true], [[4]], [{ value: 4 }], ["__proto__"]])("is of another form: %j", (value) => {
    expect(answering(offered, { q: value })).toEqual({ cells: {}, faults: [["q", "form"]] });
  });

  it("keeps a state that is offered, and refuses one that is not", () => {
    expect(answering(offered, { q: "not-applicable" })).toEqual({ cells: { q: "NA" }, faults: [] });
    expect(answering(offered, { q: "dont-know" }).faults).toEqual([["q", "state-not-offered"]]);
  });

  it("may be left out unless it is required; a state is an answer", () => {
    expect(answering(offered, {})).toEqual({ cells: {}, faults: [] });
    const required = asking(rating("q", { required: true, states: ["refused"] }));
    expect(answering(required, {}).faults).toEqual([["q", "required"]]);
    expect(answering(required, { q: "refused" }).faults).toEqual([]);
  });

  it("takes 0 and writes −0 as 0 where the scale begins there", () => {
    const zero = { ...asking(rating("q")), scales: { five: { minimum: 0, maximum: 5, labels: {} } } };
    expect(answering(zero, { q: -0 }).cells).toEqual({ q: "0" });
  });

  it("cannot be answered while its scale does not exist", () => {
    expect(answering(asking(rating("q", { scale: "gone" })), { q: 1 }).faults).toEqual([["q", "not-on-scale"]]);
    expect(answering(asking(rating("q", { scale: "constructor" })), { q: 1 }).faults).toEqual([["q", "not-on-scale"]]);
  });

  it("is called by its short name in results, by its text where that is blank", () => {
    const label = (overrides: object) => itemsOf(asking(rating("q", overrides))).map((item) => item.label.zh);
    expect(label({ label: text("总体", "Overall") })).toEqual(["总体"]);
    expect(label({ label: { zh: " " } })).toEqual(["满意吗？"]);
  });
});
