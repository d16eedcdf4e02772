/** Regressions in the list of analyses. Expected numbers: R 4.2 `lm`, `car::hccm`, `ordinal::clm`, `glm`, survey 4.1 `svyglm`, on the made-up
 *  survey at 90 %; filters leave the rows that R's models have. */
import type { LoadedStudy } from "@manyi/dataset/load/load-study";
import { holm } from "@manyi/statistics/comparison/adjust-p-values";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { describe, expect, it } from "vitest";
import { buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { expectSoundAnswers, remarksOf, smallStudies } from "../../../test-support/small-studies.ts";
import { surveyReference, surveyStudy } from "../../../test-support/survey-study.ts";

type Settings = Omit<AnalysisOf<"regression">, "family">;

const expected = surveyReference("survey_regression").values;
const answered = (column: string) => ({ column, codes: Array.from({ length: 11 }, (_, code) => String(code)) });
const row = ({ rows, values }: { rows: readonly string[]; values: readonly (readonly number[])[] }, name: string) =>
  values[rows.indexOf(name)];
const z = 1.6448536269514722;

describe("regressions of a survey", () => {
  // Read once, in the first test that asks.
  let survey: Promise<LoadedStudy> | undefined;
  const loaded = () => {
    survey ??= surveyStudy();
    return survey;
  };
  const ask = async (settings: Settings) => furtherAnalysis(await loaded(), { family: "regression", ...settings });

  it("has R's least squares with HC3 errors and fit", async () => {
    const result = await ask({
      model: "linear",
      outcome: "exp10",
      predictors: ["a1", "a2", "a4", "a7", "age"],
      reference: { age: "18-39" },
      filter: [answered("osat")],
    });
    const [coefficients, fit] = tablesOf(result);
    const { ols } = expected;
    for (const [name, label] of [
      ["a1", "Professionalism"],
      ["a7", "Effect of communication"],
      ["age65+", "Age of contact: 65+ (against 18-39)"],
      ["(Intercept)", "Intercept"],
    ]) {
      expect(numberAt(coefficients, label, "coefficient").value).toBeCloseTo(row(ols.coef, name)[0], 9);
      expect(numberAt(coefficients, label, "standard-error").value).toBeCloseTo(ols.hc3_se[name], 9);
    }
    expect(numberAt(fit, "R²", "value").value).toBeCloseTo(ols.r2, 10);
    expect(numberAt(fit, "AIC", "value").value).toBeCloseTo(ols.aic, 7);
    expect(numberAt(fit, "All predictors (F test), p", "value").value / ols.F_p).toBeCloseTo(1, 6);
    expect(fit.n).toBe(472);
  });

  it("has R's odds ratios, AUC, Brier score and pseudo-R² of a binary logit", async () => {
    const settings: Settings = {
      model: "binary-logit",
      outcome: "churn",
      success: ["1"],
      predictors: ["osat", "age", "ces"],
      reference: { age: "18-39" },
    };
    const [odds, fit] = tablesOf(await ask(settings));
    const logit = expected.binary_logit_churn;
    const age = numberAt(odds, "Age of contact: 65+ (against 18-39)", "odds-ratio");
    expect(age.value).toBeCloseTo(logit.odds_ratios["age65+"], 9);
    const [lower, upper] = row(logit.odds_ratio_ci, "age65+");
    expect(age.interval?.lower).toBeCloseTo(lower, 9);
    expect(age.interval?.upper).toBeCloseTo(upper, 9);
    for (const [name, value] of [
      ["Area under the ROC curve", logit.auc],
      ["Brier score", logit.brier],
      ["McFadden's pseudo-R²", logit.mcfadden],
      ["Cox and Snell's pseudo-R²", logit.cox_snell],
      ["Nagelkerke's pseudo-R²", logit.nagelkerke],
      ["AIC", logit.aic],
    ])
      expect(numberAt(fit, name, "value").value).toBeCloseTo(value, 8);
    expect(fit.n).toBe(557);
    // With every weight 1 the design has the same estimates, AUC and Brier score.
    const [clustered, clusteredFit] = tablesOf(await ask({ ...settings, clusters: "store" }));
    expect(numberAt(clustered, "Age of contact: 65+ (against 18-39)", "odds-ratio").value).toBeCloseTo(age.value, 8);
    expect(numberAt(clusteredFit, "Area under the ROC curve", "value").value).toBeCloseTo(logit.auc, 8);
    expect(numberAt(clusteredFit, "Brier score", "value").value).toBeCloseTo(logit.brier, 8);
    expect(numberAt(clusteredFit, "Clusters", "value").value).toBeGreaterThan(5);
  });

  it("has the proportional odds of ordinal::clm and its nominal tests", async () => {
    const result = await ask({
      model: "ordinal-logit",
      outcome: "osat",
      predictors: ["a2", "a4", "region"],
      reference: { region: "Centre" },
      filter: [answered("exp10"), answered("a1"), answered("a7")],
    });
    const [odds, , test] = tablesOf(result);
    const { coef, nominal_test: nominal } = expected.ordinal_logit;
    for (const [name, label] of [
      ["a2", "Accuracy"],
      ["regionHills", "Region: Hills (against Centre)"],
      ["2|3", "Threshold 2|3"],
    ]) {
      expect(numberAt(odds, label, "coefficient").value).toBeCloseTo(row(coef, name)[0], 6);
      expect(numberAt(odds, label, "standard-error").value).toBeCloseTo(row(coef, name)[1], 6);
    }
    expect(numberAt(test, "Accuracy", "statistic").value).toBeCloseTo(row(nominal, "a2")[3], 4);
    expect(numberAt(test, "Region", "degrees-of-freedom").value).toBe(row(nominal, "region")[0]);
    expect(odds.n).toBe(472);
  });

  it("weights by the design: svyglm and svyolr", async () => {
    const [linear] = tablesOf(
      await ask({
        model: "linear",
        outcome: "sat10",
        predictors: ["a1", "a3", "gender", "age"],
        reference: { gender: "F", age: "18-39" },
        weight: "base_weight",
      }),
    );
    const [estimate, error, , p] = row(expected.weighted_svyglm.coef, "genderM");
    const gender = "Gender of contact: M (against F)";
    expect(numberAt(linear, gender, "coefficient").value).toBeCloseTo(estimate, 9);
    expect(numberAt(linear, gender, "standard-error").value).toBeCloseTo(error, 9);
    expect(numberAt(linear, gender, "p-value").value).toBeCloseTo(p, 9);
    const [ordinal] = tablesOf(
      await ask({
        model: "ordinal-logit",
        outcome: "ces",
        predictors: ["a2", "a5", "gender"],
        reference: { gender: "F" },
        weight: "base_weight",
      }),
    );
    const [value, spread] = row(expected.weighted_svyolr.coef, "a5");
    const found = numberAt(ordinal, "Confidentiality", "odds-ratio");
    expect(found.value).toBeCloseTo(Math.exp(value), 6);
    // t on 500 degrees of freedom and more is close to z.
    expect((found.interval?.upper ?? 0) / Math.exp(value + z * spread)).toBeCloseTo(1, 3);
  });
});

describe("regressions by hand", () => {
  const n = 48;
  const wave = (step: number) => Array.from({ length: n }, (_, i) => 1 + ((i * step + Math.floor(i / 5)) % 5));
  const ratings = { y: wave(1), x: wave(3), v: wave(2) };
  const halves = Array.from({ length: n }, (_, i) => (i % 2 === 0 ? "a" : "b"));
  const ask = (settings: Settings, groups: Readonly<Record<string, readonly string[]>> = { g: halves }, more = {}) =>
    furtherAnalysis(buildRatedStudy({ ratings: { ...ratings, ...more }, groups }), {
      family: "regression",
      ...settings,
    });

  it("takes the largest group for reference, and the one asked for", () => {
    const g = halves.map((half, i) => (i < 20 ? "c" : half));
    const names = (result: ReturnType<typeof ask>) =>
      tablesOf(result)[0].rows.map(({ cells: [name] }) => JSON.stringify(name));
    const largest = names(ask({ model: "linear", outcome: "y", predictors: ["x", "g"] }, { g }));
    expect(largest.filter((name) => name.includes("against c"))).toHaveLength(2);
    const asked = ask({ model: "linear", outcome: "y", predictors: ["x", "g"], reference: { g: "b" } }, { g });
    expect(names(asked).filter((name) => name.includes("against b"))).toHaveLength(2);
  });

  it("keeps a group of too few out of the model: what it says changes nothing", () => {
    const g = halves.map((half, i) => (i < 4 ? "tiny" : i < 16 ? "c" : half));
    const of = (value: number) =>
      ask(
        { model: "linear", outcome: "y", predictors: ["x", "g"] },
        { g },
        { y: ratings.y.map((own, i) => (i < 4 ? value : own)) },
      );
    expect(of(1).outcome).toEqual(of(5).outcome);
    // The smallest other group hides the four; the two that are left are compared.
    const [coefficients] = tablesOf(of(1));
    expect(coefficients.n).toBe(32);
    expect(coefficients.rows).toHaveLength(3);
  });

  it("hides a group that is too small once the rows of another hidden group are gone", () => {
    const g = halves.map((half, i) => (i < 4 ? "tiny" : i < 10 ? "c" : half));
    // Twelve are in h = few, ten of them in groups of g that the model leaves out; hiding the two takes another group with them.
    const h = halves.map((_, i) => (i < 12 ? "few" : ["x", "y", "z"][i % 3]));
    const result = ask({ model: "linear", outcome: "y", predictors: ["g", "h"] }, { g, h });
    const names = JSON.stringify(tablesOf(result)[0].rows);
    expect(names).not.toContain("few");
    expect(
      tablesOf(result)[0]
        .notes.map(({ en }) => en)
        .join(),
    ).toContain("few");
  });

  const impossible: readonly (readonly [string, Settings, string])[] = [
    ["separated", { model: "binary-logit", outcome: "y", success: ["4", "5"], predictors: ["copy"] }, "not-converged"],
    ["repeated", { model: "linear", outcome: "y", predictors: ["x", "same"] }, "singular"],
    ["exact", { model: "linear", outcome: "y", predictors: ["copy"] }, "no-variation"],
    ["constant", { model: "ordinal-logit", outcome: "three", predictors: ["x"] }, "no-variation"],
  ];

  it.each(impossible)("says why there is no model: %s", (_, settings, reason) => {
    const more = { copy: ratings.y, same: ratings.x, three: ratings.x.map(() => 3) };
    const result = ask(settings, {}, more);
    expect(result.outcome).toMatchObject({ kind: "cannot", reason });
    expect(remarksOf(result)[0].length).toBeGreaterThan(20);
  });

  it("names in its heading only what stays significant after Holm's correction", () => {
    const more = { copied: ratings.y.map((own, i) => (i % 4 === 0 ? own : 1 + (i % 5))), u: wave(4) };
    const result = ask({ model: "linear", outcome: "y", predictors: ["x", "v", "u", "copied"] }, {}, more);
    if (result.outcome.kind === "cannot") throw new Error("not computed");
    const title = result.outcome.parts.flatMap((part) => (part.kind === "chart" ? [part.chart.title.en ?? ""] : []))[0];
    const [table] = tablesOf(result);
    const pValues = ["x", "v", "u", "copied"].map((name) => ({ name, p: numberAt(table, name, "p-value").value }));
    const named = holm(pValues.map(({ p }) => p)).flatMap((p, i) => (p < 0.05 ? [pValues[i].name] : []));
    const said = named.length === 0 ? "No evidence after correction" : `: ${named.join(", ")}`;
    expect(title).toContain(said);
    expect(table.notes[0].en).toContain("Holm's correction (1979) over all 4");
  });

  it("is sound whatever was answered", () => {
    const studies = smallStudies(["y", "x"], {}, { h: ["no", "yes"] });
    const predictors = ["x", "g"];
    expectSoundAnswers(studies, { family: "regression", model: "linear", outcome: "y", predictors }, 60);
    expectSoundAnswers(studies, { family: "regression", model: "ordinal-logit", outcome: "y", predictors: ["x"] }, 60);
    const logit = { family: "regression", model: "binary-logit", outcome: "h", success: ["yes"] } as const;
    expectSoundAnswers(studies, { ...logit, success: ["yes"], predictors, clusters: "g" }, 40);
    expectSoundAnswers(studies, { ...logit, success: ["yes"], predictors: ["x", "y"] }, 60);
  });
});
