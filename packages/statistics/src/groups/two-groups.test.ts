/** Golden values: golden/second/expected/survey_groups.json and counters_groups.json, through reference/families/groups. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { estimated, tested } from "../../test-support/variants.ts";
import { normalQuantile } from "../distribution/normal.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { tallyOf } from "../tally/rating-tally.ts";
import { sumsOfColumn, sumsOfTally } from "../tally/sums.ts";
import { cliffsDelta } from "./cliffs-delta.ts";
import { cohensD, hedgesG } from "./cohens-d.ts";
import { mannWhitneyExact, signedRankExact } from "./exact-ranks.ts";
import { mannWhitney } from "./mann-whitney.ts";
import { pairedTTest } from "./paired-t-test.ts";
import { pooledTTest } from "./student-t-test.ts";
import { wilcoxonSignedRank } from "./wilcoxon-signed-rank.ts";

const ratings = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 9 });
const column = fc.array(fc.oneof(fc.integer({ min: 1, max: 7 }), fc.constant(Number.NaN)), {
  minLength: 0,
  maxLength: 12,
});
const weight = fc.oneof(fc.constant(0), fc.double({ min: 0.1, max: 5, noNaN: true }));
const sumsOf = (group: readonly number[]) => sumsOfTally(tallyOf(group));

function allOfTwo(a: readonly number[], b: readonly number[]) {
  const [first, second] = [tallyOf(a), tallyOf(b)];
  return [
    pooledTTest(sumsOf(a), sumsOf(b), 0.95),
    cohensD(sumsOf(a), sumsOf(b), 0.95),
    hedgesG(sumsOf(a), sumsOf(b), 0.95),
    cliffsDelta(first, second, 0.95),
    mannWhitney(first, second),
    mannWhitneyExact(first, second),
  ];
}

describe("tests of two groups", () => {
  it("give fit numbers or a variant, and intervals hold their value", () => {
    fc.assert(
      fc.property(ratings, ratings, (a, b) => {
        for (const result of allOfTwo(a, b)) {
          expect(unfitNumbers(result)).toEqual([]);
          if (result.kind !== "estimated") continue;
          expect(result.interval.lower).toBeLessThanOrEqual(result.value + 1e-9);
          expect(result.interval.upper).toBeGreaterThanOrEqual(result.value - 1e-9);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("change their sign, and nothing else, when the groups change places", () => {
    fc.assert(
      fc.property(ratings, ratings, (a, b) => {
        const reversed = allOfTwo(b, a);
        allOfTwo(a, b).forEach((own, index) => {
          const other = reversed[index];
          expect(other?.kind).toBe(own.kind);
          if (own.kind === "estimated" && other?.kind === "estimated") {
            expect(other.value).toBeCloseTo(-own.value, 9);
            expect(other.interval.lower).toBeCloseTo(-own.interval.upper, 7);
          }
          if (own.kind === "tested" && other?.kind === "tested") {
            expect(other.statistic).toBeCloseTo(a.length * b.length - own.statistic, 9);
            expect(other.pValue).toBeCloseTo(own.pValue, 9);
          }
        });
      }),
      { numRuns: 100 },
    );
  });

  it("count Cliff's delta and Mann and Whitney's U over all pairs", () => {
    fc.assert(
      fc.property(ratings, ratings, (a, b) => {
        const signs = a.flatMap((x) => b.map((y) => Math.sign(x - y)));
        const delta = cliffsDelta(tallyOf(a), tallyOf(b), 0.9);
        if (delta.kind === "estimated") {
          expect(delta.value).toBeCloseTo(signs.reduce((sum: number, sign) => sum + sign, 0) / signs.length, 12);
        }
        const test = mannWhitney(tallyOf(a), tallyOf(b));
        if (test.kind === "tested") {
          expect(test.statistic).toBeCloseTo(
            signs.reduce((sum: number, sign) => sum + (1 + sign) / 2, 0),
            10,
          );
        }
      }),
    );
  });

  it("take the exact p from all ways to deal the answers out", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 7 }),
        fc.integer({ min: 1, max: 6 }),
        (all, at) => {
          const size = Math.min(at, all.length - 1);
          const [a, b] = [all.slice(0, size), all.slice(size)];
          const u = (first: readonly number[], second: readonly number[]) =>
            first.reduce((sum, x) => sum + second.reduce((part, y) => part + (1 + Math.sign(x - y)) / 2, 0), 0);
          const middle = (a.length * b.length) / 2;
          let [ways, extreme] = [0, 0];
          for (let mask = 0; mask < 2 ** all.length; mask++) {
            const first = all.filter((_, place) => mask & (1 << place));
            if (first.length !== size) continue;
            ways += 1;
            const second = all.filter((_, place) => !(mask & (1 << place)));
            extreme += Number(Math.abs(u(first, second) - middle) >= Math.abs(u(a, b) - middle) - 1e-9);
          }
          expect(tested(mannWhitneyExact(tallyOf(a), tallyOf(b))).pValue).toBeCloseTo(extreme / ways, 12);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("say exactly what R says without ties", () => {
    // R 4.2.2: wilcox.test(c(1.1, 3.2, 0.4, 5.6, 2.2), c(4.1, 6.3, 7.2, 2.9))$p.value; paired of the first four: 0.25
    const [a, b] = [tallyOf([1.1, 3.2, 0.4, 5.6, 2.2]), tallyOf([4.1, 6.3, 7.2, 2.9])];
    expect(tested(mannWhitneyExact(a, b)).pValue).toBeCloseTo(0.111111111111111, 12);
    const first = Float64Array.of(1.1, 3.2, 0.4, 5.6);
    expect(tested(signedRankExact(first, Float64Array.of(4.1, 6.3, 7.2, 2.9))).pValue).toBeCloseTo(0.25, 12);
  });

  it("name what is missing", () => {
    expect(allOfTwo([1, 2], []).map(({ kind }) => kind)).toEqual([
      ...Array(3).fill("too-few-groups"),
      "too-few-answers",
      ...Array(2).fill("too-few-groups"),
    ]);
    expect(allOfTwo([2, 2], [2, 2]).map(({ kind }) => kind)).toEqual([
      ...Array(3).fill("no-variation"),
      "estimated",
      "no-variation",
      "tested",
    ]);
    const many = tallyOf(Array.from({ length: 60 }, (_, index) => index));
    expect(mannWhitneyExact(many, many)).toEqual({ kind: "too-many-answers", n: 120, most: 100 });
  });

  it("give Cliff's delta a limit within reach where all of one group exceed all of the other", () => {
    const { value, interval, smallerN } = estimated(cliffsDelta(tallyOf([4, 5, 5, 4]), tallyOf([1, 2, 2]), 0.95));
    expect(smallerN).toBe(3);
    expect(value).toBe(1);
    expect(interval.upper).toBe(1);
    expect(interval.lower).toBeCloseTo((3 - 1.959963984540054 ** 2) / (3 + 1.959963984540054 ** 2), 12);
  });

  it("refuse weighted answers and a confidence outside (0, 1)", () => {
    const weighted = tallyOf([1, 2, 3], [1, 2, 1]);
    const plain = tallyOf([1, 2, 3]);
    expect(() => pooledTTest(sumsOfTally(weighted), sumsOfTally(plain), 0.95)).toThrow(RangeError);
    expect(() => cliffsDelta(plain, weighted, 0.95)).toThrow(RangeError);
    expect(() => mannWhitney(weighted, plain)).toThrow(RangeError);
    expect(() => mannWhitneyExact(weighted, plain)).toThrow(RangeError);
    expect(() => cohensD(sumsOfTally(plain), sumsOfTally(plain), 1)).toThrow(RangeError);
    expect(() => cliffsDelta(plain, plain, 0)).toThrow(RangeError);
  });
});

describe("tests of pairs", () => {
  it("give fit numbers or a variant", () => {
    fc.assert(
      fc.property(column, column, fc.array(weight, { minLength: 12, maxLength: 12 }), (a, b, all) => {
        const n = Math.min(a.length, b.length);
        const [first, second] = [Float64Array.from(a.slice(0, n)), Float64Array.from(b.slice(0, n))];
        const weights = Float64Array.from(all.slice(0, n));
        const results = [
          pairedTTest(first, second, null, 0.95),
          pairedTTest(first, second, weights, 0.95),
          wilcoxonSignedRank(first, second),
          signedRankExact(first, second),
        ];
        for (const result of results) expect(unfitNumbers(result)).toEqual([]);
      }),
    );
  });

  it("leave out whoever gave one answer of the two", () => {
    const [first, second] = [Float64Array.of(5, 3, 4, Number.NaN, 2, 5), Float64Array.of(4, 3, 1, 5, Number.NaN, 3)];
    const pairs = [Float64Array.of(5, 3, 4, 5), Float64Array.of(4, 3, 1, 3)] as const;
    expect(pairedTTest(first, second, null, 0.95)).toEqual(pairedTTest(...pairs, null, 0.95));
    expect(wilcoxonSignedRank(first, second)).toEqual(wilcoxonSignedRank(...pairs));
    expect(tested(wilcoxonSignedRank(first, second))).toMatchObject({ n: 4, changed: 3, rankBiserial: 1 });
  });

  it("take equal weights as none, but for t's degrees", () => {
    const [first, second] = [Float64Array.of(5, 3, 4, 2, 5, 1), Float64Array.of(4, 3, 1, 5, 3, 2)];
    const plain = estimated(pairedTTest(first, second, null, 0.95));
    const weighted = estimated(pairedTTest(first, second, new Float64Array(6).fill(2.5), 0.95));
    expect(weighted.standardError).toBeCloseTo(plain.standardError, 12);
    expect(weighted.pValue).toBeCloseTo(plain.pValue, 12);
    expect(weighted.weightedBase).toBeCloseTo(15, 12);
    expect(weighted.effectiveN).toBeCloseTo(6, 12);
    expect(plain.standardised).toBeCloseTo(plain.statistic / Math.sqrt(6), 12);
  });

  it("name what is missing", () => {
    const [none, one] = [new Float64Array(0), Float64Array.of(3)];
    expect(pairedTTest(one, one, null, 0.95)).toEqual({ kind: "too-few-answers", n: 1, required: 2 });
    expect(wilcoxonSignedRank(none, none)).toEqual({ kind: "too-few-answers", n: 0, required: 1 });
    const [up, down] = [Float64Array.of(5, 4, 3), Float64Array.of(4, 3, 2)];
    expect(pairedTTest(up, down, null, 0.95)).toEqual({ kind: "no-variation", value: 1 });
    expect(wilcoxonSignedRank(up, up)).toEqual({ kind: "no-variation" });
    expect(tested(signedRankExact(up, up)).pValue).toBe(1);
  });

  it("refuse columns of different length", () => {
    expect(() => pairedTTest(new Float64Array(2), new Float64Array(3), null, 0.95)).toThrow(RangeError);
    expect(() => wilcoxonSignedRank(new Float64Array(2), new Float64Array(3))).toThrow(RangeError);
    expect(() => pairedTTest(new Float64Array(2), new Float64Array(2), null, 2)).toThrow(RangeError);
  });
});

const normal = (random: Random) => normalQuantile(random.nextUnit() || 0.5);
/** A rating 1–5 about as answers are: skewed, with ties. */
const rated = (random: Random, shift: number) =>
  Math.max(1, Math.min(5, Math.round(3.8 + shift + 1.1 * normal(random))));

