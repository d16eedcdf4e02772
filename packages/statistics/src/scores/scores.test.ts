import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimated } from "../../test-support/variants.ts";
import { normalQuantile } from "../distribution/normal.ts";
import { studentQuantile } from "../distribution/student-t.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { tallyOf } from "../tally/rating-tally.ts";
import { sumsOfColumn, sumsOfMappedTally, sumsOfTally } from "../tally/sums.ts";
import { clopperPearsonInterval } from "./clopper-pearson.ts";
import { clusteredMean } from "./clustered-mean.ts";
import { linearisedMean } from "./linearised-mean.ts";
import { meanEstimate } from "./mean.ts";
import { medianEstimate } from "./median.ts";
import { netPromoterScore } from "./net-promoter-score.ts";
import { shareEstimate } from "./share.ts";
import { standardDeviation } from "./standard-deviation.ts";
import { waldShareInterval } from "./wald-share.ts";
import { wilsonInterval } from "./wilson.ts";

const rating = fc.integer({ min: 0, max: 10 });
const weight = fc.double({ min: 0.1, max: 9, noNaN: true });
const answers = fc.array(fc.record({ rating, weight }), { minLength: 2, maxLength: 40 });
type Answers = readonly { readonly rating: number; readonly weight: number }[];

function weightedTally(rows: Answers, scale: number) {
  return tallyOf(
    rows.map((row) => row.rating),
    rows.map((row) => row.weight * scale),
  );
}

function allScores(tally: ReturnType<typeof tallyOf>) {
  return {
    nps: netPromoterScore(tally, 0.95),
    top: shareEstimate(tally, (value) => value >= 8, 0.95),
    mean: meanEstimate(sumsOfTally(tally), 0.95),
    median: medianEstimate(tally, 0.95),
  };
}

describe("every score", () => {
  it("is the same in any order of the answers and for weights times a constant", () => {
    fc.assert(
      fc.property(answers, fc.double({ min: 0.01, max: 100, noNaN: true }), (rows, scale) => {
        const own = allScores(weightedTally(rows, 1));
        const other = allScores(weightedTally(rows.toReversed(), scale));
        for (const name of ["nps", "top", "mean"] as const) {
          const [a, b] = [own[name], other[name]];
          expect(b.kind).toBe(a.kind);
          if (a.kind !== "estimated" || b.kind !== "estimated") continue;
          expect(b.value).toBeCloseTo(a.value, 9);
          expect(b.standardError).toBeCloseTo(a.standardError, 5);
          expect(b.effectiveN).toBeCloseTo(a.effectiveN, 6);
          expect(b.interval.lower).toBeCloseTo(a.interval.lower, 3);
        }
      }),
    );
  });

  it("of a mean has the same standard error from a tally and from a column", () => {
    fc.assert(
      fc.property(answers, (rows) => {
        const column = Float64Array.from(rows, (row) => row.rating);
        const weights = Float64Array.from(rows, (row) => row.weight);
        const fromColumn = meanEstimate(sumsOfColumn(column, weights, rows.length), 0.95);
        const fromTally = meanEstimate(sumsOfTally(weightedTally(rows, 1)), 0.95);
        expect(fromTally.kind).toBe(fromColumn.kind);
        if (fromTally.kind !== "estimated" || fromColumn.kind !== "estimated") return;
        expect(fromTally.value).toBeCloseTo(fromColumn.value, 12);
        expect(fromTally.standardError).toBeCloseTo(fromColumn.standardError, 7);
      }),
    );
  });

  it("holds finite numbers and an interval around its value, whatever the answers", () => {
    fc.assert(
      fc.property(answers, fc.constantFrom("weighted", "unweighted"), (rows, kind) => {
        const tally = kind === "weighted" ? weightedTally(rows, 1) : tallyOf(rows.map((row) => row.rating));
        for (const score of Object.values(allScores(tally))) {
          if (score.kind !== "estimated") {
            expect(kind).toBe("weighted");
            continue;
          }
          const { value, standardError, interval } = score;
          expect([value, standardError, interval.lower, interval.upper].every(Number.isFinite)).toBe(true);
          expect(interval.lower).toBeLessThanOrEqual(value + 1e-9);
          expect(interval.upper).toBeGreaterThanOrEqual(value - 1e-9);
        }
      }),
    );
  });

  it("says that there are too few answers", () => {
    const none = tallyOf([]);
    expect(netPromoterScore(tallyOf([9]), 0.95)).toEqual({ kind: "too-few-answers", n: 1, required: 2 });
    expect(shareEstimate(none, () => true, 0.95)).toEqual({ kind: "too-few-answers", n: 0, required: 1 });
    expect(meanEstimate(sumsOfTally(none), 0.95)).toEqual({ kind: "too-few-answers", n: 0, required: 2 });
    expect(medianEstimate(none, 0.95).kind).toBe("too-few-answers");
    expect(standardDeviation(sumsOfTally(none)).kind).toBe("too-few-answers");
  });

  it("refuses a confidence outside (0, 1)", () => {
    const tally = tallyOf([9, 3]);
    for (const confidence of [0, 1, 95, Number.NaN]) {
      expect(() => netPromoterScore(tally, confidence)).toThrow(RangeError);
      expect(() => shareEstimate(tally, () => true, confidence)).toThrow(RangeError);
      expect(() => meanEstimate(sumsOfTally(tally), confidence)).toThrow(RangeError);
    }
  });
});

