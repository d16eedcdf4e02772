/** Weights and indices against R's (golden/example/expected/synth_public_csi.json); judgements in pairs and the ratio by hand. */
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { describe, expect, it } from "vitest";
import { buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { exampleReference, exampleStudy } from "../../../test-support/example-study.ts";
import { furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { expectSoundAnswers, remarksOf, smallStudies } from "../../../test-support/small-studies.ts";

const family = "index";
const example = await exampleStudy();
const reference = exampleReference("synth_public_csi");

describe("the index of the example", () => {
  const [indices, weights] = tablesOf(furtherAnalysis(example, { family }));

  it.each([
    ["equal", "equal"],
    ["stated", "stated"],
    ["correlation", "correlation"],
    ["regression", "regression_positive_beta"],
    ["lmg", "lmg"],
    ["johnson", "johnson_relative_weight"],
    ["entropy", "entropy"],
  ])("has R's weights and value by %s", (code, name) => {
    const column = weights.columns.findIndex((each) => each.code === code);
    const found = weights.rows.slice(0, -1).map(({ cells }) => {
      const cell = cells[column];
      return {
        item: cells[0].kind === "label" ? cells[0].label.en : "",
        weight: cell.kind === "number" ? cell.value : 0,
      };
    });
    // Our order is that of the indicator system.
    const order = [
      "Professionalism",
      "Accuracy",
      "Timeliness",
      "Process",
      "Confidentiality",
      "Response speed",
      "Effect of communication",
      "Price",
    ];
    const expected = reference.weights.values[reference.weights.rows.indexOf(name)];
    order.forEach((label, i) => {
      expect(found.find(({ item }) => item === label)?.weight).toBeCloseTo(expected[i], 8);
    });
    const place = weights.columns.slice(1).findIndex((each) => each.code === code);
    const index = indices.rows[place].cells[2];
    expect(index.kind === "number" && index.value).toBeCloseTo(reference.csi[name], 7);
  });

  it("says how many answers weights rest on, and which grade an interval allows", () => {
    const base = weights.rows[weights.rows.length - 1].cells;
    expect(base[weights.columns.findIndex(({ code }) => code === "lmg")]).toMatchObject({
      value: reference.n_complete,
    });
    expect(base[weights.columns.findIndex(({ code }) => code === "equal")]).toEqual({
      kind: "none",
      because: "not-applicable",
    });
    expect(indices.rows[0].cells[3]).toMatchObject({ label: { en: "Satisfied" } });
  });

  it("is weighted where there are weights", () => {
    const [weighted] = tablesOf(furtherAnalysis(example, { family, weightings: ["equal"], weight: "base_weight" }));
    const cell = weighted.rows[0].cells[2];
    expect(cell.kind === "number" && cell.value).not.toBeCloseTo(reference.csi.equal, 3);
    expect(weighted.rows[0].cells[1]).toMatchObject({ value: 1200 });
  });

  it("shares a dimension's judged weight among its questions", () => {
    // Consistent judgements: each dimension matters as its number says.
    const importances = [4, 3, 2, 2, 1];
    const ahp = {
      criteria: ["expertise", "quality", "efficiency", "relationship", "value"],
      matrix: importances.map((a) => importances.map((b) => a / b)),
    };
    const result = furtherAnalysis(example, { family, weightings: ["equal"], ahp });
    const [, own, criteria] = tablesOf(result);
    expect(numberAt(criteria, "Service quality", "weight").value).toBeCloseTo(3 / 12, 10);
    expect(numberAt(own, "Accuracy", "ahp").value).toBeCloseTo(1 / 12, 10);
    expect(numberAt(own, "Professionalism", "ahp").value).toBeCloseTo(4 / 12, 10);
    expect(criteria.notes[0].en).toContain("CR = 0.000");
  });
});

const length = 30;
const ratings = {
  overall: Array.from({ length }, (_, i) => 1 + (i % 5)),
  a: Array.from({ length }, (_, i) => 1 + ((i * 3) % 5)),
  b: Array.from({ length }, (_, i) => 1 + (i % 4)),
  c: Array.from({ length }, (_, i) => 2 + (i % 3)),
};
const study = buildRatedStudy({ ratings });
const judged = (matrix: number[][]): AnalysisOf<"index"> => ({
  family,
  weightings: ["equal"],
  ahp: { criteria: ["a", "b", "c"], matrix },
});

describe("an index of judged weights", () => {
  it("warns of judgements that contradict each other", () => {
    // A = 5B, B = 5C, yet C = 5A.
    const result = furtherAnalysis(
      study,
      judged([
        [1, 5, 0.2],
        [0.2, 1, 5],
        [5, 0.2, 1],
      ]),
    );
    expect(remarksOf(result).some((text) => text.startsWith("The judgements contradict each other"))).toBe(true);
    expect(numberAt(tablesOf(result)[1], "a", "ahp").value).toBeCloseTo(1 / 3, 9);
  });

  it("takes no weights from pairs that say two things, and names them", () => {
    const result = furtherAnalysis(
      study,
      judged([
        [1, 3, 2],
        [3, 1, 2],
        [0.5, 0.5, 1],
      ]),
    );
    expect(remarksOf(result).join(" ")).toContain("(a and b)");
    expect(tablesOf(result)[1].columns.map(({ code }) => code)).toEqual(["item", "equal"]);
  });
});

describe("an index", () => {
  it("says which of the weights that were asked for cannot be had", () => {
    const remarks = remarksOf(furtherAnalysis(study, { family, weightings: ["equal", "stated"] }));
    expect(remarks[0]).toMatch(/^No weights by .*: its questions are missing/);
  });

  it("gives satisfaction in per cent of expectation, with both means", () => {
    // Rating 3 is 50 of 100, rating 5 is 100: 20 people at 50 and 10 at 100 make 66.67; all expect 100.
    const own = buildRatedStudy({
      ratings: { ...ratings, met: ratings.a.map((_, i) => (i < 20 ? 3 : 5)), expected: ratings.a.map(() => 5) },
    });
    const tables = tablesOf(furtherAnalysis(own, { family, expectation: "expected", satisfaction: "met" }));
    const table = tables[tables.length - 1];
    expect(numberAt(table, "met", "ratio").value).toBeCloseTo(200 / 3, 10);
    expect(numberAt(table, "met", "expectation").value).toBe(100);
    expect(numberAt(table, "met", "satisfaction").value).toBeCloseTo(200 / 3, 10);
  });

  it("has nothing to divide by where nobody expects anything", () => {
    const own = buildRatedStudy({ ratings: { ...ratings, expected: ratings.a.map(() => 1) } });
    const result = furtherAnalysis(own, { family, expectation: "expected" });
    expect(remarksOf(result).some((text) => text.includes("nothing to divide by"))).toBe(true);
  });

  it("hides an index that a question of few answers counts in, and weights that rest on few", () => {
    const few = { ...ratings, c: ratings.c.map((value, i) => (i < 6 ? value : ("skipped" as const))) };
    const result = furtherAnalysis(buildRatedStudy({ ratings: few }), { family, weightings: ["equal", "lmg"] });
    expect(result.outcome).toMatchObject({ kind: "cannot" });
    const enough = furtherAnalysis(study, {
      family,
      weightings: ["equal"],
      filter: [{ column: "a", codes: ["1", "3"] }],
    });
    expect(tablesOf(enough)[0].rows[0].cells[1]).toMatchObject({ value: 12 });
  });

  it("holds finite numbers and no base of few people, whatever the answers", () => {
    expectSoundAnswers(smallStudies(["overall", "a", "b", "c"]), { family, expectation: "b", satisfaction: "a" });
  });
});
