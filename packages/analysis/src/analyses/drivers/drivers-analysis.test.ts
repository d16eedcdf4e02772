/** Drivers in the list of analyses. Expected numbers: R 4.2 `lm`, `car::vif`, LMG over all subsets, survey 4.1 `svyglm`, on the example. */
import type { LoadedStudy } from "@manyi/dataset/load/load-study";
import { beforeAll, describe, expect, it } from "vitest";
import { buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { exampleReference, exampleStudy, referenceRow } from "../../../test-support/example-study.ts";
import {
  analysesOf,
  everyNumber,
  furtherAnalysis,
  numberAt,
  tablesOf,
} from "../../../test-support/further-analysis.ts";
import { expectSoundAnswers, remarksOf, smallStudies } from "../../../test-support/small-studies.ts";
import { analyseStudy } from "../../analyse-study.ts";
import type { AnalysisResult } from "../../results/analyses.ts";

const labels: Readonly<Record<string, string>> = {
  a1: "Professionalism",
  a2: "Accuracy",
  a3: "Timeliness",
  a4: "Process",
  a5: "Confidentiality",
  a6: "Response speed",
  a7: "Effect of communication",
  a8: "Price",
};

describe("drivers of the example", () => {
  let loaded: LoadedStudy;
  let plain: AnalysisResult;
  let weighted: AnalysisResult;
  let other: AnalysisResult;
  beforeAll(async () => {
    loaded = await exampleStudy();
    [plain, weighted, other] = analysesOf(loaded, [
      { family: "drivers" },
      { family: "drivers", weight: "base_weight" },
      { family: "drivers", outcome: "nps", items: ["a1", "a2", "ces"] },
    ]);
  }, 60_000);

  it("has R's shares, coefficients, VIF and simple measures", () => {
    const expected = exampleReference("synth_public_keydrivers");
    const [main, measures] = tablesOf(plain);
    for (const [item, label] of Object.entries(labels)) {
      const raw = (measure: string) => referenceRow(expected.importance, measure)[item];
      expect(numberAt(main, label, "lmg-share").value).toBeCloseTo(raw("lmg_shapley") / expected.r2, 10);
      expect(numberAt(main, label, "johnson-share").value).toBeCloseTo(raw("johnson_rw") / expected.r2, 10);
      expect(numberAt(main, label, "standardised").value).toBeCloseTo(expected.standardised_beta[item], 10);
      expect(numberAt(main, label, "variance-inflation").value).toBeCloseTo(expected.vif[item], 10);
      const coefficient = referenceRow(expected.coef, item);
      expect(numberAt(main, label, "coefficient").value).toBeCloseTo(coefficient.Estimate, 10);
      expect(numberAt(main, label, "p-value").value).toBeCloseTo(coefficient["Pr(>|t|)"], 10);
      for (const measure of ["first", "last", "pratt"] as const)
        expect(numberAt(measures, label, measure).value).toBeCloseTo(raw(measure), 10);
    }
    expect(main.n).toBe(780);
  });

  it("has the design-based p of weighted coefficients, and shares that differ", () => {
    const expected = exampleReference("weighted_drivers");
    const [main] = tablesOf(weighted);
    Object.values(labels).forEach((label, i) => {
      expect(numberAt(main, label, "coefficient").value).toBeCloseTo(expected.coefficient[i], 10);
      expect(numberAt(main, label, "p-value").value).toBeCloseTo(expected.p[i], 10);
    });
    expect(main.n).toBe(780);
    const share = (result: AnalysisResult) => numberAt(tablesOf(result)[0], "Price", "lmg-share").value;
    expect(Math.abs(share(weighted) - share(plain))).toBeGreaterThan(1e-3);
  });

  it("says what the report's own section says, interval by interval", () => {
    const { drivers } = analyseStudy(loaded, { productVersion: "test" }).weightings[0];
    if (drivers.kind !== "estimated") throw new Error("no drivers");
    const [main] = tablesOf(plain);
    for (const { item, lmg } of drivers.drivers) {
      const { value, interval } = numberAt(main, labels[item] ?? item, "lmg-share");
      expect(value).toBeCloseTo(lmg.share, 12);
      expect(interval?.lower).toBeCloseTo(lmg.interval?.lower ?? Number.NaN, 12);
      expect(interval?.upper).toBeCloseTo(lmg.interval?.upper ?? Number.NaN, 12);
    }
  });

  it("takes other outcomes and items", () => {
    const [main] = tablesOf(other);
    expect(main.rows).toHaveLength(3);
    expect(other.title.en).toBe("Drivers of How likely are you to recommend us");
    const shares = main.rows.map(({ cells }) => (cells[1].kind === "number" ? cells[1].value : 0));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  });
});

describe("drivers by hand", () => {
  const ratings = {
    overall: Array.from({ length: 40 }, (_, i) => 1 + (i % 5)),
    a: Array.from({ length: 40 }, (_, i) => 1 + ((i * 3) % 5)),
    b: Array.from({ length: 40 }, (_, i) => 1 + ((i + Math.floor(i / 7)) % 5)),
  };

  it("name the item that repeats another, and say nothing of too few", () => {
    const twice = furtherAnalysis(buildRatedStudy({ ratings: { ...ratings, c: ratings.b } }), { family: "drivers" });
    expect(twice.outcome).toMatchObject({ kind: "cannot", reason: "singular" });
    expect(remarksOf(twice).join()).toContain("c");
    const few = Object.fromEntries(Object.entries(ratings).map(([name, values]) => [name, values.slice(0, 9)]));
    const hidden = furtherAnalysis(buildRatedStudy({ ratings: few }), { family: "drivers" });
    expect(hidden.outcome).toMatchObject({ kind: "cannot", reason: "suppressed" });
    expect(everyNumber(hidden.outcome)).toEqual([]);
  });

  it("are sound whatever was answered", () => {
    expectSoundAnswers(smallStudies(["overall", "a", "b"]), { family: "drivers" }, 40);
  });
});
