import { describe, expect, it } from "vitest";
import { type Answer, buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { expectSoundAnswers, remarksOf, smallStudies } from "../../../test-support/small-studies.ts";
import { surveyReference } from "../../../test-support/survey-study.ts";

const ratings = { overall: Array.from({ length: 40 }, (_, i): Answer => (i < 30 ? 4 : 2)) };
const study = buildRatedStudy({ ratings, weights: { w: ratings.overall.map((_, i) => (i < 20 ? 3 : 1)) } });
const text = (word: string) => ({ zh: word, en: word });
const family = "sampling";

describe("how many answers a study needs", () => {
  it("gives the sizes of R for a share, whatever the population", () => {
    const { simple } = surveyReference("samplesize").values;
    const confident = simple.rows.filter((row: readonly number[]) => row[2] === 0.9);
    const questions = confident.map(([expected, margin, , population]: readonly (number | null)[], i: number) => ({
      kind: "proportion" as const,
      label: text(String(i)),
      expected: expected ?? 0,
      margin: margin ?? 0,
      ...(population === null ? {} : { population }),
    }));
    const [table] = tablesOf(
      furtherAnalysis(buildRatedStudy({ ratings }, { analysis: { confidence: 0.9 } }), { family, questions }),
    );
    for (const [i, row] of confident.entries()) expect(numberAt(table, String(i), "answers").value).toBe(row[6]);
  });

  it("multiplies by design effect and response rate, and says where the customers do not suffice", () => {
    // 1.96² · 25² / 2² = 600.2; with a design effect of 2 1200.5, of whom a quarter answer.
    // Of 1,500 customers 1200.5 / (1 + 1199.5 / 1500) = 667.05.
    const mean = { kind: "mean", margin: 2, standardDeviation: 25, designEffect: 2, responseRate: 0.25 } as const;
    const few = { ...mean, population: 1500, label: text("few") };
    const result = furtherAnalysis(study, { family, questions: [{ ...mean, label: text("many") }, few] });
    const [table] = tablesOf(result);
    expect(numberAt(table, "many", "answers").value).toBe(1201);
    expect(numberAt(table, "many", "invitations").value).toBe(4802);
    expect(numberAt(table, "few", "answers").value).toBe(668);
    expect(remarksOf(result).some((remark) => remark.startsWith("few: at this response rate"))).toBe(true);
  });

  it("gives R's sizes for the power to see a difference", () => {
    const { values, options } = surveyReference("samplesize");
    const at90 = buildRatedStudy({ ratings }, { analysis: { confidence: 1 - options.alpha } });
    const questions = [
      {
        kind: "difference" as const,
        label: text("shares"),
        first: options.p1,
        second: options.p2,
        power: options.power_props,
      },
      {
        kind: "mean-difference" as const,
        label: text("means"),
        difference: options.delta,
        standardDeviation: options.sd,
        power: options.power_means,
      },
    ];
    const [table] = tablesOf(furtherAnalysis(at90, { family, questions }));
    expect(numberAt(table, "shares", "per-group").value).toBe(Math.ceil(values.power_two_props_n_per_group));
    expect(numberAt(table, "means", "per-group").value).toBe(Math.ceil(values.power_two_means_n_per_group));
  });

  it("shares a sample out as R does, or equally", () => {
    const { stratified } = surveyReference("samplesize").values;
    const strata = stratified.Nh.map((size: number, h: number) => ({
      label: text(String(h)),
      size,
      standardDeviation: stratified.Sh[h],
      cost: stratified.cost[h],
    }));
    const sampleOf = (method: "proportional" | "neyman" | "equal") => {
      const [table] = tablesOf(furtherAnalysis(study, { family, allocation: { strata, total: stratified.n, method } }));
      return strata.map((_: unknown, h: number) => numberAt(table, String(h), "allocated").value);
    };
    expect(sampleOf("proportional")).toEqual(stratified.proportional_int);
    expect(sampleOf("neyman")).toEqual(stratified.neyman_int);
    // 237 / 5 = 47.4 each.
    expect(sampleOf("equal").toSorted()).toEqual([47, 47, 47, 48, 48]);
  });

  it("shows the precision reached, with weights by the effective n", () => {
    const marginOf = (weight: string) => {
      const table = tablesOf(furtherAnalysis(study, { family, weight })).at(-1);
      if (table === undefined) throw new Error("no table");
      return { table, cell: numberAt(table, "Any share (most cautious, 50%)", "margin").value };
    };
    // 1.96 · √(0.25 / 40), and with weights 20 · 3 and 20 · 1 at (80)² / 200 = 32.
    expect(marginOf("none").cell).toBeCloseTo(0.15495, 5);
    const weighted = marginOf("w");
    expect(weighted.cell).toBeCloseTo(1.959964 * Math.sqrt(0.25 / 32), 5);
    expect(numberAt(weighted.table, "Any share (most cautious, 50%)", "n").value).toBe(40);
  });

  it("holds finite numbers and no base of few people, whatever the answers", () => {
    expectSoundAnswers(smallStudies(["overall", "a"], { analysis: { alsoClusteredBy: "g" } }), {
      family,
      questions: [{ kind: "proportion", margin: 0.05 }],
      population: 30,
    });
  });
});
