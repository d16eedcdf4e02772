import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { estimated, variant } from "../../test-support/variants.ts";
import { normalQuantile } from "../distribution/normal.ts";
import { momentsOf } from "../moments/moments.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { meanEstimate } from "../scores/mean.ts";
import { sumsOfColumn } from "../tally/sums.ts";
import { type EmMoments, emMoments } from "./em-moments.ts";
import { littleTest } from "./little-test.ts";
import { missingAnswers } from "./missing-patterns.ts";
import { missingnessByMean } from "./missingness-by-mean.ts";
import { neutralValueRule } from "./neutral-value.ts";
import { scaleScores } from "./scale-scores.ts";

const nan = Number.NaN;
const named = (...columns: readonly Float64Array[]) => ({ variables: columns.map((_, j) => `v${j}`), columns });

function normals(random: Random, n: number): Float64Array {
  return Float64Array.from({ length: n }, () => normalQuantile(random.nextUnit() || 0.5));
}

/** y = x + e; y is missing where `isMissing` says so. */
function pair(random: Random, n: number, isMissing: (x: number, draw: number) => boolean) {
  const x = normals(random, n);
  const noise = normals(random, n);
  const y = x.map((value, row) => (isMissing(value, random.nextUnit()) ? nan : value + noise[row]));
  return { x, y };
}

describe("missing answers", () => {
  const data = named(
    Float64Array.of(1, nan, 3, nan, 5),
    Float64Array.of(1, 2, nan, nan, 5),
    Float64Array.of(1, 2, 3, nan, 5),
  );

  it("are counted by variable, by pattern and by row", () => {
    const found = variant(missingAnswers(data), "described");
    expect(found.variables.map(({ missing, share }) => [missing, share])).toEqual([
      [2, 0.4],
      [2, 0.4],
      [1, 0.2],
    ]);
    expect(found.patterns.map(({ missing, rows }) => [missing.join(), rows])).toEqual([
      ["", 2],
      ["v0", 1],
      ["v1", 1],
      ["v0,v1,v2", 1],
    ]);
    expect([...found.rowsByMissing]).toEqual([2, 2, 0, 1]);
    expect(found).toMatchObject({ completeRows: 2, n: 5, weightedBase: 5 });
  });

  it("have weighted shares, and a weight of 0 leaves a row out", () => {
    const found = variant(missingAnswers(data, Float64Array.of(1, 2, 0, 1, 4)), "described");
    expect(found.variables.map(({ share }) => share)).toEqual([3 / 8, 1 / 8, 1 / 8]);
    expect(found.patterns[0]).toEqual({ missing: [], rows: 2, share: 5 / 8 });
    expect(missingAnswers(data, new Float64Array(5))).toEqual({ kind: "no-rows" });
  });

  it("need columns and weights that fit", () => {
    expect(() => missingAnswers(named())).toThrow(RangeError);
    expect(() => missingAnswers(data, Float64Array.of(1))).toThrow(RangeError);
    expect(() => missingAnswers({ variables: ["a"], columns: data.columns })).toThrow(RangeError);
  });
});

describe("scale scores", () => {
  const items = [Float64Array.of(1, nan, 3, nan), Float64Array.of(2, nan, nan, nan), Float64Array.of(6, 4, 5, nan)];

  it("are the mean of the answered items, where these are enough", () => {
    expect(scaleScores(items)).toEqual({
      scores: Float64Array.of(3, nan, 4, nan),
      scored: 2,
      tooFew: 1,
      unanswered: 1,
    });
    expect([...scaleScores(items, 1).scores]).toEqual([3, 4, 4, nan]);
    expect([...scaleScores(items, 3).scores]).toEqual([3, nan, nan, nan]);
  });

  it("refuse a number of items that cannot be asked for", () => {
    for (const least of [0, 4, 1.5]) expect(() => scaleScores(items, least)).toThrow(RangeError);
    expect(() => scaleScores([items[0], items[1].slice(1)])).toThrow(RangeError);
  });
});

