import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lognormalWeights } from "../../test-support/small-weighted-sample.ts";
import { estimated } from "../../test-support/variants.ts";
import { normalLower, normalQuantile } from "../distribution/normal.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { netPromoterScore } from "../scores/net-promoter-score.ts";
import { tallyOf } from "../tally/rating-tally.ts";
import { sumsOfColumn, sumsOfTally } from "../tally/sums.ts";
import {
  type Difference,
  differenceOfEstimates,
  differenceOfMeans,
  differenceOfNps,
  differenceOfShares,
} from "./difference.ts";
import { linearisedDifferenceOfMeans, waldDifferenceOfNps } from "./difference-in-r.ts";

const isTop = (value: number) => value >= 9;
const ratings = fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 20 });

function allDifferences(a: readonly number[], b: readonly number[]): Difference[] {
  const [first, second] = [tallyOf(a), tallyOf(b)];
  return [
    differenceOfMeans(sumsOfTally(first), sumsOfTally(second), 0.95),
    differenceOfShares(first, second, isTop, 0.95),
    differenceOfNps(first, second, 0.95),
  ];
}

/** Rejection rate of a true null hypothesis at 5 %. */
function rejectionRate(runs: number, draw: () => Difference): number {
  let rejected = 0;
  for (let run = 0; run < runs; run++) {
    const result = draw();
    if (result.kind === "estimated" && result.pValue < 0.05) rejected += 1;
  }
  return rejected / runs;
}

function normals(random: Random, n: number, spread: number): Float64Array {
  return Float64Array.from({ length: n }, () => spread * normalQuantile(random.nextUnit() || 0.5));
}

describe("a difference", () => {
  it("changes its sign, and nothing else, when the groups change places", () => {
    fc.assert(
      fc.property(ratings, ratings, (a, b) => {
        const [forwards, backwards] = [allDifferences(a, b), allDifferences(b, a)];
        forwards.forEach((own, index) => {
          const other = backwards[index];
          expect(other.kind).toBe(own.kind);
          if (own.kind !== "estimated" || other.kind !== "estimated") return;
          expect(other.value).toBeCloseTo(-own.value, 9);
          expect(other.pValue).toBeCloseTo(own.pValue, 9);
          expect(other.interval.lower).toBeCloseTo(-own.interval.upper, 9);
        });
      }),
    );
  });

  it("is a variant where there is nothing to test", () => {
    const [means, shares, nps] = allDifferences([10, 10, 10], [9, 9]);
    expect(means).toEqual({ kind: "no-variation", value: 1 });
    expect(shares).toEqual({ kind: "no-variation", value: 0 });
    expect(nps).toEqual({ kind: "no-variation", value: 0 });
    expect(allDifferences([], [1, 2]).map(({ kind }) => kind)).toEqual(Array(3).fill("too-few-answers"));
  });

  it("of shares keeps Newcombe's limits inside −1 … 1", () => {
    const { interval } = estimated(differenceOfShares(tallyOf([10, 10, 10]), tallyOf([1, 1]), isTop, 0.95));
    expect(interval.upper).toBeLessThanOrEqual(1);
    expect(interval.lower).toBeLessThan(1);
  });

  it("of two estimates, by the plain z, equals that of their tallies", () => {
    const [a, b] = [tallyOf([9, 3, 7, 10]), tallyOf([2, 8, 9])];
    const scores = [a, b].map((tally) => estimated(netPromoterScore(tally, 0.95)));
    const [direct, composed] = [waldDifferenceOfNps(a, b, 0.95), differenceOfEstimates(scores[0], scores[1], 0.95)];
    expect(estimated(composed).pValue).toBeCloseTo(estimated(direct).pValue, 14);
  });

  it("of unanimous groups with other marks is tested all the same", () => {
    const { value, pValue, interval } = estimated(differenceOfNps(tallyOf([10, 10, 9]), tallyOf([1, 2]), 0.95));
    // 1.5 answers on each side: (3.375 − 0.375)/4.5 on the first, −(2.375 − 0.375)/3.5 on the second.
    const [p, d] = [3.375 / 4.5, 0.375 / 4.5];
    const [q, e] = [0.375 / 3.5, 2.375 / 3.5];
    const variance = (p + d - (p - d) ** 2) / 4.5 + (q + e - (q - e) ** 2) / 3.5;
    const z = (p - d - q + e) / Math.sqrt(variance);
    expect(value).toBe(200);
    expect(pValue).toBeCloseTo(2 * normalLower(-z), 10);
    expect(interval.upper).toBe(200);
    expect(interval.lower).toBeCloseTo(100 * (p - d - q + e) + 100 * normalQuantile(0.025) * Math.sqrt(variance), 9);
  });

  it("knows the answers on both sides", () => {
    const first = tallyOf([9, 3, 10, 7], [1, 1, 2, 4]);
    for (const difference of [
      differenceOfMeans(sumsOfTally(first), sumsOfTally(tallyOf([3, 4, 8])), 0.95),
      differenceOfNps(first, tallyOf([3, 4, 8]), 0.95),
      differenceOfShares(first, tallyOf([3, 4, 8, 9]), isTop, 0.95),
    ]) {
      const { first: own, second: other } = estimated(difference);
      expect(own).toMatchObject({ n: 4, weightedBase: 8 });
      expect(own.effectiveN).toBeLessThanOrEqual(64 / 22 + 1e-12);
      expect(other.effectiveN).toBe(other.n);
    }
  });

  it("says which side has too few answers, or too few effective ones", () => {
    const enough = sumsOfTally(tallyOf([1, 2, 3]));
    const heavy = sumsOfTally(tallyOf([1, 5, 4, 2], [1000, 1, 1, 1]));
    expect(differenceOfMeans(enough, heavy, 0.95)).toEqual({ kind: "too-few-answers", n: 4, required: 2 });
    expect(differenceOfMeans(sumsOfTally(tallyOf([1])), enough, 0.95)).toMatchObject({ n: 1 });
  });

  it("with equal weights is that without weights", () => {
    fc.assert(
      fc.property(ratings, ratings, fc.double({ min: 0.1, max: 9, noNaN: true }), (a, b, weight) => {
        const equal = (values: readonly number[]) =>
          tallyOf(
            values,
            values.map(() => weight),
            500,
          );
        const plain = allDifferences(a, b);
        const weighted = [
          differenceOfMeans(sumsOfTally(equal(a)), sumsOfTally(equal(b)), 0.95),
          differenceOfShares(equal(a), equal(b), isTop, 0.95),
          differenceOfNps(equal(a), equal(b), 0.95),
        ];
        plain.forEach((own, index) => {
          const other = weighted[index];
          expect(other.kind).toBe(own.kind);
          if (own.kind !== "estimated" || other.kind !== "estimated") return;
          expect(other.value).toBeCloseTo(own.value, 9);
          expect(other.pValue).toBeCloseTo(own.pValue, 9);
          expect(other.degreesOfFreedom ?? 0).toBeCloseTo(own.degreesOfFreedom ?? 0, 7);
          expect(other.interval.lower).toBeCloseTo(own.interval.lower, 7);
        });
      }),
    );
  });

  it("refuses a confidence outside (0, 1)", () => {
    expect(() => differenceOfNps(tallyOf([9, 3]), tallyOf([9, 3]), 1)).toThrow(RangeError);
  });
});

