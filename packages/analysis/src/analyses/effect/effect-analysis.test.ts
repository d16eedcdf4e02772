import { describe, expect, it } from "vitest";
import { type Answer, buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { cellAt, furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { expectSoundAnswers, smallStudies } from "../../../test-support/small-studies.ts";
import { surveyReference, surveyStudy } from "../../../test-support/survey-study.ts";

const family = "effect";
const step = 100 / 9;
const time = { before: ["1", "2"], after: ["3", "4"] };
const verdicts: Readonly<Record<string, string>> = {
  improved: "improved",
  "no-evidence": "no evidence of a change",
};

describe("the effect of a measure", () => {
  it("is R's change between before and after, with its verdict", async () => {
    const { values, options } = surveyReference("survey_effect");
    const worthwhile = step * options.relevant_change;
    const [table] = tablesOf(
      furtherAnalysis(await surveyStudy(), { family, kind: "before-after", question: "sat10", time, worthwhile }),
    );
    const { value, ci, p, verdict } = values.change_of_means;
    const change = numberAt(table, "After less before", "mean");
    expect(change.value).toBeCloseTo(step * value, 9);
    expect(change.interval?.lower).toBeCloseTo(step * ci[0], 8);
    expect(change.interval?.upper).toBeCloseTo(step * ci[1], 8);
    expect(numberAt(table, "After less before", "p-value").value).toBeCloseTo(p, 10);
    expect(cellAt(table, "After less before", "verdict")).toMatchObject({ label: { en: verdicts[verdict] } });
  });

  it("is R's difference in differences, weighted and by clusters", async () => {
    const { values, options } = surveyReference("survey_effect");
    const study = await surveyStudy();
    const worthwhile = step * options.relevant_change;
    const kind = "difference-in-differences";
    const asked = { family, kind, question: "sat10", time, worthwhile, weight: "base_weight" } as const;
    const treated = { column: "region", codes: options.treated_regions };
    const [, table] = tablesOf(furtherAnalysis(study, { ...asked, treated, clusters: "store" }));
    const expected = values.did_regions_cr2;
    const found = numberAt(table, "Difference in differences", "estimate");
    expect(found.value).toBeCloseTo(step * expected.value, 8);
    expect(found.interval?.lower).toBeCloseTo(step * expected.ci[0], 7);
    expect(numberAt(table, "Difference in differences", "degrees-of-freedom").value).toBeCloseTo(expected.df, 8);
    expect(cellAt(table, "Difference in differences", "verdict")).toMatchObject({
      label: { en: verdicts[expected.verdict] },
    });
  });

  const waves = (length: number) => Array.from({ length }, (_, i) => String(Math.floor(i / 20) + 1));
  /** Eight waves of 20; from the fifth on the best answers are more frequent. */
  const study = buildRatedStudy(
    {
      ratings: {
        overall: Array.from({ length: 160 }, (_, i): Answer => (i >= 80 && i % 3 !== 0 ? 5 : ((i * 7) % 5) + 1)),
      },
      groups: {
        wave: waves(160),
        arm: Array.from({ length: 160 }, (_, i) => (i % 2 === 0 ? "with" : "without")),
        uneven: Array.from({ length: 160 }, (_, i) => (i % 20 < 3 ? "with" : "without")),
      },
      weights: { w: Array.from({ length: 160 }, (_, i) => 1 + (i % 3)) },
    },
    { waves: { column: "wave" } },
  );
  const eight = { before: ["1", "2", "3", "4"], after: ["5", "6", "7", "8"] };

  it("is read from a series, with the line before continued", () => {
    const [table, means] = tablesOf(furtherAnalysis(study, { family, kind: "interrupted-series", time: eight }));
    expect(means.rows).toHaveLength(8);
    const level = numberAt(table, "Step at the start", "estimate");
    const slope = numberAt(table, "Change of the slope", "estimate");
    // Three steps of time after the first wave of the measure.
    expect(numberAt(table, "Effect by the last wave", "estimate").value).toBeCloseTo(level.value + 3 * slope.value, 8);
    expect(furtherAnalysis(study, { family, kind: "interrupted-series", time }).outcome).toMatchObject({
      kind: "cannot",
      reason: "too-few-answers",
    });
  });

  it("is weighted where the study is", () => {
    const changeOf = (weight: string) =>
      numberAt(
        tablesOf(furtherAnalysis(study, { family, kind: "before-after", time: eight, weight }))[0],
        "After less before",
        "mean",
      ).value;
    expect(changeOf("w")).not.toBeCloseTo(changeOf("none"), 3);
  });

  it("is not shown where a side or a cell is of few people", () => {
    const kind = "difference-in-differences";
    const treated = { column: "uneven", codes: ["with"] };
    const one = { before: ["4"], after: ["5"] };
    expect(furtherAnalysis(study, { family, kind, treated, time: one }).outcome).toMatchObject({
      kind: "cannot",
      reason: "suppressed",
    });
    const arm = { column: "arm", codes: ["with"] };
    const [cells] = tablesOf(furtherAnalysis(study, { family, kind, treated: arm, time: one }));
    expect(numberAt(cells, "With the measure, before", "n").value).toBe(10);
  });

  it("says that groups and waves are withheld, not that nobody answered", () => {
    // With three people the group is withheld everywhere; all the others answered.
    const small = buildRatedStudy(
      {
        ratings: { overall: Array.from({ length: 160 }, (_, i): Answer => ((i * 7) % 5) + 1) },
        groups: {
          wave: Array.from({ length: 160 }, (_, i) => (i < 3 ? "0" : i % 2 === 0 ? "1" : "2")),
          store: Array.from({ length: 160 }, (_, i) => (i < 3 ? "S01" : `S0${2 + (i % 4)}`)),
        },
      },
      { waves: { column: "wave" } },
    );
    const kind = "difference-in-differences" as const;
    const at = { before: ["1"], after: ["2"] };
    const treated = { column: "store", codes: ["S01"] };
    for (const { outcome } of [
      furtherAnalysis(small, { family, kind, treated, time: at }),
      furtherAnalysis(small, { family, kind: "before-after", time: { before: ["0"], after: ["2"] } }),
    ]) {
      expect(outcome).toMatchObject({ kind: "cannot", reason: "suppressed" });
      expect(JSON.stringify(outcome)).not.toContain("Only 0");
    }
    const nobody = furtherAnalysis(small, { family, kind: "before-after", time: { before: ["9"], after: ["1", "2"] } });
    expect(JSON.stringify(nobody.outcome)).toContain("the smallest has 0 usable answers");
  });

  it("holds finite numbers and no base of few people, whatever the answers", () => {
    const studies = smallStudies(["overall"], { waves: { column: "g" } }, { h: ["x", "y"] });
    const between = { before: ["a"], after: ["b", "c"] };
    expectSoundAnswers(studies, { family, kind: "before-after", time: between });
    const treated = { column: "h", codes: ["x"] };
    expectSoundAnswers(studies, { family, kind: "difference-in-differences", time: between, treated, clusters: "h" });
    expectSoundAnswers(studies, { family, kind: "interrupted-series", time: between });
  });
});
