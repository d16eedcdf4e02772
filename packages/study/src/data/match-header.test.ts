import { describe, expect, it } from "vitest";
import type { StudyDefinition } from "../definition/study-definition.ts";
import { matchHeader } from "./match-header.ts";

const study = (...names: string[]): StudyDefinition => ({
  id: "test",
  title: {},
  data: { file: "data.csv" },
  scales: {},
  columns: names.map((name) => ({ name, type: "text" })),
});

describe("matchHeader", () => {
  it("says of a name that stands twice where, counted from 1", () => {
    const { errors } = matchHeader(study("q1"), "data.csv", ["id", "q1", "x", "q1"]);
    expect(errors).toMatchObject([{ code: "header-twice", details: { name: "q1", first: 2, second: 4 } }]);
  });

  it("compares names in one Unicode form, on either side", () => {
    const [composed, decomposed] = ["caf\u00e9", "cafe\u0301"];
    for (const [declared, found] of [
      [composed, decomposed],
      [decomposed, composed],
    ]) {
      const matched = matchHeader(study("id", declared), "data.csv", [found, " id "]);
      expect(matched).toMatchObject({ errors: [], warnings: [] });
      expect([...matched.positions]).toEqual([1, 0]);
    }
  });

  it("takes no notice of columns without a name, however many", () => {
    expect(matchHeader(study("id"), "data.csv", ["", "id", "", " "])).toMatchObject({ errors: [], warnings: [] });
  });
});
