import { describe, expect, it } from "vitest";
import { type Answer, buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { cellAt, furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { expectSoundAnswers, remarksOf, smallStudies } from "../../../test-support/small-studies.ts";
import { surveyReference, surveyStudy } from "../../../test-support/survey-study.ts";

const family = "weights";
const overall = "Overall, how satisfied are you with our service";

describe("weights that fit the population", () => {
  it("are those of R: raked, trimmed, with the errors that allow for raking", async () => {
    const study = await surveyStudy();
    const { values, options } = surveyReference("survey_weighting");
    const margins = Object.entries(options.margins as Record<string, Record<string, number>>).map(
      ([column, targets]) => ({ column, targets }),
    );
    const [lower, upper] = values.trim_bounds_rel_to_mean;
    const result = furtherAnalysis(study, { family, weight: "base_weight", margins, trim: { lower, upper } });
    const [makeup, cost, change] = tablesOf(result);
    expect(numberAt(makeup, "Region: Harbour", "share-after").value).toBeCloseTo(0.21, 6);
    for (const [name, expected] of [
      ["Adjusted", values.raked],
      ["Adjusted and trimmed", values.trimmed],
    ]) {
      expect(numberAt(cost, name, "design-effect").value).toBeCloseTo(expected.deff_kish, 6);
      expect(numberAt(cost, name, "effective-n").value).toBeCloseTo(expected.n_eff, 4);
      expect(numberAt(cost, name, "maximum").value).toBeCloseTo(expected.max, 5);
    }
    const raked = values.estimates.raked_se_accounts_for_raking;
    expect(numberAt(change, "Adjusted", "estimate").value).toBeCloseTo(25 * (raked.osat - 1), 4);
    expect(numberAt(change, "Adjusted", "standard-error").value).toBeCloseTo(25 * raked.osat_se, 4);
    expect(numberAt(change, "Before adjustment", "estimate").value).toBeCloseTo(
      25 * (values.estimates.base_weights.osat - 1),
      8,
    );
    expect(remarksOf(result).some((text) => text.includes(`moves “${overall}”`))).toBe(true);
  });

  /** 30 of a with a mean of 25, 30 of b with one of 75. */
  const study = buildRatedStudy({
    ratings: {
      overall: Array.from({ length: 60 }, (_, i): Answer => (i < 30 ? (i % 2) + 1.5 : (i % 2) + 3.5)).map(
        (x) => Math.round(Number(x)) as Answer,
      ),
    },
    groups: {
      g: Array.from({ length: 60 }, (_, i) => (i < 30 ? "a" : "b")),
      h: Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? "x" : "y")),
    },
  });

  it("follow from one margin by hand, given as shares, per cents or counts", () => {
    for (const [a, b] of [
      [0.25, 0.75],
      [25, 75],
      [1000, 3000],
    ]) {
      const result = furtherAnalysis(study, { family, margins: [{ column: "g", targets: { a, b } }] });
      const [makeup, cost] = tablesOf(result);
      expect(result.method.en).toContain("Post-stratification");
      expect(numberAt(makeup, "a", "share-after").value).toBeCloseTo(0.25, 12);
      // Weights 0.5 and 1.5: 60 (30 · 0.25 + 30 · 2.25) / 60² = 1.25.
      expect(numberAt(cost, "Adjusted", "design-effect").value).toBeCloseTo(1.25, 12);
    }
  });

  it("take a crossing of columns", () => {
    const cells = [
      { codes: ["a", "x"], target: 1 },
      { codes: ["a", "y"], target: 1 },
      { codes: ["b", "x"], target: 1 },
      { codes: ["b", "y"], target: 1 },
    ];
    const [makeup] = tablesOf(furtherAnalysis(study, { family, crossed: { columns: ["g", "h"], cells } }));
    expect(numberAt(makeup, "a × x", "n").value).toBe(10);
    expect(numberAt(makeup, "a × x", "share-after").value).toBeCloseTo(0.25, 12);
  });

  it("are refused where the population and the respondents do not fit, by name", () => {
    const outcomeOf = (targets: Record<string, number>) =>
      furtherAnalysis(study, { family, margins: [{ column: "g", targets }] }).outcome;
    expect(outcomeOf({ a: 1 })).toMatchObject({ kind: "cannot", text: { en: expect.stringContaining("“b”") } });
    expect(outcomeOf({ a: 1, b: 1, c: 1 })).toMatchObject({
      kind: "cannot",
      text: { en: expect.stringContaining("“c”") },
    });
    expect(outcomeOf({ a: 0, b: 0 })).toMatchObject({ kind: "cannot" });
  });

  it("show no category of few people", () => {
    const few = buildRatedStudy({
      ratings: { overall: Array.from({ length: 60 }, (): Answer => 4) },
      groups: { g: Array.from({ length: 60 }, (_, i) => (i < 5 ? "few" : i < 30 ? "a" : "b")) },
    });
    const [makeup] = tablesOf(
      furtherAnalysis(few, { family, margins: [{ column: "g", targets: { few: 1, a: 5, b: 6 } }] }),
    );
    expect(cellAt(makeup, "few", "n")).toEqual({ kind: "none", because: "too-few" });
    expect(cellAt(makeup, "few", "share-before")).toEqual({ kind: "none", because: "too-few" });
    expect(cellAt(makeup, "a", "n")).toEqual({ kind: "none", because: "protects-others" });
  });

  it("hold finite numbers and no base of few people, whatever the answers", () => {
    expectSoundAnswers(smallStudies(["overall"]), {
      family,
      margins: [{ column: "g", targets: { a: 3, b: 2, c: 1 } }],
      trim: { upper: 2 },
    });
  });
});
