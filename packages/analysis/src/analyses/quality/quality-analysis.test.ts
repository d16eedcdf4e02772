import { describe, expect, it } from "vitest";
import { type Answer, buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { expectSoundAnswers, remarksOf, smallStudies } from "../../../test-support/small-studies.ts";
import { surveyReference, surveyStudy } from "../../../test-support/survey-study.ts";

const family = "quality";
const items = Array.from({ length: 22 }, (_, i) => `P${i + 1}`);

describe("how questionnaires were filled in", () => {
  it("flags as many as R does by the same rules", async () => {
    const { counts } = surveyReference("survey_quality").values;
    const [table] = tablesOf(
      furtherAnalysis(await surveyStudy(), {
        family,
        items,
        seconds: "duration_s",
        longString: 8,
        leastVariability: 1,
      }),
    );
    expect(numberAt(table, "Too fast", "flagged").value).toBe(counts.speeder);
    expect(numberAt(table, "Long string", "flagged").value).toBe(counts.longstring_ge_8);
    expect(numberAt(table, "Hardly any variability (IRV)", "flagged").value).toBe(counts.straightliner);
    expect(numberAt(table, "Too fast", "judged").value).toBe(640);
  });

  const names = Array.from({ length: 8 }, (_, j) => `q${j}`);
  /** The first ones give one answer throughout; all others vary in their own way. */
  const study = (straight: number, weights?: readonly number[]) =>
    buildRatedStudy({
      ratings: {
        overall: Array.from({ length: 60 }, (_, i): Answer => (i < straight ? 1 : (i % 2) + 4)),
        ...Object.fromEntries(
          names.map((name, j) => [
            name,
            Array.from(
              { length: 60 },
              (_, i): Answer =>
                i < straight ? 3 : ((i * (j + 3) + j * j + Math.floor(i / 5) * (j % 3) + (i >= 50 ? j : 0)) % 5) + 1,
            ),
          ]),
        ),
      },
      ...(weights === undefined ? {} : { weights: { w: weights } }),
    });

  it("compares the key question with and without the flagged, by hand", () => {
    const result = furtherAnalysis(study(20), { family, items: names, flagsToLeaveOut: 1 });
    const table = tablesOf(result)[2];
    // 20 times 0 and 40 times 75 or 100: 58.33 of all, 87.5 without.
    expect(numberAt(table, "All respondents", "mean").value).toBeCloseTo(175 / 3, 10);
    expect(numberAt(table, "Without the flagged", "mean").value).toBeCloseTo(87.5, 10);
    const change = numberAt(table, "Change if left out", "mean");
    expect(change.value).toBeCloseTo(87.5 - 175 / 3, 10);
    expect(change.interval?.lower).toBeGreaterThan(0);
    expect(remarksOf(result).some((text) => text.startsWith("Leaving the flagged out would change"))).toBe(true);
  });

  it("shows no comparison that tells of fewer people than the study shows", () => {
    const result = furtherAnalysis(study(5), { family, items: names, flagsToLeaveOut: 1 });
    expect(tablesOf(result)).toHaveLength(2);
    expect(remarksOf(result).some((text) => text.startsWith("Too few have 1 flags"))).toBe(true);
  });

  it("weighs the means of the key question, not the flags", () => {
    const weights = Array.from({ length: 60 }, (_, i) => (i < 20 ? 3 : 1));
    const result = furtherAnalysis(study(20, weights), { family, items: names, flagsToLeaveOut: 1, weight: "w" });
    const [checks, , means] = tablesOf(result);
    expect(numberAt(means, "All respondents", "mean").value).toBeCloseTo(35, 10);
    expect(numberAt(checks, "Long string", "flagged").value).toBe(20);
  });

  it("finds contradictions by their answers", () => {
    const label = { en: "bad, yet neither", zh: "差而一般" };
    const all = [
      { column: "overall", codes: ["1"] },
      { column: "q0", codes: ["3"] },
    ];
    const [table] = tablesOf(furtherAnalysis(study(20), { family, items: names, contradictions: [{ label, all }] }));
    expect(numberAt(table, "Contradiction", "flagged").value).toBe(20);
  });

  it("holds finite numbers and no base of few people, whatever the answers", () => {
    expectSoundAnswers(smallStudies(["overall", "a", "b", "c"]), { family, flagsToLeaveOut: 1, longString: 3 });
  });
});
