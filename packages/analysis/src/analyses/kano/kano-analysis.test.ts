/** Kano's categories against R's (golden/example/expected/synth_public_kano.json). */
import type { KanoCategory } from "@manyi/statistics/kano/evaluation-table";
import { describe, expect, it } from "vitest";
import { buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { exampleReference, exampleStudy, referenceRow } from "../../../test-support/example-study.ts";
import { furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { expectSoundAnswers, remarksOf, smallStudies } from "../../../test-support/small-studies.ts";
import { categoryNames } from "./words.ts";

const family = "kano";
const example = await exampleStudy();
const reference = exampleReference("synth_public_kano");
const features = [1, 2, 3, 4, 5, 6].map((i) => ({
  label: { en: `feature${i}` },
  functional: `kf${i}`,
  dysfunctional: `kd${i}`,
}));
const categories = ["M", "O", "A", "I", "R", "Q"] as const;

describe("Kano's categories of the example", () => {
  const result = furtherAnalysis(example, { family, features });
  const [counts, byFeature, fong, continuous] = tablesOf(result);

  it.each(features.map(({ label }) => label.en))("are R's: %s", (name) => {
    const expected = referenceRow(reference.features, name);
    const row = counts.rows.findIndex(({ cells: [cell] }) => cell.kind === "label" && cell.label.en === name);
    categories.forEach((category, i) => {
      const [share, count] = [counts.rows[row].cells[i + 2], counts.rows[row + 1].cells[i + 2]];
      expect(count).toMatchObject({ value: expected[category] });
      expect(share.kind === "number" && share.value).toBeCloseTo(expected[category] / 1200, 12);
    });
    expect(numberAt(byFeature, name, "better").value).toBeCloseTo(expected.better, 12);
    expect(numberAt(byFeature, name, "worse").value).toBeCloseTo(expected.worse, 12);
    expect(numberAt(fong, name, "difference").value).toBeCloseTo(expected.fong_absdiff, 9);
    expect(numberAt(fong, name, "threshold").value).toBeCloseTo(expected.fong_threshold, 9);
    expect(numberAt(continuous, name, "functional").value).toBeCloseTo(expected.cont_functional_mean, 10);
    expect(numberAt(continuous, name, "dysfunctional").value).toBeCloseTo(expected.cont_dysfunctional_mean, 10);
  });

  it("follow the rule that was asked for", () => {
    const byRule = (rule: "mode" | "blauth") => {
      const [, table] = tablesOf(furtherAnalysis(example, { family, features, rule }));
      return Object.fromEntries(
        table.rows.map(({ cells }) => [
          cells[0].kind === "label" ? cells[0].label.en : "",
          cells[3].kind === "label" ? cells[3].label.en : "",
        ]),
      );
    };
    const named = (of: Readonly<Record<string, KanoCategory>>) =>
      Object.fromEntries(Object.entries(of).map(([name, category]) => [name, categoryNames[category].en]));
    expect(byRule("mode")).toEqual(named(reference.category_by_mode));
    expect(byRule("blauth")).toEqual(named(reference.category_blauth_rule));
  });

  it("stand in the plane under the numbers of the table", () => {
    const { outcome } = result;
    const chart = outcome.kind === "computed" ? outcome.parts.find((part) => part.kind === "chart") : undefined;
    if (chart?.kind !== "chart" || chart.chart.kind !== "plane") throw new Error("no plane");
    expect(chart.chart.points).toHaveLength(6);
    chart.chart.points.forEach(({ label, x, y }, i) => {
      const name = label.en ?? "";
      expect(numberAt(byFeature, name, "number").value).toBe(i + 1);
      expect(byFeature.rows[i].cells[0]).toMatchObject({ label: { en: name } });
      expect(y).toBe(numberAt(byFeature, name, "better").value);
      expect(x).toBe(-numberAt(byFeature, name, "worse").value);
    });
  });

  it("warn of a feature that many refuse", () => {
    expect(remarksOf(result)[0]).toMatch(/^feature5: a fifth or more/);
  });

  it("are weighted where there are weights, and counts stay counts", () => {
    const [weighted] = tablesOf(furtherAnalysis(example, { family, features, weight: "base_weight" }));
    expect(weighted.rows[1].cells[4]).toMatchObject({ value: 621 });
    const share = weighted.rows[0].cells[4];
    expect(share.kind === "number" && share.value).not.toBeCloseTo(621 / 1200, 3);
  });
});

describe("Kano's categories", () => {
  const length = 20;
  const fill = (value: number | "skipped") => Array.from({ length }, () => value);
  const feature = { functional: "f", dysfunctional: "d" };

  it("take the answers in the order that was given", () => {
    // Codes run from dislike (1) to like (5): 5 and 1 are "like" and "dislike", so one-dimensional.
    const study = buildRatedStudy({ ratings: { f: fill(5), d: fill(1) } });
    const [, given] = tablesOf(
      furtherAnalysis(study, { family, features: [feature], answers: ["5", "4", "3", "2", "1"] }),
    );
    expect(given.rows[0].cells[3]).toMatchObject({ label: { en: "One-dimensional" } });
    const [, asIs] = tablesOf(furtherAnalysis(study, { family, features: [feature] }));
    expect(asIs.rows[0].cells[3]).toMatchObject({ label: { en: "Reverse" } });
  });

  it("have no better and worse where nobody is in their base, and no point either", () => {
    const study = buildRatedStudy({ ratings: { f: fill(5), d: fill(1) } });
    const result = furtherAnalysis(study, { family, features: [feature] });
    const [, table] = tablesOf(result);
    expect(table.rows[0].cells[4]).toEqual({ kind: "none", because: "too-few-answers" });
    expect(result.outcome.kind === "computed" && result.outcome.parts.some(({ kind }) => kind === "chart")).toBe(false);
  });

  it("have neither where too few are in their base, though enough answered", () => {
    const answers = Array.from({ length }, (_, i) => (i < 14 ? 5 : 1));
    const study = buildRatedStudy({ ratings: { f: answers, d: answers.map((answer) => (answer === 5 ? 1 : 3)) } });
    const result = furtherAnalysis(study, { family, features: [feature] });
    expect(tablesOf(result)[1].rows[0].cells[4]).toEqual({ kind: "none", because: "too-few" });
    expect(result.outcome.kind === "computed" && result.outcome.parts.some(({ kind }) => kind === "chart")).toBe(false);
  });

  it("hide a feature of few answers, and say so of nobody", () => {
    const few = Array.from({ length }, (_, i) => (i < 7 ? 1 : ("skipped" as const)));
    const study = buildRatedStudy({ ratings: { f: fill(1), d: fill(5), g: few } });
    const [counts] = tablesOf(
      furtherAnalysis(study, { family, features: [feature, { functional: "g", dysfunctional: "d" }] }),
    );
    expect(counts.rows).toHaveLength(3);
    expect(counts.rows[2].cells.slice(1).every((cell) => cell.kind === "none" && cell.because === "too-few")).toBe(
      true,
    );
    const nobody = buildRatedStudy({ ratings: { f: fill("skipped"), d: fill(5) } });
    expect(furtherAnalysis(nobody, { family, features: [feature] }).outcome).toMatchObject({
      kind: "cannot",
      reason: "too-few-answers",
    });
  });

  it("hold finite numbers and no base of few people, whatever the answers", () => {
    const pairs = [feature, { functional: "f2", dysfunctional: "d2" }];
    expectSoundAnswers(smallStudies(["f", "d", "f2", "d2"]), { family, features: pairs });
  });
});
