/** Crosstabs in the list of analyses. Expected numbers: R 4.2 `chisq.test`, survey 4.1 `svychisq`, on the example's data. */
import type { LoadedStudy } from "@manyi/dataset/load/load-study";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { beforeAll, describe, expect, it } from "vitest";
import { buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { exampleReference, exampleStudy } from "../../../test-support/example-study.ts";
import { analysesOf, furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { expectSoundAnswers, remarksOf, smallStudies } from "../../../test-support/small-studies.ts";
import type { AnalysisResult, AnalysisTable } from "../../results/analyses.ts";

const captioned = (result: AnalysisResult, words: string): AnalysisTable => {
  const table = tablesOf(result).find(({ caption }) => caption.en?.includes(words));
  if (table === undefined) throw new Error(`no table of ${words}`);
  return table;
};

const cellsOf = (table: AnalysisTable, place: number) =>
  table.rows[place].cells.slice(1).map((cell) => (cell.kind === "number" ? cell.value : null));

describe("crosstabs of the example", () => {
  let loaded: LoadedStudy;
  let plain: AnalysisResult;
  let weighted: AnalysisResult;
  let ordered: AnalysisResult;
  beforeAll(async () => {
    loaded = await exampleStudy();
    [plain, weighted, ordered] = analysesOf(loaded, [
      { family: "crosstab", rows: ["osat"], by: "region" },
      { family: "crosstab", rows: ["osat"], by: "region", weight: "base_weight" },
      { family: "crosstab", rows: ["osat"], by: "ces" },
    ]);
  }, 60_000);

  it("has R's counts, tests, residuals and measures", () => {
    const { counts, assoc } = exampleReference("synth_public_crosstab").osat_by_region;
    const shares = captioned(plain, "column shares");
    counts.values.forEach((row: readonly number[], r: number) => {
      expect(cellsOf(shares, 2 * r + 1).slice(1)).toEqual(row);
    });
    expect(shares.n).toBe(1179);
    const tests = captioned(plain, "tests of independence");
    expect(numberAt(tests, "Pearson χ²", "statistic").value).toBeCloseTo(assoc.chi2, 10);
    expect(numberAt(tests, "Pearson χ²", "p-value").value).toBeCloseTo(assoc.p, 12);
    expect(numberAt(tests, "Likelihood ratio G²", "statistic").value).toBeCloseTo(assoc.G2_likelihood_ratio, 10);
    const measures = captioned(plain, "strength of association");
    expect(numberAt(measures, "Cramér's V", "value").value).toBeCloseTo(assoc.cramers_v, 12);
    expect(numberAt(measures, "Cramér's V, bias-corrected", "value").value).toBe(assoc.cramers_v_bias_corrected);
    const residuals = captioned(plain, "residuals");
    assoc.adjusted_std_residuals.values.forEach((row: readonly number[], r: number) => {
      row.forEach((value, c) => {
        expect(cellsOf(residuals, r)[c]).toBeCloseTo(value, 10);
      });
    });
  });

  it("tests weighted answers by Rao and Scott, with shares of the weights and bases of people", () => {
    const expected = exampleReference("synth_public_crosstab").weighted_osat_by_region;
    const tests = captioned(weighted, "tests of independence");
    const f = numberAt(tests, "Rao–Scott F (second order)", "statistic");
    expect(f.value).toBeCloseTo(expected.rao_scott_F.statistic, 10);
    expect(numberAt(tests, "Rao–Scott F (second order)", "p-value").value).toBeCloseTo(expected.rao_scott_F.p, 10);
    const shares = captioned(weighted, "column shares");
    const counts: readonly (readonly number[])[] = expected.weighted_counts.values;
    const total = counts.reduce((sum, row) => sum + row[0], 0);
    expect(cellsOf(shares, 0)[1]).toBeCloseTo(counts[0][0] / total, 10);
    expect(numberAt(shares, "Effective n", "East").value).toBeCloseTo(expected.n_eff_by_column_kish.East, 8);
    expect(numberAt(shares, "n", "East").value).toBe(290);
    expect(tests.rows.some(({ cells: [name] }) => JSON.stringify(name).includes("Pearson"))).toBe(false);
  });

  it("measures the association of two ordered scales by their order", () => {
    const measures = captioned(ordered, "strength of association");
    const tau = numberAt(measures, "Kendall's τ-b", "value").value;
    expect(tau).toBeGreaterThan(0.2);
    expect(numberAt(measures, "Goodman and Kruskal's γ", "value").value).toBeGreaterThan(tau);
    expect(() => numberAt(captioned(plain, "strength"), "Kendall's τ-b", "value")).toThrow();
  });

  it("corrects the tests of several questions together", () => {
    const result = furtherAnalysis(loaded, { family: "crosstab", rows: ["osat", "churn", "ces"], by: "region" });
    const [summary] = tablesOf(result);
    const column = (code: string) => summary.columns.findIndex((one) => one.code === code);
    const values = (code: string) =>
      summary.rows.map(({ cells }) => {
        const cell = cells[column(code)];
        return cell.kind === "number" ? cell.value : Number.NaN;
      });
    expect(Math.min(...values("adjusted-p-value"))).toBeCloseTo(3 * Math.min(...values("p-value")), 12);
  });
});

const repeated = <T>(counts: readonly (readonly [T, number])[]) =>
  counts.flatMap(([value, count]) => Array.from({ length: count }, () => value));

describe("crosstabs by hand", () => {
  // 24 people: of twelve a 1 chose 5, of twelve b 9 did. Fisher's p of [[1, 9], [11, 3]] is 0.002759456 (the textbook's men and women).
  const study = () =>
    buildRatedStudy({
      ratings: {
        q: [
          ...repeated([
            [5, 1],
            [1, 11],
          ] as const),
          ...repeated([
            [5, 9],
            [1, 3],
          ] as const),
        ],
      },
      groups: {
        g: repeated([
          ["a", 12],
          ["b", 12],
        ] as const),
      },
    });
  const ask: AnalysisOf<"crosstab"> = { family: "crosstab", rows: ["q"], by: "g" };

  it("has Fisher's exact test of two by two, and letters on the larger share", () => {
    const result = furtherAnalysis(study(), ask);
    const tests = captioned(result, "tests of independence");
    expect(numberAt(tests, "Fisher's exact test", "p-value").value).toBeCloseTo(0.002759456, 9);
    const shares = captioned(result, "column shares");
    const letters = shares.rows.filter(({ cells: [name] }) => JSON.stringify(name).includes("Above"));
    expect(
      letters.map(({ cells }) => cells.slice(2).map((cell) => (cell.kind === "label" ? cell.label.en : ""))),
    ).toEqual([
      ["B", ""],
      ["", "A"],
    ]);
    expect(remarksOf(result).some((text) => text.includes("expected count below 5"))).toBe(false);
  });

  it("keeps a group of too few, and the one that would give it away, out of every number", () => {
    const sizes = [
      ["a", 12],
      ["b", 13],
      ["c", 11],
      ["tiny", 4],
    ] as const;
    const of = (tiny: readonly number[]) => {
      const others = Array.from({ length: 36 }, (_, i) => 1 + ((i * 3) % 5));
      const answers = buildRatedStudy({ ratings: { q: [...others, ...tiny] }, groups: { g: repeated(sizes) } });
      return furtherAnalysis(answers, ask);
    };
    expect(of([5, 5, 5, 5]).outcome).toEqual(of([1, 1, 3, 1]).outcome);
    const shares = captioned(of([5, 5, 5, 5]), "column shares");
    expect(shares.columns.map(({ code }) => code)).toEqual(["answer", "all", "a", "b"]);
    expect(numberAt(shares, "n", "all").value).toBe(25);
    expect(shares.notes[0].en).toContain("c, tiny");
  });

  it("warns of small expected counts and of weights without variation", () => {
    const few = buildRatedStudy({
      ratings: {
        q: [
          ...repeated([
            [5, 9],
            [1, 2],
          ] as const),
          ...repeated([
            [5, 9],
            [2, 3],
          ] as const),
        ],
      },
      groups: {
        g: repeated([
          ["a", 11],
          ["b", 12],
        ] as const),
      },
    });
    expect(remarksOf(furtherAnalysis(few, ask)).some((text) => text.includes("expected count below 5"))).toBe(true);
    const equal = buildRatedStudy({
      ratings: { q: repeated([[3, 24]] as const) },
      groups: {
        g: repeated([
          ["a", 12],
          ["b", 12],
        ] as const),
      },
    });
    expect(remarksOf(furtherAnalysis(equal, ask)).join()).toContain("do not vary");
  });

  it("is sound whatever was answered", () => {
    expectSoundAnswers(smallStudies(["q", "r"]), { family: "crosstab", rows: ["q", "r"], by: "g" });
    expectSoundAnswers(smallStudies(["q", "r"]), { family: "crosstab", rows: ["q"], by: "r" });
    expectSoundAnswers(smallStudies(["q"], {}, { h: ["x", "y"] }), { family: "crosstab", rows: ["h"], by: "g" });
  });
});