describe("net promoter score", () => {
  it("refuses anything but an integer in 0–10", () => {
    for (const wrong of [-1, 11, 7.5]) expect(() => netPromoterScore(tallyOf([9, wrong]), 0.95)).toThrow(RangeError);
  });

  it("keeps an interval with a width where everybody is a promoter", () => {
    for (const tally of [tallyOf([9, 10, 10]), tallyOf([9, 10, 10], [1, 2, 3])]) {
      const { value, interval } = estimated(netPromoterScore(tally, 0.95));
      expect(value).toBe(100);
      expect(interval.lower).toBeLessThan(100);
      expect(interval.upper).toBe(100);
    }
  });

  it("covers the true score about as often as it says, in small groups of unequal size", () => {
    const random = randomFromSeed(5);
    const [runs, sizes] = [3000, [12, 25, 60]];
    const truth = 100 * (0.4 - 0.25);
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const ratings = Array.from({ length: sizes[run % sizes.length] }, () => drawnRating(random));
      const { interval } = estimated(netPromoterScore(tallyOf(ratings), 0.95));
      if (interval.lower <= truth && truth <= interval.upper) covered += 1;
    }
    expect(Math.abs(covered / runs - 0.95)).toBeLessThan(0.015);
  });
});

function drawnRating(random: Random): number {
  const unit = random.nextUnit();
  if (unit < 0.4) return 9;
  return unit < 0.75 ? 7 : 2;
}

describe("share", () => {
  it("with weights covers about as often as it says, where Kish's weights go with the answers", () => {
    const random = randomFromSeed(6);
    const runs = 1500;
    // Population: half heavy users (weight 3) of whom 70 % count, half light (weight 1) of whom 40 % count.
    const truth = (3 * 0.7 + 0.4) / 4;
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const heavy = Array.from({ length: 120 }, () => random.nextUnit() < 0.5);
      const ratings = heavy.map((isHeavy) => Number(random.nextUnit() < (isHeavy ? 0.7 : 0.4)));
      const tally = tallyOf(
        ratings,
        heavy.map((isHeavy) => (isHeavy ? 3 : 1)),
      );
      const { interval } = estimated(shareEstimate(tally, (value) => value === 1, 0.95));
      if (interval.lower <= truth && truth <= interval.upper) covered += 1;
    }
    expect(Math.abs(covered / runs - 0.95)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / runs));
  });

  it("with weights takes Wilson's interval at the n that its own standard error stands for", () => {
    const tally = tallyOf([1, 1, 0, 0, 0, 1, 0], [3, 1, 1, 0.5, 2, 1, 1], 50);
    const { value, standardError, interval } = estimated(shareEstimate(tally, (x) => x === 1, 0.95));
    const expected = wilsonInterval(value, (value * (1 - value)) / standardError ** 2, 0.95);
    expect(interval.lower).toBeCloseTo(expected.lower, 12);
    expect(interval).toMatchObject({ method: "wilson-effective-n" });
  });

  it("of nobody or everybody keeps an interval with a width", () => {
    for (const weights of [null, [1, 2, 3]]) {
      const { value, interval } = estimated(shareEstimate(tallyOf([1, 1, 1], weights), (x) => x === 1, 0.95));
      expect(value).toBe(1);
      expect(interval.lower).toBeLessThan(1);
      expect(interval.upper).toBe(1);
    }
  });

  it("has limits inside 0–1 by Wilson and Clopper–Pearson, the exact one wider", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const successes = Math.round(share * n);
        const [wilson, exact] = [wilsonInterval(successes / n, n, 0.95), clopperPearsonInterval(successes, n, 0.95)];
        for (const { lower, upper } of [wilson, exact]) {
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
        }
        expect(exact.upper - exact.lower).toBeGreaterThan(wilson.upper - wilson.lower - 0.02);
      }),
    );
  });

  it("refuses impossible counts", () => {
    for (const interval of [clopperPearsonInterval, waldShareInterval]) {
      expect(() => interval(3, 2, 0.95)).toThrow(RangeError);
      expect(() => interval(0, 0, 0.95)).toThrow(RangeError);
    }
    expect(() => wilsonInterval(1.1, 10, 0.95)).toThrow(RangeError);
  });
});

