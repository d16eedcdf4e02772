/** Crosstabs in the list of analyses. Expected numbers: R 4.2 `chisq.test`, survey 4.1 `svychisq`, on the example's data. */
import type { LoadedStudy } from "@manyi/dataset/load/load-study";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { exampleReference, exampleStudy } from "../../../test-support/example-study.ts";
import { analysesOf, furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { expectSoundAnswers, remarksOf, smallStudies } from "../../../test-support/small-studies.ts";
import type { AnalysisCell, AnalysisResult, AnalysisTable } from "../../results/analyses.ts";

const captioned = (result: AnalysisResult, words: string): AnalysisTable => {
  const table = tablesOf(result).find(({ caption }) => caption.en?.includes(words));
  if (table === undefined) throw new Error(`no table of ${words}`);
  return table;
};

const cellsOf = (table: AnalysisTable, place: number) =>
  table.rows[place].cells.slice(1).map((cell) => (cell.kind === "number" ? cell.value : null));

const repeated = <T>(counts: readonly (readonly [T, number])[]) =>
  counts.flatMap(([value, count]) => Array.from({ length: count }, () => value));

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

describe("tables of respondents by two groupings", () => {
  const age: AnalysisOf<"crosstab"> = { family: "crosstab", rows: ["age"], by: "store", weight: "none" };
  let loaded: LoadedStudy;
  let ages: AnalysisTable;
  let residuals: AnalysisTable;
  beforeAll(async () => {
    loaded = await exampleStudy();
    const result = furtherAnalysis(loaded, age);
    [ages, residuals] = [captioned(result, "column shares"), captioned(result, "residuals")];
  }, 60_000);

  const isHidden = (cell: AnalysisCell) =>
    cell.kind === "none" && (cell.because === "too-few" || cell.because === "protects-others");
  const rowsNamed = (table: AnalysisTable, words: string) =>
    table.rows.filter(({ cells: [name] }) => name.kind === "label" && name.label.en === words);
  const columnsHidden = (cells: readonly AnalysisCell[]) => cells.flatMap((cell, c) => (isHidden(cell) ? [c] : []));

  it("hides the six cells that the suppression family hides, with their shares and residuals", () => {
    const [counts] = tablesOf(furtherAnalysis(loaded, { family: "suppression", rows: "age", by: "store" }));
    // Without its totals.
    const expected = counts.rows.slice(0, -1).map(({ cells }) => cells.slice(1, -1));
    const people = rowsNamed(ages, "Respondents").map(({ cells }) => cells.slice(2));
    const because = (rows: readonly (readonly AnalysisCell[])[]) =>
      rows.map((cells) => cells.map((cell) => (cell.kind === "none" ? cell.because : cell)).filter(Boolean));
    // Branches stand in the order of the data there, in that of their codes here.
    const sorted = (rows: readonly (readonly AnalysisCell[])[]) =>
      because(rows).map((cells) => cells.map((cell) => JSON.stringify(cell)).sort());
    expect(sorted(people).sort()).toEqual(sorted(expected).sort());
    expect(people.flat().filter(isHidden)).toHaveLength(6);
    const hidden = people.map(columnsHidden);
    const shares = ages.rows.filter(({ kind }) => kind === "plain").map(({ cells }) => columnsHidden(cells.slice(2)));
    expect(shares).toEqual(hidden);
    expect(residuals.rows.map(({ cells }) => columnsHidden(cells.slice(1)))).toEqual(hidden);
    expect(ages.notes.some(({ en }) => en?.startsWith("Hidden cells"))).toBe(true);
  });

  it("shows no count of few, nor lets one follow from the total of a row or a column", () => {
    const people = rowsNamed(ages, "Respondents").map(({ cells }) => cells.slice(2));
    const counts = people.flat().flatMap((cell) => (cell.kind === "number" ? cell.value : []));
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(10);
    const lines = [...people, ...people[0].map((_, c) => people.map((cells) => cells[c]))];
    for (const cells of lines) expect(columnsHidden(cells).length).not.toBe(1);
  });

  it("keeps letters out of hidden cells and off their columns", () => {
    const groups = {
      h: repeated([
        ["x", 40],
        ["y", 40],
        ["z", 40],
        ["x", 4],
        ["y", 56],
        ["z", 60],
        ["x", 6],
        ["y", 54],
        ["z", 60],
      ] as const),
      g: repeated([
        ["a", 120],
        ["b", 120],
        ["c", 120],
      ] as const),
    };
    const study = buildRatedStudy({ ratings: { q: groups.g.map(() => 3) }, groups });
    const shares = captioned(furtherAnalysis(study, { family: "crosstab", rows: ["h"], by: "g" }), "column shares");
    // A's share of x is far above those of b and c, whose cells are hidden: without them it has no letters.
    const [x] = rowsNamed(shares, "Respondents");
    expect(x.cells.slice(2).map(isHidden).slice(1)).toEqual([true, true]);
    shares.rows.forEach(({ cells: [name, , ...letters] }, at) => {
      if (name.kind !== "label" || name.label.en !== "Above") return;
      const hidden = columnsHidden(shares.rows[at - 1].cells.slice(2));
      const text = letters.map((cell) => (cell.kind === "label" ? cell.label.en : "")).join("");
      for (const c of hidden) {
        expect(letters[c]).toEqual({ kind: "none", because: "not-applicable" });
        expect(text).not.toContain("ABC"[c]);
      }
    });
    expect(rowsNamed(shares, "Above").length).toBeLessThan(3);
  });

  it("is not shown where nothing would be left of it", () => {
    const groups = {
      h: repeated([
        ["x", 4],
        ["y", 26],
        ["x", 20],
        ["y", 10],
      ] as const),
      g: repeated([
        ["a", 30],
        ["b", 30],
      ] as const),
    };
    const study = buildRatedStudy({ ratings: { q: groups.g.map(() => 3) }, groups });
    const { outcome } = furtherAnalysis(study, { family: "crosstab", rows: ["h"], by: "g" });
    expect(outcome).toMatchObject({ kind: "cannot", reason: "suppressed" });
  });

  it("is not shown where the totals of whole groupings tell of the groups that are left out", () => {
    const sizes = [
      ["a", 60],
      ["b", 60],
      ["c", 14],
      ["tiny", 4],
    ] as const;
    const g = repeated(sizes);
    const cross = (h: readonly string[]) =>
      furtherAnalysis(buildRatedStudy({ ratings: { q: g.map(() => 3) }, groups: { g, h } }), {
        family: "crosstab",
        rows: ["h"],
        by: "g",
      });
    const result = cross(g.map((_, i) => (i % 4 === 0 ? "x" : "y")));
    expect(result.outcome).toMatchObject({ kind: "cannot", reason: "suppressed" });
  });

  it("shows no count below the minimum of any small study", () => {
    fc.assert(
      fc.property(smallStudies(["q"], {}, { h: ["x", "y"] }), (study) => {
        const { outcome } = furtherAnalysis(study, { family: "crosstab", rows: ["h"], by: "g" });
        if (outcome.kind === "cannot") return;
        for (const part of outcome.parts) {
          if (part.kind !== "table") continue;
          for (const { cells } of rowsNamed(part.table, "Respondents"))
            expect(Math.min(...cells.flatMap((cell) => (cell.kind === "number" ? cell.value : [])))).toBeGreaterThan(9);
        }
      }),
    );
  });

  it("leaves answers within shown groups as they are", () => {
    const shares = captioned(furtherAnalysis(loaded, { ...age, rows: ["osat"] }), "column shares");
    const counts = rowsNamed(shares, "Respondents").flatMap(({ cells }) => cells.slice(2));
    expect(counts.some(isHidden)).toBe(false);
    expect(counts.some((cell) => cell.kind === "number" && cell.value < 10)).toBe(true);
  });
});