describe("the level and coverage of two groups of unequal size", () => {
  it("holds for Student, Mann–Whitney and signed ranks under a true null", () => {
    const random = randomFromSeed(44);
    const runs = 1500;
    const rejected = { student: 0, ranks: 0, exact: 0, signed: 0 };
    for (let run = 0; run < runs; run++) {
      const [a, b] = [12, 47].map((n) => Float64Array.from({ length: n }, () => rated(random, 0)));
      const [first, second] = [tallyOf(a), tallyOf(b)];
      const other = a.map(() => rated(random, 0));
      rejected.student += Number(estimated(pooledTTest(sumsOfTally(first), sumsOfTally(second), 0.95)).pValue < 0.05);
      rejected.ranks += Number(tested(mannWhitney(first, second)).pValueWithoutContinuity < 0.05);
      const [few, fewer] = [tallyOf(b.subarray(0, 15)), tallyOf(a.subarray(0, 6))];
      rejected.exact += Number(tested(mannWhitneyExact(few, fewer)).pValue < 0.05);
      const signed = wilcoxonSignedRank(a, other);
      rejected.signed += Number(signed.kind === "tested" && signed.pValue < 0.05);
    }
    const error = 4 * Math.sqrt((0.05 * 0.95) / runs);
    expect(Math.abs(rejected.student / runs - 0.05)).toBeLessThan(error);
    expect(Math.abs(rejected.ranks / runs - 0.05)).toBeLessThan(error);
    // Exact and continuity-corrected tests stay below their level, by the steps of their distribution.
    expect(rejected.exact / runs).toBeLessThan(0.05 + error);
    expect(rejected.exact / runs).toBeGreaterThan(0.015);
    expect(rejected.signed / runs).toBeLessThan(0.05 + error);
    expect(rejected.signed / runs).toBeGreaterThan(0.015);
  });

  it("holds for the intervals of d and of Cliff's delta", () => {
    const random = randomFromSeed(45);
    const runs = 500;
    // δ = 2Φ(0.7/√2) − 1 for two normal groups 0.7 apart.
    const truth = { d: 0.7, delta: 0.379382 };
    const covered = { d: 0, delta: 0 };
    for (let run = 0; run < runs; run++) {
      const a = Float64Array.from({ length: 14 }, () => 0.7 + normal(random));
      const b = Float64Array.from({ length: 50 }, () => normal(random));
      const d = estimated(cohensD(sumsOfColumn(a, null, 14), sumsOfColumn(b, null, 50), 0.9)).interval;
      const delta = estimated(cliffsDelta(tallyOf(a), tallyOf(b), 0.9)).interval;
      covered.d += Number(d.lower < truth.d && truth.d < d.upper) / runs;
      covered.delta += Number(delta.lower < truth.delta && truth.delta < delta.upper) / runs;
    }
    expect(Math.abs(covered.d - 0.9)).toBeLessThan(4 * Math.sqrt(0.09 / runs));
    expect(Math.abs(covered.delta - 0.9)).toBeLessThan(0.02 + 4 * Math.sqrt(0.09 / runs));
  });
});
