/** Scores against R's (golden/example/expected/synth_public_scores.json), and by hand where groups are compared. */
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { describe, expect, it } from "vitest";
import { buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { exampleReference, exampleStudy, referenceRow } from "../../../test-support/example-study.ts";
import { analysesOf, cellAt, furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { expectSoundAnswers, remarksOf, smallStudies } from "../../../test-support/small-studies.ts";

const family = "scores";
const example = await exampleStudy();
const reference = exampleReference("synth_public_scores");

describe("scores of the example", () => {
  const [scores, named] = tablesOf(furtherAnalysis(example, { family, questions: ["osat", "sat10", "ces", "nps"] }));

  it.each([
    ["Overall, how satisfied are you with our service", "csat_osat_1_5_top2"],
    ["Overall satisfaction (1–10)", "csat_sat10_top3"],
    ["How easy was it to get things done with us", "ces_1_7_top3"],
  ])("are R's: %s", (label, name) => {
    const expected = reference[name];
    expect(numberAt(scores, label, "n").value).toBe(expected.n);
    const mean = numberAt(scores, label, "mean");
    expect(mean.value).toBeCloseTo(expected.mean, 10);
    expect(mean.interval?.lower).toBeCloseTo(expected.mean_t_lo, 10);
    expect(mean.interval?.upper).toBeCloseTo(expected.mean_t_hi, 10);
    expect(numberAt(scores, label, "standard-deviation").value).toBeCloseTo(expected.sd, 10);
    expect(numberAt(scores, label, "median").value).toBe(expected.median);
    const top = numberAt(scores, label, "top-share");
    expect(top.value).toBeCloseTo(expected.top_box_share, 12);
    expect(top.interval?.lower).toBeCloseTo(expected.wilson_lo, 12);
    expect(top.interval?.upper).toBeCloseTo(expected.wilson_hi, 12);
    expect(numberAt(scores, label, "bottom-share").value).toBeCloseTo(expected.bottom2_share, 12);
  });

  it("hold the Net Promoter Score with the adjusted Wald interval, and the effort score", () => {
    const label = "How likely are you to recommend us";
    const nps = numberAt(named, label, "score");
    expect(nps.value).toBeCloseTo(reference.nps.nps, 10);
    expect(nps.interval?.lower).toBeCloseTo(reference.nps.adjwald_lo, 10);
    expect(nps.interval?.upper).toBeCloseTo(reference.nps.adjwald_hi, 10);
    expect(numberAt(named, label, "favourable").value).toBeCloseTo(reference.nps.promoters / reference.nps.n, 12);
    expect(numberAt(named, label, "adverse").value).toBeCloseTo(reference.nps.detractors / reference.nps.n, 12);
    const effort = numberAt(named, "How easy was it to get things done with us", "score");
    expect(effort.value).toBeCloseTo(reference.ces_1_7_top3.mean, 10);
  });

  it("by group are R's Net Promoter Scores of the groups", () => {
    const tables = tablesOf(furtherAnalysis(example, { family, questions: ["nps"], by: "segment" }));
    const byGroup = tables[tables.length - 1];
    for (const [label, code] of [
      ["Sole traders", "Consumer"],
      ["Small companies", "SMB"],
      ["Large companies", "Enterprise"],
    ]) {
      const expected = referenceRow(reference.nps_by_segment, code);
      expect(numberAt(byGroup, label, "n").value).toBe(expected.n);
      expect(numberAt(byGroup, label, "score").value).toBeCloseTo(expected.nps, 10);
      expect(numberAt(byGroup, label, "score").interval?.lower).toBeCloseTo(expected.adjwald_lo, 10);
    }
  });

  it("take the measures and the questions of the indicators where none are named", () => {
    const [all] = tablesOf(furtherAnalysis(example, { family }));
    expect(all.rows).toHaveLength(11);
  });

  it("are weighted where there are weights, and n still counts respondents", () => {
    const [weighted] = tablesOf(furtherAnalysis(example, { family, questions: ["osat"], weight: "base_weight" }));
    const label = "Overall, how satisfied are you with our service";
    expect(numberAt(weighted, label, "n").value).toBe(1179);
    expect(numberAt(weighted, label, "mean").value).not.toBeCloseTo(reference.csat_osat_1_5_top2.mean, 3);
  });
});

/** 40 times 5 or 4, 30 times 2 or 1, 12 threes and 5 fives. */
const sizes = { north: 40, south: 30, west: 12, tiny: 5 };
const region = Object.entries(sizes).flatMap(([name, n]) => Array.from({ length: n }, () => name));
const q = region.map((name, i) => ({ north: 4 + (i % 2), south: 1 + (i % 2), west: 3, tiny: 5 })[name] ?? 3);
const r = region.map((_, i) => 1 + (i % 5));
const study = buildRatedStudy({ ratings: { q, r }, groups: { region } });
const grouped: AnalysisOf<"scores"> = { family, questions: ["q", "r"], by: "region" };

describe("scores by group", () => {
  const result = furtherAnalysis(study, grouped);
  const tables = tablesOf(result);
  const byGroup = tables[tables.length - 1];

  it("hide a group of too few and the one that would give it away, and compare the others with each other alone", () => {
    for (const column of ["n", "score", "difference", "adjusted-p-value", "verdict"]) {
      expect(cellAt(byGroup, "tiny", column)).toEqual({ kind: "none", because: "too-few" });
      expect(cellAt(byGroup, "west", column)).toEqual({ kind: "none", because: "protects-others" });
    }
    // 4.5 of the north less 1.5 of the south; with the hidden groups among the others it would be less.
    expect(numberAt(byGroup, "north", "difference").value).toBeCloseTo(3, 12);
    expect(numberAt(byGroup, "south", "difference").value).toBeCloseTo(-3, 12);
    expect(cellAt(byGroup, "north", "verdict")).toMatchObject({ label: { en: "above the others" } });
  });

  it("count two groups as one test, and correct over all questions", () => {
    expect(remarksOf(result)).toContain(
      "Of 2 comparisons 1 is significant after correction. A difference says that groups differ, not why.",
    );
    const only = tablesOf(furtherAnalysis(study, { ...grouped, questions: ["r"] }));
    const alone = numberAt(only[only.length - 1], "north", "adjusted-p-value").value;
    const [first, second] = byGroup.rows.filter(
      ({ cells: [cell] }) => cell.kind === "label" && cell.label.en === "north",
    );
    const pValue = (row: typeof first) => (row.cells[4].kind === "number" ? row.cells[4].value : Number.NaN);
    expect(pValue(second)).toBeCloseTo(alone, 12);
    expect(pValue(first)).toBeLessThan(1e-9);
  });

  it("draw only what may be shown", () => {
    const { outcome } = result;
    const charts =
      outcome.kind === "computed" ? outcome.parts.flatMap((p) => (p.kind === "chart" ? [p.chart] : [])) : [];
    expect(charts).toHaveLength(2);
    for (const chart of charts) expect(chart.kind === "intervals" && chart.rows.length).toBe(2);
  });

  it("weigh answers, leave out who counts nothing, and hide a group that is too small without them", () => {
    const w = region.map((name, i) => (name === "south" && i % 5 < 4 ? 0 : i % 2 === 0 ? 3 : 1));
    const weighted = buildRatedStudy(
      { ratings: { q }, groups: { region }, weights: { w } },
      { weights: [{ column: "w", label: { zh: "w" } }] },
    );
    const [, own] = analysesOf(weighted, [
      { ...grouped, questions: ["q"] },
      { ...grouped, questions: ["q"], weight: "w" },
    ]);
    const [scores, groups] = tablesOf(own);
    expect(cellAt(groups, "south", "n").kind).toBe("none");
    // 20 times 4 with weight 3, 20 times 5 with weight 1.
    expect(numberAt(groups, "north", "score").value).toBeCloseTo((3 * 4 + 5) / 4, 12);
    expect(numberAt(scores, "q", "n").value).toBe(63);
  });

  it("compare shares of the best answers where that is asked for", () => {
    const shares = tablesOf(furtherAnalysis(study, { ...grouped, questions: ["q"], compare: "top-share" }));
    expect(numberAt(shares[1], "north", "score").value).toBe(1);
    expect(numberAt(shares[1], "north", "difference").value).toBe(1);
  });

  it("say so where nobody answered", () => {
    const silent = buildRatedStudy({ ratings: { q: region.map(() => "skipped" as const) }, groups: { region } });
    expect(furtherAnalysis(silent, { family, questions: ["q"] }).outcome).toMatchObject({ kind: "cannot" });
  });

  it("hold finite numbers and no base of few people, whatever the answers", () => {
    expectSoundAnswers(smallStudies(["a", "b"]), { family, questions: ["a", "b"], by: "g" });
  });
});