describe("the neutral-value rule", () => {
  const ratings = Float64Array.of(5, 4, 5, nan, nan, 5);

  it("shows what it does to the mean, beside the mean of the answers", () => {
    const found = variant(neutralValueRule(ratings, 3, null, 0.95), "biased");
    expect(found.correct.value).toBeCloseTo(4.75, 14);
    expect(found.withNeutralValue).toBeCloseTo((5 + 4 + 5 + 3 + 3 + 5) / 6, 14);
    expect(found.bias).toBeCloseTo(found.withNeutralValue - found.correct.value, 14);
    expect(found.missingShare).toBeCloseTo(1 / 3, 14);
    const weighted = variant(neutralValueRule(ratings, 3, Float64Array.of(1, 1, 1, 2, 0, 1), 0.95), "biased");
    expect(weighted.withNeutralValue).toBeCloseTo((19 + 6) / 6, 14);
  });

  it("has no bias where nothing is missing, and is a variant without answers", () => {
    expect(variant(neutralValueRule(Float64Array.of(1, 2, 4), 3, null, 0.95), "biased").bias).toBeCloseTo(0, 14);
    expect(neutralValueRule(Float64Array.of(nan, nan), 3, null, 0.95).kind).toBe("too-few-answers");
    expect(() => neutralValueRule(ratings, nan, null, 0.95)).toThrow(RangeError);
    expect(() => neutralValueRule(ratings, 3, Float64Array.of(1), 0.95)).toThrow(RangeError);
  });
});

/** Where every variable has a mean. */
function withMeans(found: ReturnType<typeof emMoments>) {
  const all = estimated(found);
  return { ...all, means: all.means.map((mean) => estimated(mean)) };
}

