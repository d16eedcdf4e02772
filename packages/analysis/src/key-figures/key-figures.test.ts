import type { IndexSettings } from "@manyi/study/definition/study-definition";
import { describe, expect, it } from "vitest";
import { type Answer, buildRatedStudy, type StudyData } from "../../test-support/build-rated-study.ts";
import { estimated, estimatedDifference, keyFigureOf, measureOf } from "../../test-support/estimated.ts";
import { analyseStudy } from "../analyse-study.ts";

type Changes = NonNullable<Parameters<typeof buildRatedStudy>[1]>;

const analysed = (data: StudyData, changes: Changes = {}) =>
  analyseStudy(buildRatedStudy(data, changes), { productVersion: "test" });

/** The answers, repeated so many times. */
const repeated = (times: number, ...answers: Answer[]): Answer[] => Array.from({ length: times }, () => answers).flat();

describe("a value that lies on a limit", () => {
  const rate = (satisfiedFrom: number) =>
    estimated(
      keyFigureOf(
        analysed({ ratings: { speed: repeated(10, 3, 4, 5, 5) } }, { index: { satisfiedFrom } }).weightings[0],
        "satisfied-customer-rate",
      ).figure,
    ).value;

  it("reaches the threshold of a satisfied customer", () => {
    expect(rate(75)).toBe(0.75);
    expect(rate(75.1)).toBe(0.5);
  });

  it("reaches the threshold also where the weights of the index round below it", () => {
    const study = { ratings: { a: repeated(20, 4), b: repeated(20, 4), c: repeated(20, 4) } };
    const results = analysed(study, { index: { satisfiedFrom: 75 } });
    expect(estimated(keyFigureOf(results.weightings[0], "satisfied-customer-rate").figure).value).toBe(1);
  });

  it("falls into the band that begins there", () => {
    const band = (code: string, from: number) => ({ code, label: { zh: code }, from });
    const grade = (from: number) => {
      const grades = { name: { zh: "档" }, conversion: "range" as const, bands: [band("good", from), band("bad", 0)] };
      const results = analysed({ ratings: { speed: repeated(20, 3, 5) } }, { index: { grades } });
      return keyFigureOf(results.weightings[0], "csi").grade?.band;
    };
    expect(grade(75)).toBe("good");
    expect(grade(75.01)).toBe("bad");
  });
});

describe("the index of a respondent", () => {
  const item = (answered: number) => repeated(answered, 3, 4, 5, 2, 1).concat(repeated(35 - 5 * answered, "skipped"));
  const ratings = { a: item(7), b: item(6), c: item(4), d: item(4) };
  const asking = (minimumAnsweredShare: number) => ({ minimumAnsweredShare });
  const answered = (index: IndexSettings = {}) =>
    estimated(analysed({ ratings }, { index }).weightings[0].index?.respondents.mean).n;

  it("needs the share of items answered that the study asks for, half of them where it asks for none", () => {
    expect([
      answered(asking(0.25)),
      answered(asking(0.5)),
      answered(),
      answered(asking(0.51)),
      answered(asking(0.75)),
    ]).toEqual([35, 30, 30, 20, 20]);
  });
});

describe("the weight of the report", () => {
  const ratings = { speed: repeated(10, 3, 4, 5) };
  const weights = { w: repeated(10, 1, 2, 1) as number[], v: repeated(10, 2, 1, 1) as number[] };
  const declared = { weights: ["w", "v"].map((column) => ({ column, label: { zh: column } })) };
  const primary = (changes: Changes, chosen: { readonly weight?: string } = {}) => {
    const options = { productVersion: "test", ...chosen };
    const results = analyseStudy(buildRatedStudy({ ratings, weights }, changes), options);
    return results.weightings[results.primary].weighting.column;
  };

  it("is the first one, unless the study or the caller says otherwise; without any there is none", () => {
    expect(primary(declared)).toBe("w");
    expect(primary({ ...declared, analysis: { weight: "v" } })).toBe("v");
    expect(primary({ ...declared, analysis: { weight: "none" } })).toBeNull();
    expect(primary({ ...declared, analysis: { weight: "v" } }, { weight: "w" })).toBe("w");
    expect(primary({ ...declared, analysis: { weight: "v" } }, { weight: "none" })).toBeNull();
    expect(primary({})).toBeNull();
    expect(() => primary(declared, { weight: "q" })).toThrow(RangeError);
  });
});

describe("a study at a confidence of 90 %", () => {
  // 50 of 100 against 62 of 100 are satisfied: p = 0.088.
  const overall = [...repeated(50, 5, 1), ...repeated(62, 5), ...repeated(38, 1)];
  const speed = overall.map((answer, i) => (i % 3 === 0 ? 3 : answer));
  const data = {
    ratings: { overall, speed, care: speed.toReversed() },
    groups: { group: overall.map((_, i) => (i < 100 ? "a" : "b")) },
  };
  const results = analysed(data, { analysis: { confidence: 0.9 } });
  const [weighting] = results.weightings;

  it("has every interval at it", () => {
    const levels: number[] = [];
    JSON.stringify(results, (key, value) => {
      if (key === "confidence") levels.push(value);
      return value;
    });
    expect(levels.length).toBeGreaterThan(30);
    expect(new Set(levels)).toEqual(new Set([0.9]));
    for (const { points } of weighting.matrices) {
      for (const point of points) {
        const mean = weighting.items.find(({ code }) => code === point.item)?.mean;
        expect(point.performanceInterval).toEqual({
          lower: estimated(mean).interval.lower,
          upper: estimated(mean).interval.upper,
        });
      }
    }
  });

  it("finds differences and letters at its own level, which 95 % would not", () => {
    const at = (confidence: number) => {
      const [groups] = analysed(data, { analysis: { confidence } }).weightings[0].groups;
      const [tested] = measureOf(groups, "csat").differences;
      return { p: estimatedDifference(tested).pValue, evidence: tested?.evidence, letters: groups.crosstab?.letters };
    };
    expect(at(0.9).p).toBeGreaterThan(0.05);
    expect(at(0.9).p).toBeLessThan(0.1);
    expect(at(0.9)).toMatchObject({ evidence: "lower" });
    expect(at(0.95)).toMatchObject({ evidence: "none" });
    expect(at(0.9).letters?.at(-1)).toEqual(["", "A"]);
    expect(at(0.95).letters?.at(-1)).toEqual(["", ""]);
  });
});

describe("a share of boxes", () => {
  it("is called an intention only where it is one", () => {
    const answers = repeated(10, 3, 4, 5);
    const [results] = analysed(
      { ratings: { overall: answers, effort: answers, stay: answers, tell: answers } },
      { measures: { overall: "overall", ces: "effort", repurchase: "stay", recommendation: "tell" } },
    ).weightings;
    const measured = (["csat", "ces", "repurchase", "recommendation"] as const).map(
      (id) => keyFigureOf(results, id).figure.measure,
    );
    expect(measured).toEqual(["top-share", "top-share", "intention-share", "intention-share"]);
    expect(keyFigureOf(results, "repurchase").companions.map(({ measure }) => measure)).toEqual([
      "mean",
      "bottom-share",
    ]);
  });
});
