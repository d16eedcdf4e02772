import type { AnalysisDefinition } from "@manyi/study/definition/analyses/analysis-definition";
import { describe, expect, it } from "vitest";
import { type Answer, buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { cellAt, furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { expectSoundAnswers, remarksOf, smallStudies } from "../../../test-support/small-studies.ts";
import { surveyReference, surveyStudy } from "../../../test-support/survey-study.ts";

const family = "design-variance";
const overall = "Overall, how satisfied are you with our service";

describe("intervals by the sampling design", () => {
  it("are those of R's survey package, with and without finite populations", async () => {
    const study = await surveyStudy();
    const { values, options } = surveyReference("survey_complexdesign");
    const asked = {
      family,
      weight: "base_weight",
      strata: "region",
      clusters: "store",
      questions: ["osat", "sat10"],
    } satisfies AnalysisDefinition;
    const plain = tablesOf(furtherAnalysis(study, asked));
    const finite = tablesOf(furtherAnalysis(study, { ...asked, populationSizes: options.psus_in_population }));
    for (const [[scores, shares], expected] of [
      [plain, values.no_fpc],
      [finite, values.with_fpc],
    ]) {
      const mean = numberAt(scores, overall, "design-based");
      expect(mean.value).toBeCloseTo(25 * (expected.mean.osat - 1), 9);
      expect(mean.interval?.lower).toBeCloseTo(25 * (expected.ci_t.values[1][0] - 1), 8);
      expect(numberAt(scores, overall, "standard-error").value).toBeCloseTo(25 * expected.se.osat, 9);
      expect(numberAt(scores, overall, "design-effect").value).toBeCloseTo(expected.deff.osat, 8);
      expect(numberAt(scores, overall, "degrees-of-freedom").value).toBe(expected.df);
      expect(numberAt(shares, overall, "standard-error").value).toBeCloseTo(expected.se.t2, 9);
    }
    const logit = numberAt(plain[1], overall, "design-based").interval;
    expect([logit?.lower, logit?.upper]).toEqual(values.ci_t2_logit.map((limit: number) => expect.closeTo(limit, 8)));
  });

  const groups = { s: Array.from({ length: 60 }, (_, i) => (i < 30 ? "first" : i < 50 ? "second" : "lonely")) };
  const clusters = groups.s.map((stratum, i) => (stratum === "lonely" ? "only" : `${stratum}-${i % 3}`));
  const overallOf = Array.from({ length: 60 }, (_, i): Answer => (i < 50 ? ((i * 7) % 5) + 1 : 5));
  const study = buildRatedStudy({
    ratings: { overall: overallOf },
    groups: { ...groups, c: clusters },
    weights: { w: overallOf.map((_, i) => Number(overallOf[i])) },
  });

  it("say what becomes of a stratum with a single unit, and refuse where the study asks for it", () => {
    const asked = { family, strata: "s", clusters: "c" } as const;
    const adjusted = furtherAnalysis(study, asked);
    expect(remarksOf(adjusted).some((text) => text.includes("single sampling unit, in which no spread"))).toBe(true);
    const certain = furtherAnalysis(study, { ...asked, lonelyPsu: "certainty" });
    const errorOf = (result: typeof adjusted) => numberAt(tablesOf(result)[0], "overall", "standard-error").value;
    expect(errorOf(adjusted)).toBeGreaterThan(errorOf(certain));
    const failed = tablesOf(furtherAnalysis(study, { ...asked, lonelyPsu: "fail" }))[0];
    expect(cellAt(failed, "overall", "design-based")).toEqual({ kind: "none", because: "not-estimable" });
  });

  it("take the weights of the analysis, and refuse more units than there are", () => {
    const meanOf = (weight: string) =>
      numberAt(tablesOf(furtherAnalysis(study, { family, clusters: "c", weight }))[0], "overall", "design-based").value;
    expect(meanOf("w")).not.toBeCloseTo(meanOf("none"), 3);
    expect(furtherAnalysis(study, { family, clusters: "c", population: 3 }).outcome).toMatchObject({
      kind: "cannot",
      reason: "unsuitable",
    });
  });

  it("hold finite numbers and no base of few people, whatever the answers", () => {
    expectSoundAnswers(smallStudies(["overall", "a"]), { family, strata: "g", questions: ["overall", "a"] });
    expectSoundAnswers(smallStudies(["overall", "a"]), { family, clusters: "g" });
  });
});