describe("EM moments", () => {
  const random = randomFromSeed(7);
  const { x, y } = pair(random, 200, (value) => value > 0.5);
  const weights = Float64Array.from(x, () => 0.5 + random.nextUnit());

  it("of complete rows are the mean and the covariance by n", () => {
    const columns = named(x, normals(random, 200));
    for (const own of [null, weights]) {
      const { means, covariance, converged } = withMeans(emMoments(columns, own, 0.95));
      const expected = momentsOf(columns, own);
      expect(converged).toBe(true);
      for (const [place, mean] of means.entries()) expect(mean.value).toBeCloseTo(expected.means[place], 11);
      for (const [cell, value] of covariance.values.entries()) {
        expect(value).toBeCloseTo(expected.crossProducts[cell] / expected.weight, 10);
      }
    }
  });

  it("of two variables, one of them complete, follow from regression", () => {
    const { means, covariance } = withMeans(emMoments(named(x, y), null, 0.95));
    const both = momentsOf(named(x, y));
    const slope = both.crossProducts[1] / both.crossProducts[0];
    const meanOfX = x.reduce((sum, value) => sum + value, 0) / 200;
    const varianceOfX = x.reduce((sum, value) => sum + (value - meanOfX) ** 2, 0) / 200;
    expect(means[0].value).toBeCloseTo(meanOfX, 10);
    expect(means[1].value).toBeCloseTo(both.means[1] + slope * (meanOfX - both.means[0]), 9);
    expect(covariance.values[1]).toBeCloseTo(slope * varianceOfX, 9);
    expect(means[1].n).toBe(both.n);
  });

  it("are the same in other units, orders and units of weights; weight 2 is the row twice", () => {
    const own = withMeans(emMoments(named(x, y), weights, 0.95));
    const scaled = withMeans(
      emMoments(
        named(
          y.map((value) => 1e5 + 3 * value),
          x,
        ),
        weights.map((weight) => 9 * weight),
        0.95,
      ),
    );
    expect((scaled.means[0].value - 1e5) / 3).toBeCloseTo(own.means[1].value, 8);
    expect(scaled.means[0].standardError / 3).toBeCloseTo(own.means[1].standardError, 9);
    expect(scaled.covariance.values[1] / 3).toBeCloseTo(own.covariance.values[1], 8);
    const twice = (column: Float64Array) => Float64Array.of(...column, ...column.subarray(0, 50));
    const doubled = withMeans(emMoments(named(twice(x), twice(y)), null, 0.95));
    const weighted = withMeans(
      emMoments(
        named(x, y),
        x.map((_, row) => (row < 50 ? 2 : 1)),
        0.95,
      ),
    );
    expect(weighted.means[1].value).toBeCloseTo(doubled.means[1].value, 9);
    expect(weighted.logLikelihood).toBeCloseTo(doubled.logLikelihood, 7);
  });

  it("with equal weights have the errors of a sandwich near the expected ones", () => {
    const plain = withMeans(emMoments(named(x, y), null, 0.95));
    const equal = withMeans(
      emMoments(
        named(x, y),
        x.map(() => 1),
        0.95,
      ),
    );
    expect(equal.means[0].standardError).toBeCloseTo(plain.means[0].standardError, 9);
    expect(Math.abs(equal.means[1].standardError / plain.means[1].standardError - 1)).toBeLessThan(0.15);
  });

  it("of a complete variable have the error s/√n and t of every mean, and the likelihood's beside it", () => {
    const small = named(x.subarray(0, 9), y.subarray(0, 9));
    const { means, likelihoodErrors } = withMeans(emMoments(small, null, 0.95));
    const mean = estimated(meanEstimate(sumsOfColumn(x.subarray(0, 9), null, 9), 0.95));
    expect(means[0].standardError).toBeCloseTo(mean.standardError, 9);
    expect(means[0].interval.lower).toBeCloseTo(mean.interval.lower, 9);
    expect(likelihoodErrors[0]).toBeCloseTo(mean.standardError * Math.sqrt(8 / 9), 9);
    const heavy = Float64Array.from({ length: 9 }, (_, row) => (row === 0 ? 1e6 : 1));
    expect(estimated(emMoments(small, heavy, 0.95)).means[0]).toEqual({ kind: "too-few-answers", n: 1, required: 2 });
  });

  it("cover as often as they say in small samples, weighted too", () => {
    const draws = randomFromSeed(10);
    const runs = 1500;
    const covered = { complete: 0, missing: 0, weighted: 0 };
    for (let run = 0; run < runs; run++) {
      const drawn = pair(draws, 12, (_, unit) => unit < 0.3);
      const own = Float64Array.from({ length: 12 }, () => (draws.nextUnit() < 0.3 ? 3 : 1));
      const [plain, weighted] = [null, own].map((each) => emMoments(named(drawn.x, drawn.y), each, 0.95));
      if (plain.kind !== "estimated" || weighted.kind !== "estimated") continue;
      const holds = (found: EmMoments, place: number) => {
        const { lower, upper } = estimated(found.means[place]).interval;
        return lower <= 0 && 0 <= upper ? 1 / runs : 0;
      };
      covered.complete += holds(plain, 0);
      covered.missing += holds(plain, 1);
      covered.weighted += holds(weighted, 1);
    }
    // By z and variances over n it was 0.91, 0.89 and 0.87.
    for (const share of Object.values(covered)) {
      expect(Math.abs(share - 0.95)).toBeLessThan(3 * Math.sqrt((0.05 * 0.95) / runs));
    }
  });

  it("name what cannot be estimated", () => {
    const blank = x.map(() => nan);
    expect(emMoments(named(x, blank), null, 0.95)).toEqual({ kind: "unanswered", variables: ["v1"] });
    expect(
      emMoments(
        named(
          x,
          x.map(() => 2),
        ),
        null,
        0.95,
      ),
    ).toEqual({ kind: "no-variation", variables: ["v1"] });
    const even = x.map((value, row) => (row % 2 === 0 ? value : nan));
    const odd = x.map((value, row) => (row % 2 === 1 ? value : nan));
    expect(emMoments(named(even, x, odd), null, 0.95)).toEqual({ kind: "never-together", variables: ["v0", "v2"] });
    expect(
      emMoments(
        named(
          x,
          x.map((value) => 2 * value),
        ),
        null,
        0.95,
      ),
    ).toEqual({ kind: "singular", variables: ["v1"] });
  });

  it("are right where the complete rows alone are not: missing at random, weighted too", () => {
    const draws = randomFromSeed(8);
    const runs = 400;
    const covered = { em: 0, weighted: 0, complete: 0 };
    const holds = ({ interval }: { interval: { lower: number; upper: number } }) =>
      interval.lower <= 0 && 0 <= interval.upper ? 1 / runs : 0;
    for (let run = 0; run < runs; run++) {
      const drawn = pair(draws, 150, (value, unit) => unit < (value > 0 ? 0.6 : 0.1));
      const own = Float64Array.from({ length: 150 }, () => (draws.nextUnit() < 0.3 ? 2 : 0.5));
      covered.em += holds(withMeans(emMoments(named(drawn.x, drawn.y), null, 0.95)).means[1]);
      covered.weighted += holds(withMeans(emMoments(named(drawn.x, drawn.y), own, 0.95)).means[1]);
      covered.complete += holds(estimated(meanEstimate(sumsOfColumn(drawn.y, null, 150), 0.95)));
    }
    const tolerance = 4 * Math.sqrt((0.05 * 0.95) / runs);
    expect(Math.abs(covered.em - 0.95)).toBeLessThan(tolerance);
    expect(Math.abs(covered.weighted - 0.95)).toBeLessThan(tolerance);
    expect(covered.complete).toBeLessThan(0.6);
  });
});

