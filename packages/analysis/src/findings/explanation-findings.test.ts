import { describe, expect, it } from "vitest";
import { shownResults, withInterval } from "../../test-support/findings-base.ts";
import type { MatrixPoint } from "../results/explain.ts";
import type { WeightingResults } from "../results/study-results.ts";
import { explanationFindings } from "./explanation-findings.ts";

const text = (word: string) => ({ zh: word, en: word });

function said(changes: Partial<WeightingResults>, kind: string) {
  return explanationFindings({ ...shownResults, ...changes })
    .filter((finding) => finding.kind === kind)
    .map(({ code, tone, text: { en } }) => ({ code, tone, text: en }));
}

describe("items against the index", () => {
  const csi = shownResults.keyFigures
    .filter(({ id }) => id === "csi")
    .map((key) => ({ ...key, figure: withInterval(key.figure, 60, 64) }));
  const items = (intervals: readonly (readonly [string, number, number])[]) =>
    intervals.map(([code, lower, upper]) => ({
      ...shownResults.items[0],
      code,
      label: text(code),
      weight: 0.2,
      index: withInterval(shownResults.items[0].index, lower, upper),
    }));
  const sentence = (kind: string, ...intervals: (readonly [string, number, number])[]) =>
    said({ keyFigures: csi, items: items(intervals) }, kind)[0];

  it("are strong only with their whole interval above its interval, the strongest first", () => {
    const strong = sentence("strength", ["touching", 64, 70], ["good", 64.1, 70], ["best", 75, 80], ["low", 40, 44]);
    expect(strong).toMatchObject({ code: "items-above", tone: "good" });
    expect(strong.text).toMatch(/index \(62.0\): best, good\.$/);
  });

  it("are weak only with their whole interval below its interval, the weakest first", () => {
    const weak = sentence("weakness", ["touching", 50, 60], ["bad", 50, 59.9], ["worst", 30, 40], ["high", 80, 84]);
    expect(weak).toMatchObject({ code: "items-below", tone: "bad" });
    expect(weak.text).toMatch(/index \(62.0\): worst, bad\.$/);
  });

  it("are not set against an index of two items, which they would make between them", () => {
    expect(sentence("strength", ["best", 75, 80], ["worst", 30, 40])).toBeUndefined();
  });

  it("are left out where they are no part of the index", () => {
    const outside = items([["outside", 90, 95]]).map((item) => ({ ...item, weight: null }));
    const inside = items([
      ["a", 61, 63],
      ["b", 61, 63],
      ["c", 61, 63],
    ]);
    expect(said({ keyFigures: csi, items: [...outside, ...inside] }, "strength")).toEqual([]);
  });
});

describe("what to improve first", () => {
  function priorities(...points: Partial<MatrixPoint>[]) {
    const base: MatrixPoint = {
      item: "a",
      label: text("a"),
      performance: 2.8,
      importance: 4.5,
      n: 100,
      performanceInterval: { lower: 2.6, upper: 2.9 },
      importanceInterval: { lower: 4.1, upper: 4.9 },
      quadrant: "concentrate-here",
      gap: null,
      aboveDiagonal: null,
    };
    const matrix = {
      importance: "stated",
      crosshair: "means",
      unit: "rating",
      performanceLine: 3,
      importanceLine: 4,
    } as const;
    return said({ matrices: [{ ...matrix, points: points.map((point) => ({ ...base, ...point })) }] }, "priority");
  }

  it("is said of an item only where both its intervals lie beyond the lines", () => {
    expect(priorities({})).toMatchObject([{ code: "matrix-priority", tone: "bad" }]);
    expect(priorities({})[0].text).toMatch(/first: a\.$/);
    expect(priorities({ performanceInterval: { lower: 2.6, upper: 3 } })).toEqual([]);
    expect(priorities({ importanceInterval: { lower: 4, upper: 4.9 } })).toEqual([]);
    expect(priorities({ importanceInterval: null })).toEqual([]);
    expect(priorities()).toEqual([]);
  });

  it("begins with the most important", () => {
    const [finding] = priorities({ importance: 4.3, label: text("second") }, { importance: 4.6, label: text("first") });
    expect(finding.text).toMatch(/first: first, second\.$/);
  });
});

describe("drivers", () => {
  function drivers(...lower: readonly (number | null)[]) {
    const base = shownResults.drivers;
    if (base.kind !== "estimated") throw new Error("no drivers");
    const named = lower.map((limit, i) => ({
      ...base.drivers[0],
      label: text(`d${i}`),
      lmg: {
        share: 0.4,
        raw: 0.2,
        interval: limit === null ? null : { lower: limit, upper: 0.9, confidence: 0.95 },
      },
    }));
    return said({ drivers: { ...base, drivers: named, rSquared: 0.5 } }, "driver");
  }

  it("stand out only where the lower limit of their share is above an even share", () => {
    const [finding] = drivers(0.26, 0.25, 0.1, null);
    expect(finding).toMatchObject({ code: "drivers-above-even", tone: "neutral" });
    expect(finding.text).toMatch(/satisfaction: d0, clearly above an even share of 25\.0%; .*50\.0%/);
  });

  it("are said to be even where none does", () => {
    expect(drivers(0.25, 0.2, 0.1, null)).toMatchObject([{ code: "drivers-even" }]);
    expect(said({ drivers: { kind: "not-asked" } }, "driver")).toEqual([]);
  });
});
