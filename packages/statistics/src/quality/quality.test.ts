import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { estimated, variant } from "../../test-support/variants.ts";
import { betaUpper } from "../distribution/beta.ts";
import { normalQuantile } from "../distribution/normal.ts";
import { randomFromSeed } from "../random/xoshiro.ts";
import { contradictions } from "./contradictions.ts";
import { exactDuplicates } from "./exact-duplicates.ts";
import { flagColumn, flagCounts, flaggedRows, flaggedShare, notJudged } from "./flags.ts";
import { longestRuns, longStrings, straightLining } from "./long-string.ts";
import { mahalanobisChiSquareOutliers, mahalanobisDistances, mahalanobisOutliers } from "./mahalanobis.ts";
import { oddEvenConsistency } from "./odd-even.ts";
import { responseVariability } from "./response-variability.ts";
import { speeders } from "./speeders.ts";

const nan = Number.NaN;
/** Items of respondents given as rows. */
const itemsOf = (...rows: readonly (readonly number[])[]) =>
  rows[0].map((_, place) => Float64Array.from(rows, (row) => row[place]));

describe("speeders", () => {
  it("are those below a share of the median of the known times", () => {
    const found = variant(speeders(Float64Array.of(300, 99, 100, nan, 310, 290)), "checked");
    expect(found).toMatchObject({ median: 290, limit: 290 / 3 });
    expect([...found.flags]).toEqual([0, 0, 0, notJudged, 0, 0]);
    const half = variant(speeders(Float64Array.of(300, 99, 100, nan, 310, 290), 2), "checked");
    expect(flaggedRows(half)).toEqual([1, 2]);
    expect(variant(speeders(Float64Array.of(4, 1, 3, 2)), "checked").median).toBe(2.5);
  });

  it("need a time, and times and a share that can be", () => {
    expect(speeders(Float64Array.of(nan))).toEqual({ kind: "too-few-answers", n: 0, required: 1 });
    expect(() => speeders(Float64Array.of(-1, 2))).toThrow(RangeError);
    expect(() => speeders(Float64Array.of(1, Number.POSITIVE_INFINITY))).toThrow(RangeError);
    expect(() => speeders(Float64Array.of(1), 1)).toThrow(RangeError);
  });
});

describe("runs of equal answers", () => {
  const items = itemsOf(
    [1, 1, 1, 2, 2],
    [3, 3, 3, 3, 3],
    [1, 2, nan, 2, 2],
    [nan, nan, nan, nan, nan],
    [5, nan, 5, 5, 5],
  );

  it("are the longest in the order of items, and end at a missing answer", () => {
    expect([...longestRuns(items)]).toEqual([3, 5, 2, 0, 3]);
    expect([...longStrings(items, 3).flags]).toEqual([1, 1, 0, notJudged, 1]);
  });

  it("over all items are a straight line, for those who answered enough", () => {
    expect([...straightLining(items).flags]).toEqual([0, 1, notJudged, notJudged, notJudged]);
    expect([...straightLining(items, 4).flags]).toEqual([0, 1, 0, notJudged, 1]);
  });

  it("refuse limits that cannot be, and items that do not fit", () => {
    expect(() => longStrings(items, 1)).toThrow(RangeError);
    expect(() => straightLining(items, 1)).toThrow(RangeError);
    expect(() => longestRuns([])).toThrow(RangeError);
    expect(() => longestRuns([items[0], items[1].slice(1)])).toThrow(RangeError);
  });
});

