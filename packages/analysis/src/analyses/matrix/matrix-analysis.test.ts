/** Places against R's (golden/example/expected/synth_public_ipa.json). */
import { describe, expect, it } from "vitest";
import { buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { exampleReference, exampleStudy } from "../../../test-support/example-study.ts";
import { cellAt, furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { expectSoundAnswers, remarksOf, smallStudies } from "../../../test-support/small-studies.ts";

const family = "matrix";
const example = await exampleStudy();
const reference = exampleReference("synth_public_ipa");
const labels = {
  a1: "Professionalism",
  a2: "Accuracy",
  a3: "Timeliness",
  a4: "Process",
  a5: "Confidentiality",
  a6: "Response speed",
  a7: "Effect of communication",
  a8: "Price",
};
const items = Object.entries(labels);
const fields: Readonly<Record<string, string>> = {
  "Keep up the good work": "Keep up",
  "Concentrate here": "Improve first",
  "Low priority": "Low priority",
  "Possible overkill": "Possible overkill",
};

describe("the matrix of the example", () => {
  const stated = furtherAnalysis(example, { family });
  const [table] = tablesOf(stated);

  it("has R's means, gaps and fields by stated importance", () => {
    for (const [code, label] of items) {
      expect(numberAt(table, label, "performance").value).toBeCloseTo(reference.performance[code], 10);
      expect(numberAt(table, label, "importance").value).toBeCloseTo(reference.stated_importance[code], 10);
      expect(numberAt(table, label, "gap").value).toBeCloseTo(reference.gap_P_minus_I[code], 10);
      expect(cellAt(table, label, "field")).toMatchObject({
        label: { en: fields[reference.quadrant_data_centred[code]] },
      });
    }
  });

  it("puts the lines where they were asked for", () => {
    const linesOf = (crosshair: "means" | "medians" | "scale") => {
      const { outcome } = furtherAnalysis(example, { family, crosshair });
      const part = outcome.kind === "computed" ? outcome.parts[0] : undefined;
      if (part?.kind !== "chart" || part.chart.kind !== "plane") throw new Error("no plane");
      return [part.chart.x.line, part.chart.y.line];
    };
    const [performance, importance] = linesOf("means");
    expect(performance).toBeCloseTo(reference.crosshair_data_means[0], 10);
    expect(importance).toBeCloseTo(reference.crosshair_data_means[1], 10);
    expect(linesOf("medians")[0]).toBeCloseTo(reference.crosshair_data_medians.performance, 10);
    expect(linesOf("scale")).toEqual(reference.crosshair_scale);
  });

  it.each([
    ["derived-correlation", "derived_importance_pearson"],
    ["derived-partial", "derived_importance_partial"],
  ] as const)(
    "has R's importance by %s, each inside its interval, and says that it is no cause",
    (importance, name) => {
      const result = furtherAnalysis(example, { family, importance, crosshair: "medians" });
      const [derived] = tablesOf(result);
      for (const [code, label] of items) {
        const cell = numberAt(derived, label, "importance");
        expect(cell.value).toBeCloseTo(reference[name][code], 9);
        expect(cell.interval?.lower).toBeLessThan(cell.value);
        expect(cell.interval?.upper).toBeGreaterThan(cell.value);
      }
      expect(derived.columns.some(({ code }) => code === "gap")).toBe(false);
      expect(remarksOf(result)[0]).toContain("no cause");
      expect(remarksOf(stated)[0]).not.toContain("no cause");
    },
  );

  it("numbers the points as the table does", () => {
    const chart = stated.outcome.kind === "computed" ? stated.outcome.parts[0] : undefined;
    if (chart?.kind !== "chart" || chart.chart.kind !== "plane") throw new Error("no plane");
    chart.chart.points.forEach((point, i) => {
      const label = point.label.en ?? "";
      expect(numberAt(table, label, "number").value).toBe(i + 1);
      expect(point.x).toBe(numberAt(table, label, "performance").value);
    });
    expect(chart.chart.title.en).toBe("Improve first: Timeliness, Response speed");
  });

  it("is weighted where there are weights", () => {
    const [weighted] = tablesOf(furtherAnalysis(example, { family, weight: "base_weight" }));
    expect(numberAt(weighted, "Price", "performance").value).not.toBeCloseTo(reference.performance.a8, 4);
    expect(numberAt(weighted, "Price", "n").value).toBe(numberAt(table, "Price", "n").value);
  });
});

describe("a matrix", () => {
  const length = 30;
  const draw = (step: number) => Array.from({ length }, (_, i) => 1 + ((i * step) % 5));
  const asked = (names: readonly string[], ratings: Readonly<Record<string, readonly (number | "skipped")[]>>) =>
    buildRatedStudy(
      { ratings },
      {
        indicators: names.map((name) => ({
          code: name,
          label: { en: name },
          question: name,
          importance: `i-${name}`,
        })),
      },
    );

  it("says of an item whether an interval reaches over a line", () => {
    const flat = (value: number) => Array.from({ length }, () => value);
    const study = asked(["a", "b", "c"], {
      a: flat(1),
      b: flat(5),
      c: draw(1),
      "i-a": flat(5),
      "i-b": flat(1),
      "i-c": draw(1),
    });
    const [table] = tablesOf(furtherAnalysis(study, { family }));
    const places = ["a", "b", "c"].map((name) => cellAt(table, name, "place"));
    expect(places.map((cell) => cell.kind === "label" && cell.label.en)).toEqual(["clear", "clear", "near a line"]);
  });

  it("leaves out an item of few answers, by name and without a number", () => {
    const few = draw(2).map((value, i) => (i < 6 ? value : ("skipped" as const)));
    const ratings = { a: draw(1), b: draw(3), c: few, "i-a": draw(2), "i-b": draw(1), "i-c": draw(1) };
    const result = furtherAnalysis(asked(["a", "b", "c"], ratings), { family });
    expect(tablesOf(result)[0].rows).toHaveLength(2);
    expect(remarksOf(result)[0]).toMatch(/^c: too little is known/);
  });

  it("derives nothing from few who answered all", () => {
    const some = (from: number) =>
      draw(2).map((value, i) => (i >= from && i < from + 18 ? value : ("skipped" as const)));
    const study = buildRatedStudy({ ratings: { overall: draw(1), a: some(0), b: some(12) } });
    expect(furtherAnalysis(study, { family, importance: "derived-correlation" }).outcome).toMatchObject({
      kind: "cannot",
      reason: "suppressed",
    });
  });

  it("holds finite numbers and no base of few people, whatever the answers", () => {
    const names = ["overall", "a", "b", "c"];
    for (const importance of ["derived-correlation", "derived-partial"] as const)
      expectSoundAnswers(smallStudies(names), { family, importance }, 80);
    const indicators = ["a", "b"].map((name) => ({
      code: name,
      label: { en: name },
      question: name,
      importance: `i-${name}`,
    }));
    expectSoundAnswers(smallStudies(["a", "b", "i-a", "i-b"], { indicators }), { family, crosshair: "scale" }, 80);
  });
});
