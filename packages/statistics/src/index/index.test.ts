import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexOfColumns } from "../../test-support/index-of-columns.ts";
import { estimated } from "../../test-support/variants.ts";
import { randomFromSeed } from "../random/xoshiro.ts";
import { meanEstimate } from "../scores/mean.ts";
import { sumsOfColumn } from "../tally/sums.ts";
import { fiveGradeBands, fourGradeBands, gradeOf, supportedGrade } from "./grade-band.ts";
import { respondentIndex } from "./respondent-index.ts";
import { correlationWeights } from "./weights/correlation-weights.ts";
import { lmgWeights } from "./weights/driver-weights.ts";
import { enteredWeights } from "./weights/entered-weights.ts";
import { entropyWeights } from "./weights/entropy-weights.ts";
import { equalWeights } from "./weights/equal-weights.ts";
import { regressionWeights } from "./weights/regression-weights.ts";
import { statedWeights } from "./weights/stated-weights.ts";

const answer = fc.oneof(fc.constantFrom(0, 25, 50, 75, 100), fc.constant(Number.NaN));
const rows = fc.array(fc.record({ a: answer, b: answer, weight: fc.double({ min: 0.1, max: 5, noNaN: true }) }), {
  maxLength: 30,
});

describe("weighted index", () => {
  it("of one item is the mean estimate of that item, with and without case weights", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const item = Float64Array.from(data, ({ a }) => a);
        for (const weights of [null, Float64Array.from(data, ({ weight }) => weight)]) {
          const [index] = indexOfColumns([item], [3], weights, null, 0.95);
          const mean = meanEstimate(sumsOfColumn(item, weights, data.length), 0.95);
          if (index.kind !== "estimated") {
            expect(mean.kind).toBe("too-few-answers");
            continue;
          }
          const { value, standardError, interval, n } = estimated(mean);
          expect(index.value).toBeCloseTo(value, 9);
          expect(index.standardError).toBeCloseTo(standardError, 9);
          expect(index.interval.upper).toBeCloseTo(interval.upper, 7);
          expect(index.n).toBe(n);
        }
      }),
    );
  });

  it("is the same in any order of rows and items, and never NaN", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const columns = (each: typeof data) => [
          Float64Array.from(each, ({ a }) => a),
          Float64Array.from(each, ({ b }) => b),
        ];
        const [own] = indexOfColumns(columns(data), [1, 2], null, null, 0.95);
        const [other] = indexOfColumns(columns(data.toReversed()).toReversed(), [2, 1], null, null, 0.95);
        expect(other.kind).toBe(own.kind);
        if (own.kind !== "estimated" || other.kind !== "estimated") return;
        expect(Number.isFinite(own.value + own.standardError)).toBe(true);
        expect(other.value).toBeCloseTo(own.value, 9);
        expect(other.standardError).toBeCloseTo(own.standardError, 9);
      }),
    );
  });

  it("of a group is the index of that group's rows alone", () => {
    const random = randomFromSeed(12);
    const length = 9000;
    const items = [0, 1, 2].map(() =>
      Float64Array.from({ length }, () => (random.nextUnit() < 0.2 ? Number.NaN : 25 * random.nextBelow(5))),
    );
    const codes = Int8Array.from({ length }, () => random.nextBelow(4) - 1);
    const together = indexOfColumns(items, [1, 2, 3], null, { codes, count: 3 }, 0.95);
    for (const [group, index] of together.entries()) {
      const alone = items.map((item) => item.filter((_, row) => codes[row] === group));
      const [own] = indexOfColumns(alone, [1, 2, 3], null, null, 0.95);
      expect(estimated(index).value).toBeCloseTo(estimated(own).value, 10);
      expect(estimated(index).standardError).toBeCloseTo(estimated(own).standardError, 10);
    }
  });

  it("covers the true index about as often as it says, with weights, missing answers and unequal groups", () => {
    const random = randomFromSeed(13);
    const [runs, sizes] = [600, [60, 180]];
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const length = sizes[0] + sizes[1];
      const weights = Float64Array.from({ length }, () => (random.nextUnit() < 0.5 ? 2 : 0.5));
      // Heavier respondents are more satisfied: the true item means are (2 · 75 + 0.5 · 50)/2.5 = 70.
      const rated = (row: number) => (random.nextUnit() < (weights[row] === 2 ? 0.75 : 0.5) ? 100 : 0);
      const items = [0, 1].map(() =>
        Float64Array.from({ length }, (_, row) => (random.nextUnit() < 0.1 ? Number.NaN : rated(row))),
      );
      const codes = Int8Array.from({ length }, (_, row) => Number(row >= sizes[0]));
      const { interval } = estimated(indexOfColumns(items, [1, 3], weights, { codes, count: 2 }, 0.95)[run % 2]);
      if (interval.lower <= 70 && 70 <= interval.upper) covered += 1;
    }
    expect(Math.abs(covered / runs - 0.95)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / runs));
  });

  it("needs an answer to each item that counts, not to one of weight 0", () => {
    const [some, none] = [Float64Array.from([50, 75]), Float64Array.from([Number.NaN, Number.NaN])];
    expect(indexOfColumns([some, none], [1, 1], null, null, 0.95)[0].kind).toBe("too-few-answers");
    expect(estimated(indexOfColumns([some, none], [1, 0], null, null, 0.95)[0]).value).toBe(62.5);
  });

  it("refuses shapes and weights that make no index", () => {
    const item = Float64Array.from([50, 75]);
    expect(() => indexOfColumns([], [], null, null, 0.95)).toThrow(RangeError);
    expect(() => indexOfColumns([item], [0], null, null, 0.95)).toThrow(RangeError);
    expect(() => indexOfColumns([item], [-1], null, null, 0.95)).toThrow(RangeError);
    expect(() => indexOfColumns([item], [1], Float64Array.from([-1, 1]), null, 0.95)).toThrow(RangeError);
    expect(() => indexOfColumns([item], [1], null, { codes: [0], count: 1 }, 0.95)).toThrow(RangeError);
  });
});