describe("variability and consistency of a respondent", () => {
  it("is the standard deviation of his answers", () => {
    const found = responseVariability(itemsOf([1, 3, 5], [4, 4, 4], [2, nan, 4], [nan, nan, 1]));
    expect(found[0]).toBeCloseTo(2, 14);
    expect([...found.slice(1)]).toEqual([0, Math.SQRT2, nan]);
    expect(responseVariability(itemsOf([1e9 + 1, 1e9 + 3, 1e9 + 5]))[0]).toBeCloseTo(2, 12);
    expect(() => responseVariability(itemsOf([1]))).toThrow(RangeError);
  });

  it("is the correlation of odd with even halves over scales", () => {
    const scales = [
      itemsOf([1, 2, 1], [4, 4, 4], [1, 2, nan]),
      itemsOf([3, 3, 3], [4, 4, 4], [5, nan, nan]),
      itemsOf([5, 4, 5], [4, 4, 4], [3, 4, nan]),
    ];
    const found = oddEvenConsistency(scales);
    expect(found[0]).toBeCloseTo(1, 14);
    expect([...found.slice(1)]).toEqual([nan, nan]);
    const turned = [itemsOf([1, 5, 3]), itemsOf([3, 3, 3]), itemsOf([5, 1, 7])];
    expect(oddEvenConsistency(turned)[0]).toBeCloseTo(-Math.sqrt(12 / 13), 12);
    expect(() => oddEvenConsistency(scales.slice(1))).toThrow(RangeError);
    expect(() => oddEvenConsistency([...scales, scales[0].slice(2)])).toThrow(RangeError);
  });
});

describe("Mahalanobis distances", () => {
  const random = randomFromSeed(12);
  const draw = (n: number) => Float64Array.from({ length: n }, () => normalQuantile(random.nextUnit() || 0.5));
  const common = draw(600);
  const columns = [0, 1, 2].map(() => {
    const noise = draw(600);
    return common.map((value, row) => value + noise[row]);
  });
  const named = { variables: ["a", "b", "c"], columns };
  const squared = (changed: readonly Float64Array[], weights: Float64Array | null = null) =>
    estimated(mahalanobisDistances({ variables: ["a", "b", "c"], columns: changed }, weights)).squared;

  it("add up to (n − 1) p, and do not depend on units or on the order of items", () => {
    const own = squared(columns);
    expect(own.reduce((sum, value) => sum + value, 0)).toBeCloseTo(599 * 3, 8);
    const other = squared([
      columns[2].map((value) => 100 - 7 * value),
      columns[0],
      columns[1].map((value, row) => value + columns[0][row]),
    ]);
    for (const row of [0, 100, 599]) expect(other[row]).toBeCloseTo(own[row], 9);
  });

  it("are those of one variable where there is one", () => {
    const found = estimated(mahalanobisDistances({ variables: ["x"], columns: [Float64Array.of(1, 2, 3, nan)] }));
    expect([...found.squared]).toEqual([1, 0, 1, nan]);
    expect(found).toMatchObject({ degreesOfFreedom: 1, n: 3 });
  });

  it("have a centre of the weighted group", () => {
    const weights = common.map((_, row) => (row < 300 ? 1 : 0));
    const half = squared(columns.map((column) => column.slice(0, 300)));
    expect(squared(columns, weights)[7]).toBeCloseTo(half[7], 10);
  });

  it("flag as many normal answers as they say", () => {
    const flagged = flaggedShare(mahalanobisOutliers(estimated(mahalanobisDistances(named)), 0.1), null, 0.95);
    expect(Math.abs(estimated(flagged).value - 0.1)).toBeLessThan(4 * Math.sqrt((0.1 * 0.9) / 600));
  });

  it("flag as many of few respondents as they say, weighted or not; χ² hardly any", () => {
    const shares = (n: number, items: number, weightOf: ((row: number) => number) | null) => {
      const runs = 500;
      const found = { exact: 0, chiSquare: 0 };
      for (let run = 0; run < runs; run++) {
        const drawn = Array.from({ length: items }, () => draw(n));
        const weights = weightOf === null ? null : Float64Array.from(drawn[0], (_, row) => weightOf(row));
        const own = estimated(
          mahalanobisDistances({ variables: drawn.map((_, item) => `${item}`), columns: drawn }, weights),
        );
        found.exact += flaggedRows(mahalanobisOutliers(own, 0.02)).length / (runs * n);
        found.chiSquare += flaggedRows(mahalanobisChiSquareOutliers(own, 0.02)).length / (runs * n);
      }
      return { ...found, tolerance: 4 * Math.sqrt((0.02 * 0.98) / (runs * n)) };
    };
    const few = shares(20, 8, null);
    expect(Math.abs(few.exact - 0.02)).toBeLessThan(few.tolerance);
    expect(few.chiSquare).toBeLessThan(0.002);
    const weighted = shares(50, 3, (row) => (row % 3 === 0 ? 3 : 1));
    expect(Math.abs(weighted.exact - 0.02)).toBeLessThan(weighted.tolerance);
  });

  it("are of the others for each respondent: the beta distribution where there are no weights", () => {
    const drawn = [draw(12), draw(12)];
    const own = estimated(mahalanobisDistances({ variables: ["a", "b"], columns: drawn }));
    const equal = estimated(
      mahalanobisDistances(
        { variables: ["a", "b"], columns: drawn },
        drawn[0].map(() => 2.5),
      ),
    );
    for (const probability of [0.05, 0.3, 0.5, 0.8]) {
      const expected = [...own.squared].map((each) => Number(betaUpper((each * 12) / 121, 1, 4.5) < probability));
      expect([...mahalanobisOutliers(own, probability).flags]).toEqual(expected);
      expect([...mahalanobisOutliers(equal, probability).flags]).toEqual(expected);
    }
    const three = estimated(
      mahalanobisDistances({ variables: ["a", "b"], columns: drawn.map((column) => column.subarray(0, 3)) }),
    );
    expect([...mahalanobisOutliers(three, 0.5).flags]).toEqual([notJudged, notJudged, notJudged]);
  });

  it("name constant and dependent items, and ask for rows", () => {
    const constant = { variables: ["a", "k"], columns: [columns[0], columns[0].map(() => 1)] };
    expect(mahalanobisDistances(constant)).toEqual({ kind: "singular", variables: ["k"] });
    const twice = { variables: ["a", "b"], columns: [columns[0], columns[0].map((value) => 2 * value)] };
    expect(mahalanobisDistances(twice)).toEqual({ kind: "singular", variables: ["b"] });
    const few = { variables: ["a", "b", "c"], columns: columns.map((column) => column.slice(0, 3)) };
    expect(mahalanobisDistances(few)).toEqual({ kind: "too-few-answers", n: 3, required: 4 });
    expect(() => mahalanobisDistances({ variables: [], columns: [] })).toThrow(RangeError);
    expect(() => mahalanobisOutliers(estimated(mahalanobisDistances(named)), 0)).toThrow(RangeError);
  });
});

