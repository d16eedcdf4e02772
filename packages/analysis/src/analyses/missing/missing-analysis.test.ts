import { describe, expect, it } from "vitest";
import { type Answer, buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { cellAt, furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { expectSoundAnswers, remarksOf, smallStudies } from "../../../test-support/small-studies.ts";
import { surveyReference, surveyStudy } from "../../../test-support/survey-study.ts";

const family = "missing";
const items = ["a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "nps"];

describe("missing answers", () => {
  it("are described and treated as R does: shares, Little's test, FIML means, the wrong rule", async () => {
    const study = await surveyStudy();
    const { values } = surveyReference("survey_missing");
    const result = furtherAnalysis(study, { family, items });
    const [byItem, patterns, , means] = tablesOf(result);
    expect(numberAt(byItem, "Professionalism", "missing-share").value).toBeCloseTo(values.missing_share.a1, 12);
    expect(numberAt(patterns, "Everything answered", "respondents").value).toBe(values.n_listwise);
    const { chi2, df } = values.little_mcar;
    expect(remarksOf(result)).toEqual(
      expect.arrayContaining([expect.stringContaining(`χ² = ${chi2.toFixed(1)} on ${df} degrees`)]),
    );
    expect(numberAt(means, "Professionalism", "em-mean").value).toBeCloseTo(25 * (values.fiml_means.a1 - 1), 5);
    expect(numberAt(means, "How likely are you to recommend us", "em-mean").value).toBeCloseTo(
      10 * values.fiml_means.nps,
      5,
    );
  });

  it("are compared by the key question as R does", async () => {
    const { t, p } = surveyReference("survey_missing").values.mcar_check_osat_by_ces_missing;
    const result = furtherAnalysis(await surveyStudy(), { family, items: ["ces", "a1"], question: "osat" });
    const table = tablesOf(result)[2];
    const row = "How easy was it to get things done with us";
    expect(Math.sign(numberAt(table, row, "difference").value)).toBe(Math.sign(t));
    const [first, second] = [row, "Professionalism"].map((name) => numberAt(table, name, "adjusted-p-value").value);
    // Holm over two tests: the smaller p doubled, or raised to it.
    expect([p, 2 * p]).toEqual(expect.arrayContaining([expect.closeTo(Math.min(first, second), 8)]));
  });

  const half = (i: number): Answer => (i % 2 === 0 ? "dont-know" : 5);
  const study = buildRatedStudy({
    ratings: {
      overall: Array.from({ length: 40 }, (_, i): Answer => (i % 2 === 0 ? 2 : 4)),
      a: Array.from({ length: 40 }, (_, i) => half(i)),
      b: Array.from({ length: 40 }, (_, i): Answer => (i < 3 ? "skipped" : (i % 5) + 1)),
    },
    weights: { w: Array.from({ length: 40 }, (_, i) => 1 + (i % 3)) },
  });

  it("show the bias of the neutral value, and why answers are missing", () => {
    const [byItem, patterns, , means] = tablesOf(furtherAnalysis(study, { family }));
    expect(numberAt(byItem, "a", "dont-know").value).toBe(0.5);
    expect(numberAt(byItem, "b", "skipped").value).toBeCloseTo(3 / 40, 12);
    // Half of them 100, half counted as 50.
    expect(numberAt(means, "a", "with-neutral-value").value).toBe(75);
    expect(numberAt(means, "a", "neutral-bias").value).toBe(-25);
    // Patterns of two people and of one are merged.
    expect(numberAt(patterns, "2 other patterns", "respondents").value).toBe(3);
  });

  it("compare no few who left a question out", () => {
    const table = tablesOf(furtherAnalysis(study, { family }))[2];
    expect(cellAt(table, "b", "difference")).toEqual({ kind: "none", because: "too-few" });
    expect(cellAt(table, "b", "n")).toEqual({ kind: "none", because: "too-few" });
    expect(numberAt(table, "a", "left-out-mean").value).toBe(25);
  });

  it("are imputed with a fixed seed, and means are weighted", () => {
    const imputed = () => {
      const table = tablesOf(furtherAnalysis(study, { family, imputations: 5, weight: "w" })).at(-1);
      if (table === undefined) throw new Error("no table");
      return numberAt(table, "b", "imputed-mean");
    };
    expect(imputed()).toEqual(imputed());
    const plain = tablesOf(furtherAnalysis(study, { family, imputations: 5 })).at(-1);
    expect(plain && numberAt(plain, "b", "imputed-mean").value).not.toBeCloseTo(imputed().value, 2);
  });

  it("hold finite numbers and no base of few people, whatever the answers", () => {
    expectSoundAnswers(smallStudies(["overall", "a", "b", "c"]), { family, imputations: 2 }, 60);
  });
});
