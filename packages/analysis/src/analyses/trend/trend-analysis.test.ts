import { describe, expect, it } from "vitest";
import { type Answer, buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { cellAt, everyNumber, furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { expectSoundAnswers, remarksOf, smallStudies } from "../../../test-support/small-studies.ts";
import { surveyReference, surveyStudy } from "../../../test-support/survey-study.ts";

const family = "trend";
/** One step of 1–10 in points of 0–100. */
const step = 100 / 9;

/** Waves of 20 whose ratings rise by their number; those of `few` people are one more wave. */
function rising(waves: number, few = 0) {
  const length = 20 * waves + few;
  const waveOf = (i: number) => Math.floor(i / 20) + 1;
  return buildRatedStudy(
    {
      ratings: {
        overall: Array.from({ length }, (_, i): Answer => ((i * i + waveOf(i) * (i % 7)) % 5) + 1),
      },
      groups: { wave: Array.from({ length }, (_, i) => String(waveOf(i))) },
      weights: { w: Array.from({ length }, (_, i) => 1 + (i % 3)) },
    },
    { waves: { column: "wave" } },
  );
}

describe("a trend over waves", () => {
  it("has the numbers of R: the line with the waves' errors, Mann–Kendall, Sen and Jonckheere", async () => {
    const { values } = surveyReference("survey_trend_spc");
    const [, tests] = tablesOf(furtherAnalysis(await surveyStudy(), { family, questions: ["sat10"] }));
    const line = values.trend_of_means_satterthwaite;
    const found = numberAt(tests, "Line through the estimates", "change-per-wave");
    expect(found.value).toBeCloseTo(step * line.slope, 8);
    expect(found.interval?.lower).toBeCloseTo(step * line.ci[0], 8);
    expect(numberAt(tests, "Line through the estimates", "p-value").value).toBeCloseTo(line.p, 10);
    const { tau, p_exact, sen_slope } = values.mann_kendall_on_wave_means;
    expect(numberAt(tests, "Mann–Kendall (τ-b)", "statistic").value).toBeCloseTo(tau, 10);
    expect(numberAt(tests, "Mann–Kendall (τ-b)", "p-value").value).toBeCloseTo(p_exact, 10);
    expect(numberAt(tests, "Sen's slope", "change-per-wave").value).toBeCloseTo(step * sen_slope, 10);
    expect(numberAt(tests, "Jonckheere–Terpstra", "p-value").value).toBeCloseTo(values.jonckheere_sat10_by_wave.p, 10);
  });

  it("tests shares as R does, and corrects several questions together", async () => {
    const { values } = surveyReference("survey_trend_spc");
    const tables = tablesOf(furtherAnalysis(await surveyStudy(), { family, questions: ["osat", "sat10"] }));
    const share = numberAt(tables[2], "Share satisfied (Cochran–Armitage)", "p-value").value;
    expect(share).toBeCloseTo(values.top2_by_wave.p, 10);
    const p = numberAt(tables[4], "Line through the estimates", "p-value").value;
    expect(numberAt(tables[0], "Overall satisfaction (1–10) (0–100)", "adjusted-p-value").value).toBeCloseTo(2 * p, 10);
  });

  it("draws control charts of enough waves: p limits by hand, and none for four", () => {
    const result = furtherAnalysis(rising(6), { family, chart: { kind: "p" } });
    const chart = tablesOf(result).at(-1);
    if (chart === undefined) throw new Error("no table");
    const centre = numberAt(chart, "1", "centre").value;
    expect(numberAt(chart, "1", "upper-limit").value).toBeCloseTo(
      Math.min(1, centre + 3 * Math.sqrt((centre * (1 - centre)) / 20)),
      10,
    );
    const few = furtherAnalysis(rising(4), { family, chart: { kind: "xmr" } });
    expect(remarksOf(few).some((text) => text.startsWith("4 waves: a control chart"))).toBe(true);
    for (const kind of ["laney", "xmr", "ewma"] as const)
      expect(tablesOf(furtherAnalysis(rising(8), { family, chart: { kind } }))).toHaveLength(3);
  });

  it("uses no wave of few people, and takes times that are given", () => {
    const [waves, tests] = tablesOf(furtherAnalysis(rising(4, 5), { family }));
    expect(cellAt(waves, "5", "n")).toEqual({ kind: "none", because: "too-few" });
    // The smallest of the others hides with it.
    expect(tests.n).toBe(60);
    const slopeOf = (times: Record<string, number>) =>
      numberAt(
        tablesOf(furtherAnalysis(rising(4), { family, times }))[1],
        "Line through the estimates",
        "change-per-wave",
      ).value;
    expect(slopeOf({ "1": 2, "2": 4, "3": 6, "4": 8 })).toBeCloseTo(slopeOf({}) / 2, 10);
  });

  it("does not take a column for time, names units of time, and says why waves are withheld", () => {
    const { definition, ...rest } = rising(4);
    const { waves: _, ...withoutWaves } = definition;
    const noWaves = { ...rest, definition: withoutWaves };
    const over = furtherAnalysis(noWaves, { family, over: "wave" });
    expect(tablesOf(over)[1].columns[1].heading.en).toBe("Change a group");
    expect(remarksOf(over).some((text) => text.includes("need not be an order of time"))).toBe(true);
    expect(JSON.stringify(over)).not.toContain('"rising"');
    const times = { "1": 2, "2": 4, "3": 6, "4": 8 };
    const timed = tablesOf(furtherAnalysis(rising(4), { family, times }))[1];
    expect(timed.columns[1].heading.en).toBe("Change a unit of time");
    expect(JSON.stringify(timed.notes)).toContain("With 4 points the exact p of Mann–Kendall cannot fall below 0.08");
    expect(JSON.stringify(tablesOf(furtherAnalysis(rising(8), { family }))[1].notes)).not.toContain("cannot fall");
    expect(furtherAnalysis(rising(2, 5), { family }).outcome).toMatchObject({ kind: "cannot", reason: "suppressed" });
  });

  it("uses weights, and says what does not", () => {
    const of = (weight: string) => tablesOf(furtherAnalysis(rising(4), { family, weight }));
    const slope = (weight: string) => numberAt(of(weight)[1], "Line through the estimates", "change-per-wave").value;
    expect(slope("w")).not.toBeCloseTo(slope("none"), 4);
    expect(of("w")[1].n).toBe(80);
    expect(everyNumber(of("w")[1].notes)).toEqual([]);
    expect(of("w")[1].notes[0].en).toContain("unweighted");
  });

  it("holds finite numbers and no base of few people, whatever the answers", () => {
    expectSoundAnswers(smallStudies(["overall"], { waves: { column: "g" } }), {
      family,
      chart: { kind: "laney" },
    });
    expectSoundAnswers(smallStudies(["overall"]), { family, over: "g", chart: { kind: "ewma" } });
  });
});
