import type { AnalysisDefinition } from "@manyi/study/definition/analyses/analysis-definition";
import { describe, expect, it } from "vitest";
import { type Answer, buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { cellAt, furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { expectSoundAnswers, remarksOf, smallStudies } from "../../../test-support/small-studies.ts";
import { surveyReference, surveyStudy } from "../../../test-support/survey-study.ts";

const family = "retention" as const;
const duration = "months";
const event = { column: "event", codes: ["1"] };

describe("how long customers stay", () => {
  it("has R's curve, median, log-rank test and weighted curve", async () => {
    const study = await surveyStudy();
    const { values } = surveyReference("survey_survival");
    const asked = { family, duration, event, by: "age", times: values.times } as const;
    const result = furtherAnalysis(study, asked);
    const [overview, test] = tablesOf(result);
    values.times.forEach((time: number, i: number) => {
      const cell = numberAt(overview, "All customers", `after-${time}`);
      expect(cell.value).toBeCloseTo(values.survival[i], 10);
      expect(cell.interval?.lower).toBeCloseTo(values.ci_loglog_lo[i], 9);
      expect(cell.interval?.upper).toBeCloseTo(values.ci_loglog_hi[i], 9);
    });
    const { median, median_lo, median_hi } = values.quantiles;
    expect(numberAt(overview, "All customers", "median-stay")).toMatchObject({
      value: median,
      interval: { lower: median_lo, upper: median_hi },
    });
    values.logrank.observed.forEach((observed: number, i: number) => {
      const group = ["18-39", "40-64", "65+"][i];
      expect(numberAt(test, group, "observed").value).toBe(observed);
      expect(numberAt(test, group, "expected").value).toBeCloseTo(values.logrank.expected[i], 8);
    });
    expect(remarksOf(result)).toContain("There is no evidence that groups leave at different paces.");
    const [weighted] = tablesOf(furtherAnalysis(study, { ...asked, weight: "base_weight" }));
    expect(numberAt(weighted, "All customers", "after-10").value).toBeCloseTo(values.weighted.survival[3], 10);
    expect(numberAt(weighted, "All customers", "n").value).toBe(640);
  });

  it("has R's Cox model", async () => {
    const { values } = surveyReference("survey_survival");
    const result = furtherAnalysis(await surveyStudy(), {
      family,
      duration,
      event,
      covariates: ["age", "gender", "sat10"],
    });
    const table = tablesOf(result)[1];
    const [, , gender, rating] = values.cox.values;
    expect(numberAt(table, "Gender of contact: M", "coefficient").value).toBeCloseTo(gender[0], 7);
    expect(numberAt(table, "Gender of contact: M", "hazard-ratio").value).toBeCloseTo(gender[1], 7);
    // Ten points of 100 are 0.9 of a step on 1–10.
    expect(numberAt(table, "Overall satisfaction (1–10)", "coefficient").value).toBeCloseTo(0.9 * rating[0], 7);
    expect(numberAt(table, "Overall satisfaction (1–10)", "statistic").value).toBeCloseTo(rating[3], 6);
    expect(remarksOf(result)[0]).toContain(values.cox_concordance.toFixed(3));
  });

  it("has R's retention of cohorts", async () => {
    const { values } = surveyReference("survey_cohort_retention");
    const [overview] = tablesOf(
      furtherAnalysis(await surveyStudy(), { family, duration, event, by: "wave", times: [2, 5, 9, 18] }),
    );
    values.retention_km.values.forEach((row: readonly number[], wave: number) => {
      expect(numberAt(overview, String(wave + 1), "after-9").value).toBeCloseTo(row[3], 10);
    });
    expect(numberAt(overview, "4", "n").value).toBe(values.cohort_n["4"]);
  });

  const length = 60;
  const people = {
    ratings: { overall: Array.from({ length }, (_, i): Answer => (i % 5) + 1) },
    groups: {
      left: Array.from({ length }, (_, i) => (i % 2 === 0 ? "yes" : "no")),
      g: Array.from({ length }, (_, i) => (i < 5 ? "few" : i < 30 ? "a" : "b")),
    },
    weights: { t: Array.from({ length }, (_, i) => i + 1) },
  };

  it("shows and compares no group of few people", () => {
    const study = buildRatedStudy(people);
    const asked = { family, duration: "t", event: { column: "left", codes: ["yes"] } } satisfies AnalysisDefinition;
    const [overview] = tablesOf(furtherAnalysis(study, { ...asked, by: "g" }));
    expect(cellAt(overview, "few", "n")).toEqual({ kind: "none", because: "too-few" });
    expect(cellAt(overview, "a", "n")).toEqual({ kind: "none", because: "protects-others" });
    const cox = tablesOf(furtherAnalysis(study, { ...asked, covariates: ["overall", "g"] })).at(-1);
    expect(cox?.rows.map(({ cells: [name] }) => name)).toEqual([
      { kind: "label", label: { zh: "overall", en: "overall" } },
    ]);
  });

  it("says what a logit of having left ignores", () => {
    const study = buildRatedStudy(people);
    const result = furtherAnalysis(study, {
      family,
      duration: "t",
      event: { column: "left", codes: ["yes"] },
      propensity: ["overall"],
    });
    expect(remarksOf(result).some((text) => text.startsWith("A logit ignores time"))).toBe(true);
  });

  it("holds finite numbers and no base of few people, whatever the answers", () => {
    expectSoundAnswers(smallStudies(["overall", "a"], {}, { left: ["yes", "no"], h: ["x", "y"] }), {
      family,
      duration: "w",
      event: { column: "left", codes: ["yes"] },
      by: "g",
      covariates: ["overall", "h"],
      propensity: ["a", "h"],
    });
  });
});