describe("exact duplicates", () => {
  it("are rows equal in every column; all but the first are flagged", () => {
    const found = exactDuplicates([Float64Array.of(1, 2, 1, 1, 2, nan, nan), ["a", "b", "a", "b", "b", "", ""]]);
    expect(found.groups).toEqual([
      [0, 2],
      [1, 4],
      [5, 6],
    ]);
    expect(flaggedRows(found)).toEqual([2, 4, 6]);
  });

  it("are those that comparing every pair of rows finds", () => {
    const rows = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }), fc.constantFrom("x", "y")),
      {
        minLength: 1,
        maxLength: 25,
      },
    );
    fc.assert(
      fc.property(rows, (drawn) => {
        const columns = [
          Float64Array.from(drawn, ([a]) => a),
          Float64Array.from(drawn, ([, b]) => b),
          drawn.map(([, , text]) => text),
        ];
        const expected = drawn.flatMap((row, place) =>
          drawn.slice(0, place).some((earlier) => earlier.every((value, k) => value === row[k])) ? [place] : [],
        );
        expect(flaggedRows(exactDuplicates(columns))).toEqual(expected);
      }),
    );
  });

  it("need columns of one length", () => {
    expect(() => exactDuplicates([])).toThrow(RangeError);
    expect(() => exactDuplicates([["a"], ["a", "b"]])).toThrow(RangeError);
    expect(exactDuplicates([[]]).groups).toEqual([]);
  });
});