describe("respondent index", () => {
  it("weighs answered items only, and asks for the minimum share", () => {
    const items = [Float64Array.from([100, 100, Number.NaN]), Float64Array.from([0, Number.NaN, Number.NaN])];
    expect([...respondentIndex(items, [3, 1], 0.5)]).toEqual([75, 100, Number.NaN]);
    expect([...respondentIndex(items, [3, 1], 1)]).toEqual([75, Number.NaN, Number.NaN]);
    expect(() => respondentIndex(items, [3, 1], 2)).toThrow(RangeError);
  });
});

describe("index weights", () => {
  it("set negative importance to 0 and name it", () => {
    expect(regressionWeights([3, -1, 1])).toEqual({ kind: "weights", weights: [0.75, 0, 0.25], dropped: [1] });
    expect(correlationWeights([-0.2, -0.4])).toEqual({ kind: "no-weights", reason: "no-positive-importance" });
  });

  it("are a variant where nothing can be weighed", () => {
    expect(equalWeights(0)).toEqual({ kind: "no-weights", reason: "no-attributes" });
    expect(enteredWeights([0, 0]).kind).toBe("no-weights");
    expect(entropyWeights([Float64Array.from([3, 3, 3])]).kind).toBe("no-weights");
    expect(entropyWeights([Float64Array.from([3])])).toEqual({ kind: "no-weights", reason: "too-few-answers" });
  });

  it("refuse points, importance and shares that cannot be", () => {
    expect(() => enteredWeights([1, -1])).toThrow(RangeError);
    expect(() => statedWeights([Number.NaN])).toThrow(RangeError);
    expect(() => correlationWeights([2])).toThrow(RangeError);
    expect(() => lmgWeights([-0.1, 1.1])).toThrow(RangeError);
    expect(() => entropyWeights([Float64Array.from([-1, 2])])).toThrow(RangeError);
  });
});

describe("grade bands", () => {
  it("include their threshold and exclude the one above", () => {
    const grades = [95, 94.999, 80, 79.999, 60, 59.999].map((value) => gradeOf(value, fiveGradeBands));
    expect(grades).toEqual(["very-satisfied", "satisfied", "satisfied", "fair", "dissatisfied", "very-dissatisfied"]);
    expect(gradeOf(99, fourGradeBands)).toBe("satisfied");
  });

  it("take a value that rounding left just below its threshold for the threshold", () => {
    expect(gradeOf(0.1 * 3 * 200 + 20 - 1e-12, fiveGradeBands)).toBe("satisfied");
    expect(gradeOf(79.9999, fiveGradeBands)).toBe("fair");
  });

  it("support a word only if the whole interval lies in its band", () => {
    expect(supportedGrade({ lower: 71, upper: 78 }, fiveGradeBands)).toEqual({ kind: "one-grade", grade: "fair" });
    const wide = supportedGrade({ lower: 58, upper: 103 }, fourGradeBands);
    expect(wide).toEqual({
      kind: "several-grades",
      grades: ["very-dissatisfied", "dissatisfied", "fair", "satisfied"],
    });
  });

  it("refuse values off the scale and thresholds out of order", () => {
    expect(() => gradeOf(101, fiveGradeBands)).toThrow(RangeError);
    const wrong = {
      thresholds: [
        { grade: "a", from: 60 },
        { grade: "b", from: 70 },
      ],
      lowest: "c",
    };
    expect(() => gradeOf(65, wrong)).toThrow(RangeError);
  });
});