describe("tests of missing completely at random", () => {
  it("reject as often as they say where it is so, and find it where it is not", () => {
    const random = randomFromSeed(9);
    const runs = 400;
    const rejected = { little: 0, mean: 0, weighted: 0, found: 0 };
    for (let run = 0; run < runs; run++) {
      const { x, y } = pair(random, 120, (_, unit) => unit < 0.25);
      const third = normals(random, 120).map((value) => (random.nextUnit() < 0.15 ? nan : value));
      const large = pair(random, 400, (_, unit) => unit < 0.15);
      const weights = Float64Array.from(large.x, () => (random.nextUnit() < 0.3 ? 2 : 0.5));
      if (variant(littleTest(named(x, y, third)), "tested").pValue < 0.05) rejected.little += 1 / runs;
      if (estimated(missingnessByMean(x, y, null, 0.95)).pValue < 0.05) rejected.mean += 1 / runs;
      if (estimated(missingnessByMean(large.x, large.y, weights, 0.95)).pValue < 0.05) rejected.weighted += 1 / runs;
      const selective = pair(random, 120, (value, unit) => unit < (value > 0 ? 0.6 : 0.1));
      if (variant(littleTest(named(selective.x, selective.y)), "tested").pValue < 0.05) rejected.found += 1 / runs;
    }
    const tolerance = 4 * Math.sqrt((0.05 * 0.95) / runs);
    expect(Math.abs(rejected.little - 0.05)).toBeLessThan(tolerance);
    expect(Math.abs(rejected.mean - 0.05)).toBeLessThan(tolerance);
    expect(Math.abs(rejected.weighted - 0.05)).toBeLessThan(tolerance);
    expect(rejected.found).toBeGreaterThan(0.95);
  });

  it("by means takes those who left the question out first", () => {
    const x = Float64Array.of(5, 5, 4, 1, 2, 1);
    const y = Float64Array.of(nan, nan, nan, 1, 1, 1);
    expect(estimated(missingnessByMean(x, y, null, 0.95)).value).toBeCloseTo(14 / 3 - 4 / 3, 13);
    expect(missingnessByMean(x, x, null, 0.95).kind).toBe("too-few-answers");
    expect(() => missingnessByMean(x, y.slice(1), null, 0.95)).toThrow(RangeError);
    expect(() => missingnessByMean(x, y, Float64Array.of(1), 0.95)).toThrow(RangeError);
  });

  it("of Little has nothing to test with one pattern", () => {
    const random = randomFromSeed(10);
    expect(littleTest(named(normals(random, 9), normals(random, 9)))).toEqual({ kind: "one-pattern" });
    const { x, y } = pair(random, 60, (_, unit) => unit < 0.3);
    // Six and two answers, two of them of the same respondents: a likelihood along a ridge.
    const ridge = named(
      Float64Array.of(nan, 16, 11, 21, nan, 10, 27, nan),
      Float64Array.of(nan, nan, 17, nan, nan, 6, nan, nan),
    );
    expect(littleTest(ridge)).toMatchObject({ kind: "tested", converged: false, iterations: 5000 });
    expect(emMoments(ridge, null, 0.95)).toMatchObject({ kind: "estimated", converged: false });
    const test = variant(littleTest(named(x, y)), "tested");
    expect(test.converged).toBe(true);
    expect(test).toMatchObject({ degreesOfFreedom: 1, patterns: 2, n: 60 });
  });
});

describe("every method for missing answers", () => {
  it("gives numbers or a variant for any data", () => {
    const answer = fc.oneof(fc.constant(nan), fc.integer({ min: 1, max: 4 }), fc.constant(1e6));
    const rows = fc.array(fc.tuple(answer, answer, answer, fc.constantFrom(0, 1, 2.5)), { maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.boolean(), (drawn, isWeighted) => {
        const [a, b, c, w] = [0, 1, 2, 3].map((place) => Float64Array.from(drawn, (row) => row[place]));
        const weights = isWeighted ? w : null;
        const columns = named(a, b, c);
        expect(unfitNumbers(missingAnswers(columns, weights))).toEqual([]);
        expect(unfitNumbers(emMoments(columns, weights, 0.9))).toEqual([]);
        expect(unfitNumbers(littleTest(columns))).toEqual([]);
        expect(unfitNumbers(missingnessByMean(a, b, weights, 0.9))).toEqual([]);
        expect(unfitNumbers(neutralValueRule(a, 3, weights, 0.9))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("refuses infinite answers and a confidence that cannot be", () => {
    const x = Float64Array.of(1, 2, 3);
    expect(() => emMoments(named(x, Float64Array.of(1, 2, Number.POSITIVE_INFINITY)), null, 0.95)).toThrow(RangeError);
    expect(() => emMoments(named(x), null, 1)).toThrow(RangeError);
    expect(() => littleTest(named(x, x.slice(1)))).toThrow(RangeError);
  });
});
