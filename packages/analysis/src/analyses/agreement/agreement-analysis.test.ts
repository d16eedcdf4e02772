/** Agreement in the list of analyses. Expected numbers: vcd 1.4 `Kappa`, psych 2.2 `ICC`, Krippendorff's own example recomputed in R, at 90 %. */
import { describe, expect, it } from "vitest";
import { type Answer, buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { everyNumber, furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { expectSoundAnswers, remarksOf, smallStudies } from "../../../test-support/small-studies.ts";
import { surveyReference } from "../../../test-support/survey-study.ts";

const expected = surveyReference("textbook_agreement").values;
const at90 = { analysis: { confidence: 0.9, minimumGroup: 10 } };

/** Two columns of ratings with so many pairs in each cell. */
function columnsOf(table: readonly (readonly number[])[]): { readonly first: number[]; readonly second: number[] } {
  const cells = table.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, () => [i + 1, j + 1] as const)),
  );
  return { first: cells.map(([i]) => i), second: cells.map(([, j]) => j) };
}

describe("agreement of two raters", () => {
  const { inspectors } = expected;
  const study = buildRatedStudy({ ratings: columnsOf(inspectors.table) }, at90);
  const raters = ["first", "second"];

  it.each([
    ["unweighted", "Cohen's κ", "kappa"],
    ["linear", "Cohen's κ (linear weights)", "weighted_linear"],
    ["quadratic", "Cohen's κ (quadratic weights)", "weighted_quadratic"],
  ] as const)("has vcd's κ, %s", (measure, name, key) => {
    const result = furtherAnalysis(study, { family: "agreement", raters, measure });
    const [table] = tablesOf(result);
    const kappa = numberAt(table, name, "value");
    expect(kappa.value).toBeCloseTo(inspectors[key], 11);
    expect((kappa.interval?.upper ?? 0) - kappa.value).toBeCloseTo(1.6448536269514722 * inspectors[`${key}_ase`], 9);
    expect(numberAt(table, "Per cent agreement", "value").value).toBeCloseTo(inspectors.percent_agreement, 12);
    expect(numberAt(table, name, "n").value).toBe(145);
    expect(remarksOf(result)[0]).toContain("62.8%");
  });

  it("shows who said what, and calls bands a convention", () => {
    const result = furtherAnalysis(study, { family: "agreement", raters });
    const [, confusion] = tablesOf(result);
    expect(
      confusion.rows.map(({ cells }) => cells.slice(1).map((cell) => (cell.kind === "number" ? cell.value : -1))),
    ).toEqual(inspectors.table);
    expect(remarksOf(result).some((text) => text.includes("convention"))).toBe(true);
  });
});