describe("the level of the tests, with groups of unequal size", () => {
  it("of means holds where the small group varies three times as much", () => {
    const random = randomFromSeed(21);
    const rate = rejectionRate(2000, () =>
      differenceOfMeans(
        sumsOfColumn(normals(random, 12, 3), null, 12),
        sumsOfColumn(normals(random, 60, 1), null, 60),
        0.95,
      ),
    );
    expect(Math.abs(rate - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / 2000));
  });

  it("of weighted shares holds where the weights differ tenfold", () => {
    const random = randomFromSeed(22);
    const drawn = (n: number) => {
      const weights = Array.from({ length: n }, () => (random.nextUnit() < 0.3 ? 2 : 0.2));
      return tallyOf(
        weights.map(() => (random.nextUnit() < 0.4 ? 9 : 1)),
        weights,
      );
    };
    const rate = rejectionRate(1000, () => differenceOfShares(drawn(400), drawn(150), isTop, 0.95));
    expect(Math.abs(rate - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / 1000));
  });

  it("of weighted means holds in small groups, where the linearised z does not", () => {
    const random = randomFromSeed(23);
    const runs = 2000;
    const drawn = (n: number, spread: number) => {
      const weights = lognormalWeights(random, n, 0.7);
      return sumsOfColumn(normals(random, n, spread), weights, n);
    };
    const rate = rejectionRate(runs, () => differenceOfMeans(drawn(10, 2), drawn(40, 1), 0.95));
    const inR = rejectionRate(runs, () => linearisedDifferenceOfMeans(drawn(10, 2), drawn(40, 1), 0.95));
    expect(Math.abs(rate - 0.05)).toBeLessThan(0.01 + 4 * Math.sqrt((0.05 * 0.95) / runs));
    expect(inR).toBeGreaterThan(0.09);
  });

  it("of weighted shares and scores does not exceed 5 % in groups of ten and forty, where the plain z does", () => {
    const random = randomFromSeed(24);
    const runs = 2000;
    const drawn = (n: number, spread: number) => {
      const weights = lognormalWeights(random, n, spread);
      return tallyOf(
        weights.map(() => {
          const unit = random.nextUnit();
          return unit < 0.7 ? 9 : unit < 0.75 ? 3 : 7;
        }),
        spread === 0 ? null : weights,
      );
    };
    for (const spread of [0, 0.8]) {
      const level = 0.05 + 4 * Math.sqrt((0.05 * 0.95) / runs);
      const nps = rejectionRate(runs, () => differenceOfNps(drawn(10, spread), drawn(40, spread), 0.95));
      const shares = rejectionRate(runs, () => differenceOfShares(drawn(10, spread), drawn(40, spread), isTop, 0.95));
      const plain = rejectionRate(runs, () => waldDifferenceOfNps(drawn(10, spread), drawn(40, spread), 0.95));
      expect(nps).toBeLessThan(level);
      expect(shares).toBeLessThan(level);
      expect(plain).toBeGreaterThan(0.07);
    }
  });
});
