/** Best–worst scores by hand; utilities against the estimator called on the same screens (max-diff.test.ts compares that with R). */
import { bestWorstLogit } from "@manyi/statistics/max-diff/best-worst-logit";
import type { AnalysisOf } from "@manyi/study/definition/analyses/analysis-definition";
import { describe, expect, it } from "vitest";
import { buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { cellAt, furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { expectSoundAnswers, remarksOf, smallStudies } from "../../../test-support/small-studies.ts";

const family = "max-diff";
const items = ["x", "y", "z"].map((code) => ({ code, label: { en: code.toUpperCase() } }));
const shown = ["x", "y", "z"];
const analysis: AnalysisOf<"max-diff"> = { family, items, tasks: [{ shown, best: "best", worst: "worst" }] };

/** 12 people choose x over z, 6 y over x, 6 z over y. */
const best = Array.from({ length: 24 }, (_, i) => (i < 12 ? "x" : i < 18 ? "y" : "z"));
const worst = Array.from({ length: 24 }, (_, i) => (i < 12 ? "z" : i < 18 ? "x" : "y"));

function study(groups: Readonly<Record<string, readonly string[]>>, w?: readonly number[]) {
  return buildRatedStudy(
    { ratings: { q: best.map(() => 3) }, groups, ...(w === undefined ? {} : { weights: { w } }) },
    { weights: [{ column: "w", label: { zh: "w" } }] },
  );
}

describe("best–worst choices", () => {
  it("are counted: best less worst over shown", () => {
    const [scores] = tablesOf(furtherAnalysis(study({ best, worst }), analysis));
    expect(scores.n).toBe(24);
    expect(numberAt(scores, "X", "count-score").value).toBeCloseTo((12 - 6) / 24, 12);
    expect(numberAt(scores, "Y", "count-score").value).toBe(0);
    expect(numberAt(scores, "Z", "count-score").value).toBeCloseTo((6 - 12) / 24, 12);
    expect(["shown", "best", "worst"].map((column) => numberAt(scores, "X", column).value)).toEqual([24, 12, 6]);
  });

  it("give the shares of the logit, which add up to 1", () => {
    const [, shares] = tablesOf(furtherAnalysis(study({ best, worst }), analysis));
    const tasks = best.map((code, respondent) => ({
      respondent,
      items: [0, 1, 2],
      best: shown.indexOf(code),
      worst: shown.indexOf(worst[respondent]),
    }));
    const logit = bestWorstLogit({ items: shown, tasks, weights: null }, 0.95);
    if (logit.kind !== "estimated") throw new Error(logit.kind);
    let sum = 0;
    for (const { item, share, utility, shareInterval } of logit.utilities) {
      const cell = numberAt(shares, item.toUpperCase(), "preference-share");
      expect(cell.value).toBe(share);
      expect(cell.interval?.lower).toBe(shareInterval.lower);
      expect(numberAt(shares, item.toUpperCase(), "utility").value).toBe(utility);
      sum += cell.value;
    }
    expect(sum).toBeCloseTo(1, 12);
  });

  it("are even where every order was chosen alike", () => {
    const orders = ["xy", "xz", "yx", "yz", "zx", "zy"];
    const chosen = Array.from({ length: 24 }, (_, i) => orders[i % 6]);
    const even = study({ best: chosen.map((order) => order[0]), worst: chosen.map((order) => order[1]) });
    const [, shares] = tablesOf(furtherAnalysis(even, analysis));
    for (const name of ["X", "Y", "Z"]) expect(numberAt(shares, name, "preference-share").value).toBeCloseTo(1 / 3, 9);
  });

  it("are weighted where there are weights, and counts stay counts", () => {
    const w = best.map((code) => (code === "y" ? 4 : 1));
    const [scores] = tablesOf(furtherAnalysis(study({ best, worst }, w), { ...analysis, weight: "w" }));
    // Of 12 + 24 + 6: x is best with 12 and worst with 24.
    expect(numberAt(scores, "X", "count-score").value).toBeCloseTo((12 - 24) / 42, 12);
    expect(numberAt(scores, "X", "best").value).toBe(12);
  });

  it("that contradict themselves are left out and said", () => {
    const both = best.map((code, i) => (i < 3 ? code : worst[i]));
    const result = furtherAnalysis(study({ best, worst: both }), analysis);
    expect(tablesOf(result)[0].n).toBe(21);
    expect(remarksOf(result).some((text) => text.startsWith("Fewer than 10 screens"))).toBe(true);
  });

  it("have no finite utilities where one always wins: the counts say it", () => {
    const result = furtherAnalysis(study({ best: best.map(() => "x"), worst: best.map(() => "z") }), analysis);
    expect(tablesOf(result)).toHaveLength(1);
    expect(numberAt(tablesOf(result)[0], "X", "count-score").value).toBe(1);
    expect(remarksOf(result).some((text) => text.includes("no finite solution"))).toBe(true);
  });

  it("follow the version that a respondent saw, and hide an item that few saw", () => {
    const version = best.map((_, i) => (i < 18 ? "1" : "2"));
    const second = best.map((code, i) => (i < 18 ? code : "w"));
    const versions = {
      column: "version",
      designs: [
        { code: "1", shown: [shown] },
        { code: "2", shown: [["w", "x", "y"]] },
      ],
    };
    const four = { ...analysis, items: [...items, { code: "w", label: { en: "W" } }], versions };
    const result = furtherAnalysis(study({ version, best: second, worst }), {
      ...four,
      tasks: [{ best: "best", worst: "worst" }],
    });
    const [scores, ...others] = tablesOf(result);
    expect(others).toEqual([]);
    expect(numberAt(scores, "Z", "shown").value).toBe(18);
    for (const column of ["shown", "best", "count-score"])
      expect(cellAt(scores, "W", column)).toEqual({ kind: "none", because: "too-few" });
  });

  it("name the items that were never shown", () => {
    const wide = { ...analysis, items: [...items, { code: "v", label: { en: "Vouchers" } }] };
    const { outcome } = furtherAnalysis(study({ best, worst }), wide);
    expect(outcome).toMatchObject({ kind: "cannot", reason: "unsuitable" });
    expect(outcome.kind === "cannot" && outcome.text.en).toContain("Vouchers");
  });

  it("hold finite numbers and no base of few people, whatever the answers", () => {
    const codes = ["x", "y", "z", ""];
    expectSoundAnswers(smallStudies(["q"], {}, { best: codes, worst: codes }), analysis);
  });
});
