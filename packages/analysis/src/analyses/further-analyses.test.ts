/** The frame of the list: names, weights, filters, and whom an analysis may speak of. */
import { describe, expect, it } from "vitest";
import { buildRatedStudy } from "../../test-support/build-rated-study.ts";
import { analysesOf, numberAt, tablesOf } from "../../test-support/further-analysis.ts";
import { analyseStudy } from "../analyse-study.ts";

const length = 60;
const a = Array.from({ length }, (_, i) => 1 + ((i * 7) % 5));
const b = a.map((value, i) => Math.min(5, Math.max(1, value + (i % 3) - 1)));
const study = buildRatedStudy(
  {
    ratings: { a, b },
    groups: { region: a.map((_, i) => (i < 40 ? "north" : i < 55 ? "south" : "west")) },
    weights: { w: a.map((_, i) => 1 + ((i * i * 3) % 11)), v: a.map(() => 2) },
  },
  { weights: ["w", "v"].map((column) => ({ column, label: { zh: column } })) },
);
const scales = [{ items: ["a", "b"] }];
const base = { family: "reliability", scales } as const;
const inRegions = (...codes: string[]) => [{ column: "region", codes }];

describe("the list of further analyses", () => {
  it("is empty where the study asks for none", () => {
    expect(analyseStudy(study, { productVersion: "test" }).analyses).toEqual([]);
  });

  it("names an analysis by its id, or by its place", () => {
    const results = analysesOf(study, [base, { ...base, id: "north-only" }, base]);
    expect(results.map(({ id }) => id)).toEqual(["a1", "north-only", "a3"]);
  });

  it("takes the study's title where there is one", () => {
    const [own, given] = analysesOf(study, [base, { ...base, title: { zh: "甲", en: "A" } }]);
    expect(own.title).toEqual({ zh: "量表信度", en: "Reliability of the scales" });
    expect(given.title).toEqual({ zh: "甲", en: "A" });
  });

  it("weighs as the report does, unless the analysis says otherwise", () => {
    const definition = { ...study.definition, analyses: [base, { ...base, weight: "none" }, { ...base, weight: "v" }] };
    const { analyses } = analyseStudy({ ...study, definition }, { productVersion: "test", weight: "w" });
    expect(analyses.map(({ weight }) => weight)).toEqual(["w", null, "v"]);
    const alphas = analyses.map((one) => numberAt(tablesOf(one)[0], "Scale 1", "alpha").value);
    expect(alphas[0]).not.toBeCloseTo(alphas[1], 6);
    expect(alphas[2]).toBeCloseTo(alphas[1], 12);
  });

  it("computes of those whom the filter takes, and says who they are", () => {
    const [north] = analysesOf(study, [{ ...base, filter: inRegions("north") }]);
    expect(numberAt(tablesOf(north)[0], "Scale 1", "n").value).toBe(40);
    expect(north.respondents).toEqual({ zh: "region：north", en: "region: north" });
  });

  it("hides an analysis of too few, of all but too few, and one that another, taken from it, would make so", () => {
    const [few, allBut, south, southAndWest] = analysesOf(study, [
      { ...base, filter: inRegions("west") },
      { ...base, filter: inRegions("north", "south") },
      { ...base, filter: inRegions("south") },
      { ...base, filter: inRegions("south", "west") },
    ]);
    expect([few, allBut, southAndWest].map(({ outcome }) => outcome.kind)).toEqual(["cannot", "cannot", "cannot"]);
    expect(few.outcome).toMatchObject({ reason: "suppressed" });
    expect(south.outcome.kind).toBe("computed");
  });
});
