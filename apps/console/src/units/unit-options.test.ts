import { describe, expect, it } from "vitest";
import { group } from "../../test-support/sample-organisation.ts";
import { placedUnits, unitOptions, unitWithDescendants } from "./unit-options.ts";

function unit(id: string, parentId: string | null) {
  return { ...group, id, parentId, name: { zh: `${id} 部`, en: `unit ${id}` } };
}
const units = [unit("a", null), unit("b", "a"), unit("c", "b"), unit("d", "a")];

describe("the tree of units", () => {
  it("has children under their parents, one step in", () => {
    expect(placedUnits(units).map((placed) => [placed.unit.id, placed.depth])).toEqual([
      ["a", 0],
      ["b", 1],
      ["c", 2],
      ["d", 1],
    ]);
  });

  it("begins with the units whose parents one may not see", () => {
    expect(placedUnits(units.slice(2)).map((placed) => [placed.unit.id, placed.depth])).toEqual([
      ["c", 0],
      ["d", 0],
    ]);
  });

  it("is shown in the language of the screen", () => {
    expect(unitOptions(units, "en")[1]?.text.trim()).toBe("unit b");
  });

  it("knows what lies inside a unit: it cannot be moved there", () => {
    expect([...unitWithDescendants(units, "b")]).toEqual(["b", "c"]);
  });
});
