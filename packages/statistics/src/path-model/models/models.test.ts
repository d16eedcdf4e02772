import { describe, expect, it } from "vitest";
import { checkPathModel } from "../check-model.ts";
import { acsi } from "./acsi.ts";
import { ccsi } from "./ccsi.ts";
import { ecsi } from "./ecsi.ts";
import { pathModelOf, type SatisfactionModel } from "./satisfaction-model.ts";

function withItems({ constructs }: SatisfactionModel) {
  return Object.fromEntries(constructs.map(({ name }) => [name, [`${name}1`, `${name}2`]]));
}

describe.each([acsi, ccsi, ecsi])("$id", (model) => {
  it("can be estimated once it has items", () => {
    const { constructs, paths } = pathModelOf(model, withItems(model));
    expect(checkPathModel({ constructs, paths })).toEqual([]);
    expect(constructs.map(({ name }) => name)).toEqual(model.constructs.map(({ name }) => name));
    expect(constructs.every(({ mode }) => mode === "A")).toBe(true);
    expect(paths).toEqual(model.paths);
    expect(model.constructs.map(({ name }) => name)).toContain(model.indexOf);
  });

  it("says everything in both languages", () => {
    const texts = [model.label, model.note, ...model.constructs.flatMap(({ label, asks }) => [label, asks])];
    for (const { zh, en } of texts) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[\x20-\x7e–]+$/);
    }
  });

  it("leaves out constructs that a survey does not ask about, and their paths", () => {
    const { loyalty, ...items } = withItems(model);
    expect(loyalty.length).toBe(2);
    const shorter = pathModelOf(model, items);
    expect(shorter.constructs.map(({ name }) => name)).not.toContain("loyalty");
    expect(shorter.paths.some(({ to }) => to === "loyalty")).toBe(false);
    expect(() => pathModelOf(model, { ...items, price: ["p1"] })).toThrow(RangeError);
  });
});

describe("paths of the shipped models", () => {
  const targetsOf = ({ paths }: SatisfactionModel, from: string) =>
    paths.filter((path) => path.from === from).map(({ to }) => to);

  it("are those of the publications", () => {
    expect([acsi.paths.length, ecsi.paths.length, ccsi.paths.length]).toEqual([9, 12, 10]);
    for (const model of [acsi, ecsi, ccsi]) {
      expect(targetsOf(model, "expectation")).toEqual(["quality", "value", "satisfaction"]);
      expect(targetsOf(model, "quality")).toEqual(["value", "satisfaction"]);
      expect(targetsOf(model, "value")).toEqual(["satisfaction"]);
    }
    expect(targetsOf(acsi, "image")).toEqual([]);
    expect(targetsOf(ecsi, "image")).toEqual(["expectation", "satisfaction", "loyalty"]);
    expect(targetsOf(ccsi, "satisfaction")).toEqual(["loyalty"]);
  });

  it("of the Chinese model ask for the standard's text", () => {
    expect(ccsi.note.en).toContain("check against your copy of the standard");
    expect(ccsi.note.zh).toContain("请与手头的标准文本核对");
    expect(ccsi.constructs.map(({ name }) => name)).not.toContain("complaints");
  });
});
