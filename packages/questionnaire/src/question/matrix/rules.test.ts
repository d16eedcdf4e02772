import { describe, expect, it } from "vitest";
import { answering } from "../../../test-support/answering.ts";
import { asking, matrix, rating, text } from "../../../test-support/build-questionnaire.ts";
import { itemsOf } from "../../item/items-of.ts";

const asked = asking(matrix("m", ["speed", "constructor"], { states: ["dont-know"] }));
const conditional = asking(
  rating("used"),
  matrix("m", [], {
    required: true,
    rows: [
      { code: "always", text: text("a") },
      { code: "sometimes", text: text("s"), showIf: { item: "used", from: 3 } },
    ],
  }),
);

describe("a matrix", () => {
  it("keeps a cell a row, also of a row called constructor", () => {
    expect(answering(asked, { m: { speed: 4, constructor: "dont-know" } })).toEqual({
      cells: { m_speed: "4", m_constructor: "DK" },
      faults: [],
    });
  });

  it("does not take what every object inherits for an answer to a row", () => {
    expect(answering(asked, { m: {} })).toEqual({ cells: {}, faults: [] });
  });

  it.each([["4"], [4], [[4, 5]], [null]])("is of another form: %j", (value) => {
    expect(answering(asked, { m: value })).toEqual({ cells: {}, faults: [["m", "form"]] });
  });

  it("says once that rows are foreign, however many there are, and reads its own", () => {
    const value = { speed: 4, x: 1, y: 2, ...JSON.parse('{"__proto__": 3}') };
    expect(answering(asked, { m: value })).toEqual({ cells: { m_speed: "4" }, faults: [["m", "row-unknown"]] });
  });

  it("says at each row what is wrong with it", () => {
    expect(answering(asked, { m: { speed: 6, constructor: "refused" } }).faults).toEqual([
      ["m.speed", "not-on-scale"],
      ["m.constructor", "state-not-offered"],
    ]);
  });

  it("requires each row that is shown, and none that is hidden", () => {
    expect(answering(conditional, { used: 1 })).toEqual({
      cells: { used: "1", m_sometimes: "NS" },
      faults: [["m.always", "required"]],
    });
    expect(answering(conditional, { used: 3 }).faults).toEqual([
      ["m.always", "required"],
      ["m.sometimes", "required"],
    ]);
  });

  it("refuses an answer to a row that is hidden", () => {
    expect(answering(conditional, { used: 1, m: { always: 5, sometimes: 5 } })).toEqual({
      cells: { used: "1", m_always: "5", m_sometimes: "NS" },
      faults: [["m.sometimes", "not-shown"]],
    });
  });

  it("names its items after question and row", () => {
    expect(itemsOf(asked).map(({ name, label }) => [name, label.zh])).toEqual([
      ["m_speed", "speed"],
      ["m_constructor", "constructor"],
    ]);
  });
});
