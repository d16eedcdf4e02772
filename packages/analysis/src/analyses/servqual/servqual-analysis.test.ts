/** Gaps against R's (golden/example/expected/synth_public_servqual.json). */
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { describe, expect, it } from "vitest";
import { buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { exampleReference, exampleStudy, referenceRow } from "../../../test-support/example-study.ts";
import { cellAt, furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { expectSoundAnswers, remarksOf, smallStudies } from "../../../test-support/small-studies.ts";

const family = "servqual";
const published = [
  ["Tangibles", 1, 4, "pts_tan"],
  ["Reliability", 5, 9, "pts_rel"],
  ["Responsiveness", 10, 13, "pts_res"],
  ["Assurance", 14, 17, "pts_ass"],
  ["Empathy", 18, 22, "pts_emp"],
] as const;
const dimensions = published.map(([name, from, to, importance]) => ({
  label: { en: name },
  importance,
  pairs: Array.from({ length: to - from + 1 }, (_, i) => ({
    label: { en: `Q${from + i}` },
    expectation: `E${from + i}`,
    perception: `P${from + i}`,
  })),
}));

describe("SERVQUAL of the example", async () => {
  const reference = exampleReference("synth_public_servqual");
  const example = await exampleStudy();
  const [byDimension, totals, points, byItem, alphas] = tablesOf(furtherAnalysis(example, { family, dimensions }));

  it.each(published.map(([name]) => name))("agrees with R in %s", (name) => {
    const expected = referenceRow(reference.dimensions, name);
    expect(numberAt(byDimension, name, "gap").value).toBeCloseTo(expected.mean_gap, 10);
    expect(numberAt(byDimension, name, "perception").value).toBeCloseTo(expected.servperf_mean, 10);
    expect(numberAt(points, name, "points").value).toBeCloseTo(expected.mean_points, 10);
    expect(numberAt(alphas, name, "alpha-perceptions").value).toBeCloseTo(expected.alpha_P, 10);
    expect(numberAt(alphas, name, "alpha-expectations").value).toBeCloseTo(expected.alpha_E, 10);
    expect(numberAt(alphas, name, "alpha-gaps").value).toBeCloseTo(expected.alpha_gap, 10);
  });

  it("agrees with R in every item, with p-values corrected by Holm over the 22", () => {
    const rows = reference.items.rows.map((name: string) => ({ name, ...referenceRow(reference.items, name) }));
    const descending = rows.toSorted((a: { p: number }, b: { p: number }) => b.p - a.p);
    for (const row of rows) {
      expect(numberAt(byItem, row.name, "gap").value).toBeCloseTo(row.gap, 10);
      expect(numberAt(byItem, row.name, "expectation").value).toBeCloseTo(row.mean_E, 10);
      expect(numberAt(byItem, row.name, "perception").value).toBeCloseTo(row.mean_P, 10);
    }
    // The largest p stays, the next is doubled.
    expect(numberAt(byItem, descending[0].name, "adjusted-p-value").value).toBeCloseTo(descending[0].p, 10);
    expect(numberAt(byItem, descending[1].name, "adjusted-p-value").value).toBeCloseTo(2 * descending[1].p, 10);
  });

  it("agrees with R in the totals", () => {
    const total = (name: string) => numberAt(totals, name, "estimate").value;
    expect(total("SERVQUAL, dimensions alike")).toBeCloseTo(reference.unweighted_servqual, 10);
    expect(total("SERVQUAL by each respondent's points")).toBeCloseTo(
      reference.weighted_servqual_individual_points,
      10,
    );
    expect(total("SERVQUAL by the mean points")).toBeCloseTo(reference.weighted_servqual_mean_points, 10);
    expect(total("SERVPERF, dimensions alike")).toBeCloseTo(reference.servperf_unweighted, 10);
    expect(total("SERVPERF by each respondent's points")).toBeCloseTo(reference.servperf_weighted, 10);
  });
});

const two: AnalysisOf<"servqual">["dimensions"] = [
  {
    label: { en: "First" },
    pairs: [
      { expectation: "e1", perception: "p1" },
      { expectation: "e2", perception: "p2" },
    ],
  },
  { pairs: [{ expectation: "e3", perception: "p3" }] },
];
const length = 24;
const column = (of: (row: number) => number) => Array.from({ length }, (_, row) => of(row));
const ratings = {
  e1: column(() => 5),
  e2: column((i) => 4 + (i % 2)),
  e3: column((i) => 3 + (i % 3)),
  p1: column((i) => 2 + (i % 3)),
  p2: column((i) => 1 + (i % 4)),
  p3: column((i) => 3 + (i % 3)),
};

describe("SERVQUAL", () => {
  it("names a dimension by its place, has no alpha of one item, and knows that equal sides have no gap to test", () => {
    const tables = tablesOf(furtherAnalysis(buildRatedStudy({ ratings }), { family, dimensions: two }));
    const [byDimension] = tables;
    expect(numberAt(byDimension, "Dimension 2", "gap")).toMatchObject({ value: 0, interval: null });
    expect(cellAt(byDimension, "Dimension 2", "verdict")).toEqual({ kind: "none", because: "no-variation" });
    expect(cellAt(tables[tables.length - 1], "Dimension 2", "alpha-gaps")).toEqual({
      kind: "none",
      because: "not-applicable",
    });
  });

  it("weighs respondents", () => {
    const w = column((i) => (i % 3 === 0 ? 4 : 1));
    const study = buildRatedStudy({ ratings, weights: { w } }, { weights: [{ column: "w", label: { zh: "w" } }] });
    const analysis = { family, dimensions: two } as const;
    const [byDimension] = tablesOf(furtherAnalysis(study, { ...analysis, weight: "w" }));
    // By hand: Σ w (p1 − e1 + p2 − e2)/2 ÷ Σ w.
    const gap = (i: number) => (ratings.p1[i] - ratings.e1[i] + ratings.p2[i] - ratings.e2[i]) / 2;
    const expected = w.reduce((sum, weight, i) => sum + weight * gap(i), 0) / w.reduce((a, b) => a + b, 0);
    expect(numberAt(byDimension, "First", "gap").value).toBeCloseTo(expected, 12);
    expect(numberAt(byDimension, "First", "n").value).toBe(length);
  });

  it("leaves out points that do not add up, and says so", () => {
    const [one, other] = [column((i) => (i < 12 ? 50 : 60)), column((i) => (i < 12 ? 50 : 60))];
    const study = buildRatedStudy({ ratings, weights: { one, other } });
    const result = furtherAnalysis(study, {
      family,
      dimensions: [
        { ...two[0], importance: "one" },
        { ...two[1], importance: "other" },
      ],
    });
    expect(remarksOf(result)).toContain("The points of 12 respondents do not add up to 100 and are not used.");
    expect(numberAt(tablesOf(result)[2], "First", "n").value).toBe(12);
  });

  it("hides an item that few answered on both sides", () => {
    const few = { ...ratings, p2: column((i) => i).map((i) => (i < 6 ? 3 : ("skipped" as const))) };
    const tables = tablesOf(furtherAnalysis(buildRatedStudy({ ratings: few }), { family, dimensions: two }));
    const byItem = tables[2];
    for (const name of ["n", "perception", "gap", "adjusted-p-value"])
      expect(cellAt(byItem, "p2", name)).toEqual({ kind: "none", because: "too-few" });
  });

  it("holds finite numbers and no base of few people, whatever the answers", () => {
    expectSoundAnswers(smallStudies(Object.keys(ratings)), { family, dimensions: two }, 100);
    const withPoints = two.map((dimension) => ({ ...dimension, importance: "w" }));
    expectSoundAnswers(smallStudies(Object.keys(ratings)), { family, dimensions: withPoints }, 50);
  });
});
