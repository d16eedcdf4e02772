import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimated } from "../../test-support/variants.ts";
import { normalQuantile } from "../distribution/normal.ts";
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

  it("of two estimates equals that of their tallies", () => {
    const [a, b] = [tallyOf([9, 3, 7, 10]), tallyOf([2, 8, 9])];
    const scores = [a, b].map((tally) => estimated(netPromoterScore(tally, 0.95)));
    const [direct, composed] = [differenceOfNps(a, b, 0.95), differenceOfEstimates(scores[0], scores[1], 0.95)];
    expect(estimated(composed).pValue).toBeCloseTo(estimated(direct).pValue, 14);
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
});
