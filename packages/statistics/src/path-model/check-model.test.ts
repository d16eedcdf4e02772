import { describe, expect, it } from "vitest";
import { smallModel } from "../../test-support/small-path-model.ts";
import { checkPathModel, pathModelIssueText } from "./check-model.ts";
import type { PathModel } from "./path-model.ts";

const [image, quality, satisfaction] = smallModel.constructs;

function issues(change: Partial<PathModel>) {
  return checkPathModel({ ...smallModel, ...change });
}

describe("checkPathModel", () => {
  it("finds nothing in a sound model", () => {
    expect(checkPathModel(smallModel)).toEqual([]);
  });

  it("says that there are no constructs", () => {
    expect(issues({ constructs: [] })).toEqual([{ code: "no-constructs" }]);
  });

  it("names items that stand in two blocks, or twice in one", () => {
    const twice = { ...quality, items: ["quality1", "image2", "quality1"] };
    expect(issues({ constructs: [image, twice, satisfaction] })).toEqual([
      { code: "duplicate-item", item: "image2", constructs: ["image", "quality"] },
      { code: "duplicate-item", item: "quality1", constructs: ["quality", "quality"] },
    ]);
  });

  it("names empty blocks and what has no name", () => {
    const constructs = [{ ...image, items: [] }, { ...quality, items: ["quality1", " "] }, satisfaction];
    expect(issues({ constructs })).toEqual([
      { code: "no-items", construct: "image" },
      { code: "unnamed-item", construct: "quality", place: 1 },
    ]);
    expect(issues({ constructs: [...smallModel.constructs, { ...image, name: "", items: ["x"] }] })).toContainEqual({
      code: "unnamed-construct",
      place: 3,
    });
  });

  it("names constructs that have one name", () => {
    const constructs = [...smallModel.constructs, { ...image, items: ["x"] }];
    expect(issues({ constructs })).toEqual([{ code: "duplicate-construct", construct: "image", places: [0, 3] }]);
  });

  it("refuses a mode that is not A or B", () => {
    const model: PathModel = JSON.parse(JSON.stringify(smallModel).replace('"mode":"A"', '"mode":"C"'));
    expect(checkPathModel(model)).toEqual([{ code: "unknown-mode", construct: "image", mode: "C" }]);
  });

  it("names paths that lead nowhere, to themselves, or stand twice", () => {
    const paths = [
      ...smallModel.paths,
      { from: "image", to: "price" },
      { from: "image", to: "image" },
      smallModel.paths[0],
    ];
    expect(issues({ paths })).toEqual([
      { code: "unknown-construct", construct: "price", place: 3 },
      { code: "path-to-itself", construct: "image", place: 4 },
      { code: "duplicate-path", from: "image", to: "quality", places: [0, 5] },
    ]);
  });

  it("shows a cycle in its order", () => {
    const paths = [
      { from: "image", to: "quality" },
      { from: "quality", to: "satisfaction" },
      { from: "satisfaction", to: "quality" },
    ];
    expect(issues({ paths })).toEqual([{ code: "cycle", constructs: ["quality", "satisfaction"] }]);
  });

  it("names constructs without a path", () => {
    expect(issues({ paths: [{ from: "image", to: "satisfaction" }] })).toEqual([
      { code: "isolated-construct", construct: "quality" },
    ]);
  });

  it("has words for every issue it finds", () => {
    const constructs = [
      { ...image, items: [] },
      { ...image, items: ["", "a", "a"] },
      { ...quality, name: "" },
    ];
    const paths = [
      { from: "image", to: "x" },
      { from: "image", to: "image" },
      { from: "image", to: "x" },
    ];
    const texts = checkPathModel({ constructs, paths }).map(pathModelIssueText);
    expect(texts.length).toBeGreaterThanOrEqual(7);
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text).not.toMatch(/undefined/);
  });
});