describe("mean", () => {
  it("loses no digits to a large offset", () => {
    const offset = 1e9;
    const column = Float64Array.from([1, 2, 4, 7, 7, 9], (value) => value + offset);
    const plain = estimated(meanEstimate(sumsOfColumn(Float64Array.from([1, 2, 4, 7, 7, 9]), null, 6), 0.95));
    const shifted = estimated(meanEstimate(sumsOfColumn(column, null, 6), 0.95));
    expect(shifted.value - offset).toBeCloseTo(plain.value, 6);
    expect(shifted.standardError).toBeCloseTo(plain.standardError, 12);
  });

  it("of equal answers has no width, and says so", () => {
    const { standardError, interval } = estimated(meanEstimate(sumsOfTally(tallyOf([4, 4, 4])), 0.95));
    expect(standardError).toBe(0);
    expect(interval).toEqual({ lower: 4, upper: 4, confidence: 0.95, method: "no-variation" });
  });

  it("leaves missing answers and rows of weight 0 out of n and of the base", () => {
    const column = Float64Array.from([5, Number.NaN, 1, 3]);
    const sums = sumsOfColumn(column, Float64Array.from([2, 2, 0, 1]), 4);
    expect(sums).toMatchObject({ n: 2, weight: 3, squaredWeight: 5 });
  });

  it("takes n_eff/(n_eff − 1) and t from the answers, R's form n/(n − 1) from the whole design and z", () => {
    const sums = (designN: number) => sumsOfTally(tallyOf([1, 2, 5, 4], [1, 2, 1, 1], designN));
    // Σw = 5, Σw² = 7, mean 14/5, Σu² = (1.8² + 1.6² + 2.2² + 1.2²)/25.
    const squares = (1.8 ** 2 + 1.6 ** 2 + 2.2 ** 2 + 1.2 ** 2) / 25;
    const [own, other] = [4, 1000].map((designN) => estimated(meanEstimate(sums(designN), 0.95)));
    expect(own).toEqual(other);
    expect(own.standardError).toBeCloseTo(Math.sqrt((squares * 25) / 7 / (25 / 7 - 1)), 12);
    const half = -studentQuantile(0.025, 25 / 7 - 1) * own.standardError;
    expect(own.interval).toMatchObject({ upper: expect.closeTo(2.8 + half, 10), method: "linearised-t" });
    const inR = estimated(linearisedMean(sums(1000), 0.95));
    expect(inR.standardError).toBeCloseTo(Math.sqrt((squares * 1000) / 999), 12);
    expect(inR.interval.upper).toBeCloseTo(2.8 - normalQuantile(0.025) * inR.standardError, 12);
  });

  it("needs two effective answers, where one person speaks for all", () => {
    const tally = tallyOf([1, 5, 3], [1000, 1, 1]);
    expect(meanEstimate(sumsOfTally(tally), 0.95)).toEqual({ kind: "too-few-answers", n: 3, required: 2 });
  });

  it("of computed marks that are equal but for rounding has no width", () => {
    const tally = tallyOf([1, 2, 3]);
    const marks = new Map([
      [1, 80],
      [2, 80.00000000000001],
      [3, 79.99999999999999],
    ]);
    const { standardError } = estimated(
      meanEstimate(
        sumsOfMappedTally(tally, (value) => marks.get(value) ?? 0),
        0.95,
      ),
    );
    expect(standardError).toBe(0);
    expect(() => sumsOfMappedTally(tally, () => Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => tallyOf([1, Number.POSITIVE_INFINITY])).toThrow(RangeError);
  });

  it("refuses weights that are negative, missing or of another length", () => {
    const column = Float64Array.from([1, 2]);
    for (const weights of [[-1, 1], [Number.NaN, 1], [1]]) {
      expect(() => sumsOfColumn(column, Float64Array.from(weights), 2)).toThrow(RangeError);
      expect(() => tallyOf([1, 2], weights)).toThrow(RangeError);
    }
    expect(() => sumsOfColumn(column, null, 1)).toThrow(RangeError);
  });
});

describe("median", () => {
  it("is the middle of two values where half of the weight ends between them", () => {
    expect(estimated(medianEstimate(tallyOf([1, 2, 3, 4]), 0.95)).value).toBe(2.5);
    expect(estimated(medianEstimate(tallyOf([1, 3], [0.3, 0.3]), 0.95)).value).toBe(2);
    expect(estimated(medianEstimate(tallyOf([1, 2, 3], [1, 1, 5]), 0.95)).value).toBe(3);
  });

  it("ignores values that nobody gave", () => {
    const tally = { ...tallyOf([1, 5]), values: [1, 3, 5] };
    const cells = Float64Array.from([1, 0, 1]);
    const padded = { ...tally, count: cells, weight: cells, squaredWeight: cells };
    expect(estimated(medianEstimate(padded, 0.95)).value).toBe(3);
    expect(estimated(meanEstimate(sumsOfTally(padded), 0.95)).n).toBe(2);
  });
});

describe("clustered mean", () => {
  const values = [1, 5];
  const cells = {
    values,
    clusters: 3,
    weight: Float64Array.from([4, 0, 0, 4, 2, 2]),
    count: Float64Array.from([6, 6]),
  };

  it("finds a design effect above 1 where stores answer alike", () => {
    const tally = { ...cells, squaredWeight: 12, designClusters: 3 };
    const result = estimated(clusteredMean(tally, (value) => value, 0.95));
    expect(result.designEffect).toBeGreaterThan(1);
    expect(result).toMatchObject({ value: 3, degreesOfFreedom: 2, n: 12 });
  });

  it("has no variance where every store has the same mean but for rounding", () => {
    // Weights .1 and .2 at 1 and 2.2 in every store, so that each store's parts cancel.
    const weight = Float64Array.from([0.1, 0.2, 0.3, 0.6, 0.7, 1.4]);
    const equal = { values: [1, 2.2], clusters: 3, weight, count: Float64Array.from([3, 3]) };
    const result = estimated(clusteredMean({ ...equal, squaredWeight: 3, designClusters: 3 }, (value) => value, 0.95));
    expect(result.standardError).toBe(0);
    expect(result.interval.method).toBe("no-variation");
  });

  it("needs two clusters and two answers", () => {
    const one = { values, clusters: 1, weight: Float64Array.from([3, 3]), count: Float64Array.from([3, 3]) };
    const result = clusteredMean({ ...one, squaredWeight: 6, designClusters: 1 }, (value) => value, 0.95);
    expect(result).toEqual({ kind: "too-few-clusters", clusters: 1, required: 2 });
    const empty = { ...one, count: new Float64Array(2), squaredWeight: 0, designClusters: 4 };
    expect(clusteredMean(empty, (value) => value, 0.95).kind).toBe("too-few-answers");
  });

  it("refuses cells that do not fit", () => {
    const wrong = { ...cells, clusters: 2, squaredWeight: 12, designClusters: 3 };
    expect(() => clusteredMean(wrong, (value) => value, 0.95)).toThrow(RangeError);
  });
});
