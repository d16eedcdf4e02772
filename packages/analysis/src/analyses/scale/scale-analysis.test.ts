/** Conversions against R's (golden/example/expected/synth_public_scale_conversion.json). */
import { describe, expect, it } from "vitest";
import { buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { exampleReference, exampleStudy } from "../../../test-support/example-study.ts";
import { cellAt, furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { expectSoundAnswers, remarksOf, smallStudies } from "../../../test-support/small-studies.ts";

const family = "scale";
const example = await exampleStudy();

describe("conversions of the example", () => {
  const reference = exampleReference("synth_public_scale_conversion");
  const result = furtherAnalysis(example, { family, questions: ["osat", "sat10", "nps", "ces"] });
  const [conversions, ...distributions] = tablesOf(result);
  const labels = {
    osat: "Overall, how satisfied are you with our service",
    sat10: "Overall satisfaction (1–10)",
    nps: "How likely are you to recommend us",
    ces: "How easy was it to get things done with us",
  };

  it("are R's by range, by maximum and by marks", () => {
    const range = reference.range_based;
    expect(numberAt(conversions, labels.osat, "range").value).toBeCloseTo(range.osat_1_5, 10);
    expect(numberAt(conversions, labels.sat10, "range").value).toBeCloseTo(range.sat10_1_10, 10);
    expect(numberAt(conversions, labels.nps, "range").value).toBeCloseTo(range.nps_0_10, 10);
    expect(numberAt(conversions, labels.ces, "range").value).toBeCloseTo(range.ces_1_7, 10);
    expect(numberAt(conversions, labels.osat, "maximum").value).toBeCloseTo(reference.max_based.osat, 10);
    expect(numberAt(conversions, labels.ces, "maximum").value).toBeCloseTo(reference.max_based.ces, 10);
    expect(numberAt(conversions, labels.osat, "marks").value).toBeCloseTo(reference.marks_100_80_60_30_0.mean, 10);
    expect(numberAt(conversions, labels.osat, "maximum-less-range").value).toBeCloseTo(
      reference.max_based.osat - range.osat_1_5,
      10,
    );
    expect(cellAt(conversions, labels.ces, "marks")).toEqual({ kind: "none", because: "not-applicable" });
  });

  it("warn that x over its maximum never reaches 0", () => {
    const [warning] = remarksOf(result);
    expect(warning).toContain("nobody can ever reach 0");
    // 1/10 of the scale of ten, 1/5 of that of five.
    expect(warning).toContain("10.0–20.0");
    expect(remarksOf(furtherAnalysis(example, { family, questions: ["nps"] }))).toEqual([]);
  });

  it("show how answers are spread: shares that add up to 1, questions of one scale in one table", () => {
    expect(distributions.map(({ rows }) => rows.length)).toEqual([1, 11, 12, 8]);
    const shares = distributions[0].rows[0].cells.slice(2);
    const sum = shares.reduce((total, cell) => total + (cell.kind === "number" ? cell.value : 0), 0);
    expect(sum).toBeCloseTo(1, 12);
  });
});

describe("conversions", () => {
  it("turn a scale round whose best answer is the lowest", () => {
    const study = buildRatedStudy(
      { ratings: { q: Array.from({ length: 20 }, (_, i) => (i < 15 ? 1 : 5)) }, scaleOf: { q: "turned" } },
      { scales: { turned: { kind: "rating", minimum: 1, maximum: 5, best: "lowest" } } },
    );
    const [table] = tablesOf(furtherAnalysis(study, { family }));
    expect(numberAt(table, "q", "range").value).toBeCloseTo(75, 12);
    expect(numberAt(table, "q", "maximum").value).toBeCloseTo(80, 12);
  });

  it("weigh answers", () => {
    const study = buildRatedStudy(
      {
        ratings: { q: Array.from({ length: 20 }, (_, i) => (i < 10 ? 1 : 5)) },
        weights: { w: Array.from({ length: 20 }, (_, i) => (i < 10 ? 1 : 3)) },
      },
      { weights: [{ column: "w", label: { zh: "w" } }] },
    );
    const [table, shares] = tablesOf(furtherAnalysis(study, { family, weight: "w" }));
    expect(numberAt(table, "q", "range").value).toBeCloseTo(75, 12);
    expect(numberAt(shares, "q", "answer-5").value).toBeCloseTo(0.75, 12);
    expect(numberAt(table, "q", "n").value).toBe(20);
  });

  it("hide a question of few answers, and every share of it", () => {
    const few = Array.from({ length: 20 }, (_, i) => (i < 5 ? 4 : ("skipped" as const)));
    const study = buildRatedStudy({ ratings: { a: Array.from({ length: 20 }, (_, i) => 1 + (i % 5)), b: few } });
    const tables = tablesOf(furtherAnalysis(study, { family }));
    for (const table of tables) {
      const row = table.rows.find(({ cells: [cell] }) => cell.kind === "label" && cell.label.en === "b");
      expect(row?.cells.some((cell) => cell.kind === "number")).toBe(false);
    }
  });

  it("hold finite numbers and no base of few people, whatever the answers", () => {
    expectSoundAnswers(smallStudies(["a", "b"]), { family });
  });
});
