import { describe, expect, it } from "vitest";
import { answering } from "../../../test-support/answering.ts";
import { asking, nps } from "../../../test-support/build-questionnaire.ts";
import { itemsOf } from "../../item/items-of.ts";

const asked = asking(nps("q", { states: ["refused"] }));

describe("a recommendation", () => {
  it.each([0, 6, 10])("is a whole number from 0 to 10: %s", (value) => {
    expect(answering(asked, { q: value })).toEqual({ cells: { q: String(value) }, faults: [] });
  });

  it.each([-1, 11, 9.5])("is nothing else: %s", (value) => {
    expect(answering(asked, { q: value }).faults).toEqual([["q", "not-on-scale"]]);
  });

  it("keeps a state that is offered", () => {
    expect(answering(asked, { q: "refused" }).cells).toEqual({ q: "RF" });
  });

  it("is rated from 0 to 10 whatever scales there are", () => {
    expect(itemsOf({ ...asked, scales: {} })).toMatchObject([{ name: "q", scale: { minimum: 0, maximum: 10 } }]);
  });
});