describe("agreement of several raters", () => {
  it("has psych's intraclass correlations", () => {
    const { ratings, icc } = expected.judges;
    const raters = ["r0", "r1", "r2"];
    const columns = Object.fromEntries(
      raters.map((name, k) => [name, ratings.map((row: readonly number[]) => row[k])] as const),
    );
    const study = buildRatedStudy(
      { ratings: columns, scaleOf: { r0: "long", r1: "long", r2: "long" } },
      { ...at90, scales: { long: { kind: "rating", minimum: 1, maximum: 12 } } },
    );
    const [table] = tablesOf(furtherAnalysis(study, { family: "agreement", raters, measure: "quadratic" }));
    const row = (name: string) => icc.values[icc.rows.indexOf(name)];
    for (const [name, key] of [
      ["ICC(2,1): one rater, absolute agreement", "ICC2"],
      ["ICC(3,k): mean of the raters, consistency", "ICC3k"],
    ]) {
      const found = numberAt(table, name, "value");
      expect(found.value).toBeCloseTo(row(key)[0], 10);
      expect(found.interval?.lower).toBeCloseTo(row(key)[5], 8);
      expect(found.interval?.upper).toBeCloseTo(row(key)[6], 8);
    }
  });

  it("has Fleiss' κ, overall and by category", () => {
    const { counts, result } = expected.coders;
    const raters = Array.from({ length: 6 }, (_, k) => `r${k}`);
    const cases = counts.map((row: readonly number[]) =>
      row.flatMap((count, j) => Array.from({ length: count }, () => String.fromCharCode(97 + j))),
    );
    const groups = Object.fromEntries(
      raters.map((name, k) => [name, cases.map((own: readonly string[]) => own[k])] as const),
    );
    const study = buildRatedStudy({ ratings: { q: cases.map(() => 3) }, groups }, at90);
    const [table, , categories] = tablesOf(furtherAnalysis(study, { family: "agreement", raters }));
    const kappa = numberAt(table, "Fleiss' κ", "value");
    expect(kappa.value).toBeCloseTo(result.kappa, 12);
    expect(numberAt(table, "Per cent agreement", "value").value).toBeCloseTo(result.percent_agreement, 12);
    ["a", "b", "c"].forEach((category, j) => {
      expect(numberAt(categories, category, "kappa").value).toBeCloseTo(result.kappa_by_category[j], 11);
    });
  });

  it.each([
    ["unweighted", "Krippendorff's α (nominal)", "nominal"],
    ["linear", "Krippendorff's α (ordinal)", "ordinal"],
    ["quadratic", "Krippendorff's α (interval)", "interval"],
  ] as const)("has Krippendorff's α with ratings missing, %s", (measure, name, key) => {
    const { raters_by_units: given, ...alphas } = expected.shoppers;
    const raters = given.map((_: unknown, k: number) => `r${k}`);
    const ratings = Object.fromEntries(
      given.map((row: readonly (number | null)[], k: number) => [
        `r${k}`,
        row.map((value): Answer => value ?? "skipped"),
      ]),
    );
    const scaleOf = Object.fromEntries(raters.map((rater: string) => [rater, "long"]));
    const study = buildRatedStudy(
      { ratings, scaleOf },
      { ...at90, scales: { long: { kind: "rating", minimum: 0, maximum: 9 } } },
    );
    const result = furtherAnalysis(study, { family: "agreement", raters, measure });
    expect(numberAt(tablesOf(result)[0], name, "value").value).toBeCloseTo(alphas[key], 11);
    if (measure !== "unweighted") expect(remarksOf(result)[0]).toContain(name);
  });
});

describe("agreement by hand", () => {
  it("is 1 where all agree, is not told from habit where all are one category, and hides few cases", () => {
    const same = Array.from({ length: 20 }, (_, i) => 1 + (i % 4));
    const all = furtherAnalysis(buildRatedStudy({ ratings: { a: same, b: same } }), {
      family: "agreement",
      raters: ["a", "b"],
    });
    expect(numberAt(tablesOf(all)[0], "Cohen's κ", "value").value).toBeCloseTo(1, 12);
    const one = buildRatedStudy({ ratings: { a: same.map(() => 2), b: same.map(() => 2) } });
    const habit = furtherAnalysis(one, { family: "agreement", raters: ["a", "b"] });
    expect(habit.outcome).toMatchObject({ kind: "cannot", reason: "no-variation" });
    const few = buildRatedStudy({
      ratings: { a: same, b: same.map((value, i) => (i < 7 ? value : ("skipped" as const))) },
    });
    const hidden = furtherAnalysis(few, { family: "agreement", raters: ["a", "b"] });
    expect(hidden.outcome).toMatchObject({ kind: "cannot", reason: "suppressed" });
    expect(everyNumber(hidden.outcome)).toEqual([]);
  });

  it("goes by the code where columns found their answers in another order", () => {
    const first = ["x", "x", "y", "y", "z", "x", "y", "z", "x", "y", "z", "z"];
    const second = [...first].toReversed().map((_, i) => first[i]);
    const turned = ["z", ...second.slice(1)];
    const study = buildRatedStudy({ ratings: { q: first.map(() => 1) }, groups: { a: first, b: turned } });
    const [table] = tablesOf(furtherAnalysis(study, { family: "agreement", raters: ["a", "b"] }));
    expect(numberAt(table, "Per cent agreement", "value").value).toBeCloseTo(11 / 12, 12);
  });

  it("is sound whatever was answered", () => {
    const studies = smallStudies(["a", "b", "c"], {}, { h: ["x", "y", "z"], k: ["y", "x"] });
    expectSoundAnswers(studies, { family: "agreement", raters: ["a", "b"], measure: "quadratic" }, 80);
    expectSoundAnswers(studies, { family: "agreement", raters: ["a", "b", "c"], measure: "linear" }, 80);
    expectSoundAnswers(studies, { family: "agreement", raters: ["h", "k"] }, 80);
  });
});