describe("contradictions", () => {
  const overall = Float64Array.of(5, 5, 1, nan, 5, nan);
  const other = Float64Array.of(1, 9, 9, 1, nan, 5);
  const rules = [
    {
      name: "high, low",
      conditions: [
        { answers: overall, from: 4, to: 5 },
        { answers: other, from: 1, to: 3 },
      ],
    },
    {
      name: "low, high",
      conditions: [
        { answers: overall, from: 1, to: 2 },
        { answers: other, from: 9, to: 10 },
      ],
    },
  ];

  it("are met by all conditions of a rule; a missing answer leaves open only what it could decide", () => {
    expect([...contradictions(rules).flags]).toEqual([1, 0, 1, notJudged, notJudged, 0]);
  });

  it("need two conditions, an order of limits and columns of one length", () => {
    const [{ conditions }] = rules;
    expect(() => contradictions([])).toThrow(RangeError);
    expect(() => contradictions([{ name: "one", conditions: conditions.slice(1) }])).toThrow(RangeError);
    const turned = { answers: overall, from: 5, to: 4 };
    expect(() => contradictions([{ name: "turned", conditions: [turned, conditions[1]] }])).toThrow(RangeError);
    const short = { answers: overall.slice(1), from: 4, to: 5 };
    expect(() => contradictions([{ name: "short", conditions: [short, conditions[1]] }])).toThrow(RangeError);
  });
});

describe("flags", () => {
  const first = flagColumn("first", 4, (row) => row > 1);
  const second = flagColumn("second", 4, (row) => (row === 0 ? null : row === 3));

  it("are counted a respondent; one who is not judged is not flagged", () => {
    expect([...flagCounts([first, second])]).toEqual([0, 0, 1, 2]);
    expect(flagCounts([])).toHaveLength(0);
    expect(() => flagCounts([first, flagColumn("short", 3, () => true)])).toThrow(RangeError);
  });

  it("have a share of the judged, weighted or not, with an interval", () => {
    const plain = estimated(flaggedShare(second, null, 0.95));
    expect(plain.value).toBeCloseTo(1 / 3, 14);
    expect(plain.n).toBe(3);
    const weighted = estimated(flaggedShare(second, Float64Array.of(9, 1, 1, 2), 0.95));
    expect(weighted.value).toBeCloseTo(0.5, 14);
    expect(weighted.weightedBase).toBe(4);
    // Linearised, without a factor of the design, as the unweighted √(p(1 − p)/n) has none.
    expect(weighted.standardError).toBeCloseTo(Math.sqrt((0.25 + 0.25 + 4 * 0.25) / 16), 12);
    expect(
      flaggedShare(
        flagColumn("none", 2, () => null),
        null,
        0.95,
      ).kind,
    ).toBe("too-few-answers");
    expect(() => flaggedShare(second, Float64Array.of(1), 0.95)).toThrow(RangeError);
  });

  it("cover the share of careless respondents as often as they say, weighted", () => {
    const random = randomFromSeed(13);
    const runs = 600;
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const weights = Float64Array.from({ length: 250 }, () => (random.nextUnit() < 0.3 ? 2 : 0.5));
      const column = flagColumn("careless", 250, () => random.nextUnit() < 0.2);
      const { interval } = estimated(flaggedShare(column, weights, 0.9));
      if (interval.lower <= 0.2 && 0.2 <= interval.upper) covered += 1 / runs;
    }
    expect(Math.abs(covered - 0.9)).toBeLessThan(4 * Math.sqrt((0.1 * 0.9) / runs));
  });
});

describe("every check", () => {
  it("judges any answers, and removes nobody", () => {
    const answer = fc.oneof(fc.constant(nan), fc.integer({ min: 1, max: 5 }));
    const rows = fc.array(fc.tuple(answer, answer, answer, answer, answer, answer), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(rows, (drawn) => {
        const items = itemsOf(...drawn);
        const columns = [longStrings(items, 3), straightLining(items, 3), exactDuplicates(items)];
        for (const { flags } of columns) {
          expect(flags).toHaveLength(drawn.length);
          for (const flag of flags) expect([0, 1, notJudged]).toContain(flag);
        }
        const distances = mahalanobisDistances({ variables: ["a", "b"], columns: items.slice(0, 2) });
        if (distances.kind === "estimated") {
          const complete = distances.squared.filter((value) => !Number.isNaN(value));
          expect(complete).toHaveLength(distances.n);
          expect(unfitNumbers(complete)).toEqual([]);
        }
        for (const value of responseVariability(items)) expect(Number.isNaN(value) || value >= 0).toBe(true);
        for (const value of oddEvenConsistency([items.slice(0, 2), items.slice(2, 4), items.slice(4)])) {
          expect(Number.isNaN(value) || Math.abs(value) <= 1).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
