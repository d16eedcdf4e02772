import { describe, expect, it } from "vitest";
import { type Answer, buildRatedStudy } from "../../../test-support/build-rated-study.ts";
import { cellAt, furtherAnalysis, numberAt, tablesOf } from "../../../test-support/further-analysis.ts";
import { expectSoundAnswers, remarksOf, smallStudies } from "../../../test-support/small-studies.ts";
import { surveyReference } from "../../../test-support/survey-study.ts";
import { rateWords } from "./words.ts";

const family = "response-rates";
const people = (length: number) => Array.from({ length }, (): Answer => 4);
const study = buildRatedStudy({
  ratings: { overall: people(100) },
  groups: {
    g: Array.from({ length: 100 }, (_, i) => (i < 60 ? "a" : i < 96 ? "b" : "few")),
    state: Array.from({ length: 100 }, (_, i) => (i < 50 ? "done" : i < 80 ? "no" : "gone")),
  },
});

describe("response rates", () => {
  it("are those of the AAPOR", () => {
    const { dispositions: d, rates } = surveyReference("aapor").values;
    const dispositions = {
      completed: d.I,
      partial: d.P,
      refused: d.R,
      nonContact: d.NC,
      other: d.O,
      unknownHousehold: d.UH,
      unknownOther: d.UO,
      notEligible: d.NE,
    };
    const result = furtherAnalysis(study, { family, dispositions });
    const table = tablesOf(result)[1];
    for (const [name, words] of Object.entries(rateWords))
      expect(numberAt(table, words.en, "value").value).toBeCloseTo(rates[name], 12);
    expect(remarksOf(result)).toEqual(expect.arrayContaining([expect.stringContaining("e = 80.7%")]));
    const given = tablesOf(furtherAnalysis(study, { family, dispositions, eligibility: 1 }))[1];
    expect(numberAt(given, rateWords.RR3.en, "value").value).toBeCloseTo(rates.RR1, 12);
  });

  it("count outcomes in the data, or know no more than how many were invited", () => {
    const codes = { done: "completed", no: "refused", gone: "notEligible" } as const;
    const counted = tablesOf(furtherAnalysis(study, { family, outcomes: { column: "state", codes } }))[1];
    expect(numberAt(counted, rateWords.RR1.en, "value").value).toBeCloseTo(50 / 80, 12);
    const { definition, ...rest } = study;
    const invited = furtherAnalysis({ ...rest, definition: { ...definition, invited: 400 } }, { family });
    expect(numberAt(tablesOf(invited)[1], rateWords.RR1.en, "value").value).toBe(0.25);
    expect(remarksOf(invited)).toEqual(expect.arrayContaining([expect.stringContaining("Only the number invited")]));
  });

  it("hold the returns against the frame, and hide categories of few people", () => {
    const frame = [{ column: "g", targets: { a: 40, b: 56, few: 4 } }];
    const table = tablesOf(furtherAnalysis(study, { family, dispositions: {}, frame })).at(-1);
    if (table === undefined) throw new Error("no table");
    expect(cellAt(table, "few", "n")).toEqual({ kind: "none", because: "too-few" });
    expect(cellAt(table, "b", "n")).toEqual({ kind: "none", because: "protects-others" });
    // 60 of 100 against 40 %: z = 0.2 / √(0.24 / 100) = 4.08.
    expect(numberAt(table, "a", "adjusted-p-value").value).toBeCloseTo(4.456e-5, 7);
    expect(cellAt(table, "a", "verdict")).toMatchObject({ label: { en: "too many" } });
  });

  it("are not computed of nobody, and hold finite numbers whatever the answers", () => {
    const nobody = buildRatedStudy({ ratings: { overall: [] } });
    expect(furtherAnalysis(nobody, { family, dispositions: {} }).outcome).toMatchObject({ kind: "cannot" });
    expectSoundAnswers(smallStudies(["overall"]), {
      family,
      dispositions: { completed: 12, refused: 3 },
      frame: [{ column: "g", targets: { a: 0, b: 1, c: 0 } }],
    });
  });
});
