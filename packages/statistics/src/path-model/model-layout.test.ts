import { describe, expect, it } from "vitest";
import { layoutOf } from "./model-layout.ts";
import type { PathModel } from "./path-model.ts";

const model: PathModel = {
  constructs: [
    { name: "Loyalty", items: ["l1"], mode: "A" },
    { name: "Satisfaction", items: ["s1", "s2"], mode: "A" },
    { name: "Quality", items: ["q1", "q2", "q3"], mode: "B" },
  ],
  paths: [
    { from: "Satisfaction", to: "Loyalty" },
    { from: "Quality", to: "Satisfaction" },
    { from: "Quality", to: "Loyalty" },
  ],
};

describe("the layout of a model", () => {
  it("puts items block after block, and constructs so that paths lead forward", () => {
    const layout = layoutOf(model);
    expect(layout.items).toEqual(["l1", "s1", "s2", "q1", "q2", "q3"]);
    expect([...layout.starts]).toEqual([0, 1, 3, 6]);
    expect([...layout.order]).toEqual([2, 1, 0]);
    expect(layout.predecessors.map((each) => [...each])).toEqual([[1, 2], [2], []]);
    expect(layout.successors.map((each) => [...each])).toEqual([[], [0], [0, 1]]);
  });

  it("is refused with all that is wrong in the model", () => {
    const wrong: PathModel = {
      constructs: [...model.constructs, { name: "Image", items: ["s1"], mode: "A" }],
      paths: [...model.paths, { from: "Loyalty", to: "Quality" }, { from: "Price", to: "Loyalty" }],
    };
    expect(() => layoutOf(wrong)).toThrow(RangeError);
    expect(() => layoutOf(wrong)).toThrow(/s1.*Price.*cycle.*Image/s);
    expect(() => layoutOf({ constructs: [], paths: [] })).toThrow(RangeError);
    expect(() =>
      layoutOf({ ...model, constructs: [{ name: "Empty", items: [], mode: "A" }, ...model.constructs] }),
    ).toThrow(/Empty/);
  });
});
