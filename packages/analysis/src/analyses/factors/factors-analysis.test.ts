/** Factors in the list of analyses. Expected numbers: R 4.2 (factanal, psych, lavaan), golden/second/expected/mobile_efa.json and
 *  mobile_cfa.json; iterative fits to 1e-6. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { everyNumber, furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { mobileReference, mobileStudy } from "../../../test-support/mobile-study.ts";

const efa = mobileReference("mobile_efa");
const cfa = mobileReference("mobile_cfa");
const mobile = mobileStudy();
const items: string[] = efa.ml_loadings_varimax_kaiser.rows;
const dimensions = [
  { label: { zh: "质量", en: "Quality" }, items: ["PERQ1", "PERQ2", "PERQ3", "PERQ4", "PERQ5"] },
  { label: { zh: "形象", en: "Image" }, items: ["IMAG1", "IMAG2", "IMAG3"] },
  { label: { zh: "价值", en: "Value" }, items: ["PERV1", "PERV2"] },
  { label: { zh: "满意", en: "Satisfaction" }, items: ["CUSA1", "CUSA2", "CUSA3"] },
];

describe("exploratory factors", () => {
  it("have factanal's loadings, communalities and test, and psych's KMO and Bartlett", () => {
    const found = furtherAnalysis(mobile, { family: "factors", items, factors: 3, rotation: "varimax" });
    const [loadings, fit] = tablesOf(found);
    expect(loadings.n).toBe(330);
    for (const [i, item] of items.entries()) {
      efa.ml_loadings_varimax_kaiser.values[i].forEach((value: number, f: number) => {
        expect(numberAt(loadings, item, `factor-${f + 1}`).value).toBeCloseTo(value, 5);
      });
      expect(numberAt(loadings, item, "communality").value).toBeCloseTo(1 - efa.ml_uniquenesses[item], 6);
    }
    expect(numberAt(fit, "KMO sampling adequacy", "value").value).toBeCloseTo(efa.kmo_overall, 10);
    expect(numberAt(fit, "Bartlett's test of sphericity χ²", "value").value).toBeCloseTo(efa.bartlett_chi2, 8);
    expect(numberAt(fit, "Test that so many factors are enough χ²", "value").value).toBeCloseTo(efa.ml_chi2, 5);
    expect(numberAt(fit, "RMSEA", "value").value).toBeCloseTo(0.0514268812808, 6);
  });

  it("have the loadings and correlations of psych and GPArotation by principal axes and oblimin", () => {
    const settings = { method: "principal-axis", rotation: "oblimin", factors: 3 } as const;
    const [loadings, between] = tablesOf(furtherAnalysis(mobile, { family: "factors", items, ...settings }));
    expect(numberAt(loadings, "PERQ1", "factor-1").value).toBeCloseTo(
      efa.paf_oblimin_loadings.values[items.indexOf("PERQ1")][0],
      5,
    );
    expect(numberAt(between, "Factor 2", "factor-1").value).toBeCloseTo(efa.paf_oblimin_phi.values[1][0], 5);
  });

  it("draw the eigenvalues beside those of chance, as many marked as stand above it", () => {
    const { outcome } = furtherAnalysis(mobile, { family: "factors", items });
    if (outcome.kind !== "computed") throw new Error("not computed");
    const chart = outcome.parts.flatMap((part) => (part.kind === "chart" ? [part.chart] : []))[0];
    if (chart?.kind !== "curves") throw new Error("no curves");
    const [own, chance] = chart.curves;
    expect(own.points.map(({ y }) => y)).toEqual(efa.eigenvalues_R.map((value: number) => expect.closeTo(value, 8)));
    expect(own.points.filter(({ mark }) => mark)).toHaveLength(
      own.points.filter(({ y }, i) => y > chance.points[i].y).length,
    );
  });

  it("take polychoric correlations without the tests that do not hold for them", () => {
    const found = furtherAnalysis(mobile, { family: "factors", items, factors: 2, correlation: "polychoric" });
    const tables = tablesOf(found);
    expect(tables.at(-1)?.rows).toHaveLength(1);
    const [pearson] = tablesOf(furtherAnalysis(mobile, { family: "factors", items, factors: 2 }));
    expect(numberAt(tables[0], "CUSA1", "communality").value).toBeGreaterThan(
      numberAt(pearson, "CUSA1", "communality").value,
    );
  });

  it("say how many factors the items allow", () => {
    const { outcome } = furtherAnalysis(mobile, { family: "factors", items: items.slice(0, 4), factors: 3 });
    expect(outcome).toMatchObject({
      kind: "cannot",
      reason: "unsuitable",
      text: { en: expect.stringContaining("1 factor") },
    });
  });
});

describe("confirmatory factors", () => {
  it("have lavaan's standardised loadings, fit and correlations, and semTools' reliability", () => {
    const [fit, loadings, reliability, pairs] = tablesOf(furtherAnalysis(mobile, { family: "factors", dimensions }));
    const standardised = (name: string) => cfa.parameters.std_all[cfa.parameters.names.indexOf(name)];
    expect(numberAt(loadings, "CUSA1", "standardised-loading").value).toBeCloseTo(
      standardised("satisfaction =~ CUSA1"),
      5,
    );
    expect(numberAt(loadings, "PERQ1", "standardised-loading").interval).not.toBeNull();
    expect(numberAt(pairs, "Quality ↔ Image", "correlation").value).toBeCloseTo(standardised("quality ~~ image"), 5);
    expect(numberAt(pairs, "Quality ↔ Image", "htmt2").value).toBeCloseTo(cfa.htmt.values[0][1], 8);
    expect(numberAt(fit, "χ² (maximum likelihood)", "value").value).toBeCloseTo(cfa.fit.chisq, 5);
    expect(numberAt(fit, "CFI", "value").value).toBeCloseTo(cfa.fit.cfi, 6);
    expect(numberAt(fit, "SRMR", "value").value).toBeCloseTo(cfa.fit.srmr, 6);
    expect(numberAt(fit, "χ² (robust, Yuan–Bentler)", "value").value).toBeCloseTo(cfa.mlr["chisq.scaled"], 3);
    expect(numberAt(reliability, "Quality", "composite-reliability").value).toBeCloseTo(
      cfa.reliability.values[1][0],
      5,
    );
    expect(numberAt(reliability, "Image", "average-variance-extracted").value).toBeCloseTo(
      cfa.reliability.values[4][1],
      5,
    );
  });

  it("refuse a single dimension of two items, which nothing identifies", () => {
    const { outcome } = furtherAnalysis(mobile, { family: "factors", dimensions: [dimensions[2]] });
    expect(outcome).toMatchObject({ kind: "cannot", reason: "unsuitable" });
  });
});

describe("factors of a weighted study", () => {
  const w = Array.from({ length: 330 }, (_, i) => 0.5 + (i % 7) / 3);
  const study = mobileStudy({ weights: { w, equal: w.map(() => 3) } });
  const weighted = {
    ...study,
    definition: { ...study.definition, weights: ["w", "equal"].map((column) => ({ column, label: { zh: column } })) },
  };

  it("weigh covariances, keep n unweighted, and leave the robust test out", () => {
    const [fit, loadings] = tablesOf(furtherAnalysis(weighted, { family: "factors", dimensions, weight: "w" }));
    const [, plain] = tablesOf(furtherAnalysis(weighted, { family: "factors", dimensions }));
    const [, equal] = tablesOf(furtherAnalysis(weighted, { family: "factors", dimensions, weight: "equal" }));
    const at = (table: typeof plain) => numberAt(table, "CUSA1", "standardised-loading").value;
    expect(loadings.n).toBe(330);
    expect(at(loadings)).not.toBeCloseTo(at(plain), 4);
    expect(at(equal)).toBeCloseTo(at(plain), 6);
    expect(JSON.stringify(fit)).not.toContain("robust, Yuan");
  });
});

describe("factors of few or odd answers", () => {
  it("hide what rests on fewer than the study shows", () => {
    const few = Array.from({ length: 7 }, (_, i): Answer => 1 + (i % 5));
    const rest = Array.from({ length: 40 }, (): Answer => "skipped");
    const ratings = Object.fromEntries(
      ["a", "b", "c"].map((name, k) => [name, [...few.slice(k), ...few.slice(0, k), ...rest]]),
    );
    const { outcome } = furtherAnalysis(buildRatedStudy({ ratings }), { family: "factors" });
    expect(outcome).toMatchObject({ kind: "cannot", reason: "suppressed" });
    expect(everyNumber(outcome)).toEqual([]);
  });

  it("give finite numbers or say why not, whatever was answered", () => {
    const answer = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constantFrom<Answer>("skipped", "dont-know"));
    const study = fc.integer({ min: 1, max: 40 }).chain((n) => {
      const column = fc.array(answer, { minLength: n, maxLength: n });
      const weight = fc.array(fc.constantFrom(0, 0.5, 1, 3), { minLength: n, maxLength: n });
      return fc.record({ a: column, b: column, c: column, d: column, w: weight });
    });
    fc.assert(
      fc.property(
        study,
        fc.constantFrom("pearson", "polychoric"),
        fc.constantFrom("w", "none"),
        (data, correlation, weight) => {
          const { w, ...ratings } = data;
          const loaded = buildRatedStudy(
            { ratings, weights: { w } },
            { weights: [{ column: "w", label: { zh: "w" } }] },
          );
          const both = [{ items: ["a", "b"] }, { items: ["c", "d"] }];
          for (const settings of [{ correlation, factors: 1 }, { correlation }, { dimensions: both }] as const) {
            const result = furtherAnalysis(loaded, { family: "factors", weight, ...settings });
            expect(everyNumber(result).every(Number.isFinite)).toBe(true);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
