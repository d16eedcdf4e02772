/** Path models in the list of analyses. Expected numbers: R 4.2 (seminr, cSEM and formulas), golden/second/expected/mobile_path.json
 *  and mobile_index.json; iterative fits, 1e-8. */
import { acsi } from "@manyi/statistics/path-model/models/acsi";
import { ccsi } from "@manyi/statistics/path-model/models/ccsi";
import { ecsi } from "@manyi/statistics/path-model/models/ecsi";
import { publishedConstructs } from "@manyi/study/definition/analyses/path-model";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Answer, buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { cellAt, everyNumber, furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { mobileReference, mobileStudy } from "../../../test-support/mobile-study.ts";
import type { AnalysisResult, AnalysisTable } from "../../results/analyses.ts";

const paths = mobileReference("mobile_path");
const index = mobileReference("mobile_index");
const blocks = {
  image: ["IMAG1", "IMAG2", "IMAG3"],
  expectation: ["CUEX1", "CUEX2", "CUEX3"],
  quality: ["PERQ1", "PERQ2", "PERQ3", "PERQ4", "PERQ5"],
  value: ["PERV1", "PERV2"],
  satisfaction: ["CUSA1", "CUSA2", "CUSA3"],
  complaints: ["CUSCO"],
  loyalty: ["CUSL1", "CUSL2", "CUSL3"],
};
const mobileModel = { family: "path-model", model: "ecsi", blocks, resamples: 200 } as const;
const groups = { region: Array.from({ length: 330 }, (_, i) => (i % 2 === 0 ? "north" : i < 320 ? "south" : "west")) };
const mobile = mobileStudy({ groups });

function captioned(result: AnalysisResult, caption: string): AnalysisTable {
  const found = tablesOf(result).find((table) => table.caption.en.includes(caption));
  if (found === undefined) throw new Error(`no table ${caption}`);
  return found;
}

function expected(matrix: { rows: string[]; cols: string[]; values: number[][] }, row: string, column: string): number {
  return matrix.values[matrix.rows.indexOf(row)][matrix.cols.indexOf(column)];
}

describe("constructs of the published models", () => {
  it("are the same where a study is checked and where it is computed", () => {
    for (const model of [ccsi, acsi, ecsi]) {
      expect(publishedConstructs[model.id as keyof typeof publishedConstructs]).toEqual(
        model.constructs.map(({ name }) => name),
      );
    }
  });
});

describe("the European model of the mobile survey", () => {
  let result: AnalysisResult;
  beforeAll(() => {
    result = furtherAnalysis(mobile, { ...mobileModel, folds: 5, estimator: "plsc" });
  });

  it("has R's paths, f² and total effects, each path with an interval", () => {
    const table = captioned(result, "Path coefficients");
    const coefficient = numberAt(table, "Perceived quality → Customer satisfaction", "coefficient");
    expect(coefficient.value).toBeCloseTo(expected(paths.paths_from_row_to_col, "Quality", "Satisfaction"), 8);
    expect(coefficient.interval?.lower).toBeLessThan(coefficient.value);
    expect(coefficient.interval?.upper).toBeGreaterThan(coefficient.value);
    expect(table.rows.every(({ cells }) => cells[1].kind === "number" && cells[1].interval !== null)).toBe(true);
    expect(numberAt(table, "Image → Loyalty", "f-squared").value).toBeCloseTo(
      expected(paths.f_squared, "Image", "Loyalty"),
      8,
    );
    expect(numberAt(captioned(result, "total effects"), "Image → Loyalty", "total-effect").value).toBeCloseTo(
      expected(paths.total_effects, "Image", "Loyalty"),
      8,
    );
  });

  it("has R's index, R² and what a point more is worth", () => {
    const table = captioned(result, "Index of each construct");
    const own = numberAt(table, "Customer satisfaction", "index");
    expect(own.value).toBeCloseTo(expected(index.index, "Satisfaction", "index_mean"), 8);
    const { lower = 0, upper = 0 } = own.interval ?? {};
    const error = expected(index.index, "Satisfaction", "index_se");
    // Bootstrap's interval beside R's standard error with weights taken as known.
    expect((upper - lower) / (2 * 1.96)).toBeGreaterThan(error * 0.85);
    expect((upper - lower) / (2 * 1.96)).toBeLessThan(error * 1.25);
    expect(numberAt(table, "Loyalty", "r-squared").value).toBeCloseTo(paths.r_squared.Loyalty, 8);
    // Unstandardised total effect: total effect · deviation of the target's index / deviation of the driver's.
    const deviation = (construct: string) => expected(index.index, construct, "index_sd");
    const worth =
      (expected(paths.total_effects, "Quality", "Satisfaction") * deviation("Satisfaction")) / deviation("Quality");
    expect(numberAt(table, "Perceived quality", "effect-of-a-point").value).toBeCloseTo(worth, 6);
    expect(cellAt(table, "Loyalty", "effect-of-a-point")).toEqual({ kind: "none", because: "not-applicable" });
  });

  it("has R's loadings, reliability and HTMT, and says of a single item that it is one", () => {
    expect(numberAt(captioned(result, "The questions"), "IMAG1", "loading").value).toBeCloseTo(paths.loadings.IMAG1, 8);
    const reliability = captioned(result, "Reliability");
    for (const [code, column] of [
      ["cronbach-alpha", "alpha_raw"],
      ["rho-a", "rho_A"],
      ["rho-c", "rho_C"],
      ["average-variance-extracted", "AVE"],
    ] as const) {
      const own = code === "cronbach-alpha" ? "alpha" : code;
      expect(numberAt(reliability, "Image", own).value).toBeCloseTo(expected(paths.reliability, "Image", column), 8);
    }
    expect(cellAt(reliability, "Complaints", "alpha").kind).toBe("none");
    expect(cellAt(captioned(result, "The questions"), "CUSCO", "loading")).toMatchObject({ value: 1, interval: null });
    expect(numberAt(captioned(result, "told apart"), "Image ↔ Expected quality", "htmt").value).toBeCloseTo(
      expected(paths.htmt, "Expectation", "Image"),
      8,
    );
  });

  it("draws every path, clear ones apart, with the same numbers as the tables", () => {
    if (result.outcome.kind !== "computed") throw new Error("not computed");
    const chart = result.outcome.parts.flatMap((part) => (part.kind === "chart" ? [part.chart] : []))[0];
    if (chart?.kind !== "paths") throw new Error("no paths");
    expect([chart.constructs.length, chart.paths.length]).toEqual([7, 12]);
    const table = captioned(result, "Path coefficients");
    const clear = table.rows.filter(({ cells }) => JSON.stringify(cells.at(-1)).includes("positive"));
    expect(chart.paths.filter(({ isClear, value }) => isClear === true && value > 0)).toHaveLength(clear.length);
  });

  it("says that a CCSI's paths have to be checked against the standard", () => {
    const { complaints: _, ...six } = blocks;
    const own = furtherAnalysis(mobile, { ...mobileModel, model: "ccsi", blocks: six });
    expect(JSON.stringify(own.outcome)).toContain("check against your copy of the standard");
  });

  it("predicts with and without the model, and corrects paths for noise", () => {
    expect(captioned(result, "PLSpredict").rows.length).toBeGreaterThan(10);
    const corrected = captioned(result, "consistent PLS");
    const cell = numberAt(corrected, "Customer satisfaction → Loyalty", "plsc");
    expect(cell.interval?.lower).toBeLessThan(cell.value);
  });
});

describe("groups of a path model", () => {
  it("are compared where they may be shown; what is hidden is in no number", () => {
    const found = furtherAnalysis(mobile, { ...mobileModel, compareBy: "region" });
    // West has five people; the smaller of the other two hides it from subtraction, so that nothing is left to compare.
    expect(tablesOf(found).some(({ caption }) => caption.en.includes("differences"))).toBe(false);
    expect(JSON.stringify(found.outcome)).toContain("needs two groups that may be shown");
    const region = groups.region.map((each) => (each === "west" ? "south" : each));
    const both = furtherAnalysis(mobileStudy({ groups: { region } }), { ...mobileModel, compareBy: "region" });
    const table = captioned(both, "differences");
    const path = numberAt(table, "Customer satisfaction → Loyalty", "difference");
    expect(path.value).toBeCloseTo(
      numberAt(table, "Customer satisfaction → Loyalty", "group-1").value -
        numberAt(table, "Customer satisfaction → Loyalty", "group-2").value,
      12,
    );
    expect(table.rows).toHaveLength(13);
    expect(captioned(both, "mean the same").rows).toHaveLength(7);
  });
});

describe("a path model of few or odd answers", () => {
  const own = {
    family: "path-model",
    model: "own",
    constructs: [
      { code: "service", items: ["a", "b"] },
      { code: "satisfaction", items: ["c", "d"] },
    ],
    paths: [{ from: "service", to: "satisfaction" }],
    resamples: 200,
  } as const;

  it("hides what rests on fewer than the study shows", () => {
    const few = Array.from({ length: 7 }, (_, i): Answer => 1 + (i % 5));
    const rest = Array.from({ length: 30 }, (): Answer => "skipped");
    const ratings = Object.fromEntries(["a", "b", "c", "d"].map((name) => [name, [...few, ...rest]]));
    const { outcome } = furtherAnalysis(buildRatedStudy({ ratings }), structuredClone(own) as never);
    expect(outcome).toMatchObject({ kind: "cannot", reason: "suppressed" });
  });

  it("names an item that pulls the index down, and gives no index", () => {
    const n = 80;
    const base = Array.from({ length: n }, (_, i) => 1 + ((i * 7) % 5));
    const near = (step: number) => base.map((value, i) => Math.min(5, Math.max(1, value + ((i * step) % 3) - 1)));
    const ratings = { a: base, b: near(2), c: near(4), d: near(5).map((value) => 6 - value), e: near(7) };
    const model = {
      ...own,
      constructs: [own.constructs[0], { code: "satisfaction", items: ["c", "e", "d"] }],
    };
    const { outcome } = furtherAnalysis(buildRatedStudy({ ratings }), structuredClone(model) as never);
    expect(JSON.stringify(outcome)).toContain("the weight of d is not positive");
  });

  it("weighs answers and keeps n unweighted", () => {
    const w = Array.from({ length: 330 }, (_, i) => 0.5 + (i % 7) / 3);
    const study = mobileStudy({ weights: { w } });
    const weights = [{ column: "w", label: { zh: "w" } }];
    const weighted = { ...study, definition: { ...study.definition, weights } };
    const [first, second] = [undefined, "w"].map((weight) =>
      captioned(
        furtherAnalysis(weighted, { ...mobileModel, ...(weight === undefined ? {} : { weight }) }),
        "Index of each",
      ),
    );
    expect([first.n, second.n]).toEqual([330, 330]);
    expect(numberAt(second, "Loyalty", "index").value).not.toBeCloseTo(numberAt(first, "Loyalty", "index").value, 3);
  });

  it("gives finite numbers or says why not, whatever was answered", () => {
    const answer = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constantFrom<Answer>("skipped"));
    const study = fc.integer({ min: 1, max: 30 }).chain((n) => {
      const column = fc.array(answer, { minLength: n, maxLength: n });
      return fc.record({
        a: column,
        b: column,
        c: column,
        d: column,
        g: fc.array(fc.constantFrom("x", "y"), { minLength: n, maxLength: n }),
        w: fc.array(fc.constantFrom(0, 0.5, 1, 3), { minLength: n, maxLength: n }),
      });
    });
    fc.assert(
      fc.property(study, fc.constantFrom("w", "none"), ({ g, w, ...ratings }, weight) => {
        const loaded = buildRatedStudy(
          { ratings, groups: { g }, weights: { w } },
          { weights: [{ column: "w", label: { zh: "w" } }], analysis: { minimumGroup: 2 } },
        );
        const settings = {
          ...structuredClone(own),
          weight,
          compareBy: "g",
          folds: 3,
          estimator: "plsc",
          interval: "bca",
        };
        const result = furtherAnalysis(loaded, settings as never);
        expect(everyNumber(result).every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 15 },
    );
  });
});
