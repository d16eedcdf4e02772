import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { estimated, variant } from "../../test-support/variants.ts";
import { normalQuantile } from "../distribution/normal.ts";
import { type Moments, momentsOf } from "../moments/moments.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { cronbachAlpha } from "./cronbach-alpha.ts";
import { guttmanLambda6 } from "./guttman-lambda6.ts";
import { itemAnalysis } from "./item-analysis.ts";
import { averageVarianceExtracted, compositeReliability, omegaTotal } from "./omega.ts";
import { oneFactorModel } from "./one-factor.ts";
import { samplingAdequacy, sphericityTest } from "./sampling-adequacy.ts";
import { oddItems, splitHalf } from "./split-half.ts";

function normal(random: Random): number {
  return normalQuantile(random.nextUnit() || 0.5);
}

/** Items λ f + √(1 − λ²) e. */
function items(random: Random, n: number, loadings: readonly number[]): Float64Array[] {
  const factor = Float64Array.from({ length: n }, () => normal(random));
  return loadings.map((loading) => factor.map((f) => loading * f + Math.sqrt(1 - loading ** 2) * normal(random)));
}

function moments(columns: readonly Float64Array[], weights: Float64Array | null = null): Moments {
  return momentsOf({ variables: columns.map((_, j) => `v${j}`), columns }, weights);
}

/** Moments whose correlations are exactly these; n decides only errors. */
function exactMoments(correlation: readonly (readonly number[])[], n: number): Moments {
  return {
    variables: correlation.map((_, j) => `v${j}`),
    n,
    weight: n,
    squaredWeight: n,
    means: new Float64Array(correlation.length),
    crossProducts: Float64Array.from(correlation.flat(), (r) => r * n),
  };
}

const oneFactorCorrelations = (loadings: readonly number[]) =>
  loadings.map((a, i) => loadings.map((b, j) => (i === j ? 1 : a * b)));

const columns = items(randomFromSeed(5), 60, [0.8, 0.7, 0.6, 0.5]);
const everyMeasure = [
  (m: Moments) => cronbachAlpha(m, 0.95),
  (m: Moments) => guttmanLambda6(m),
  (m: Moments) => itemAnalysis(m),
  (m: Moments) => splitHalf(m, oddItems(m.variables.length), 0.95),
  (m: Moments) => oneFactorModel(m),
  (m: Moments) => samplingAdequacy(m),
  (m: Moments) => sphericityTest(m),
];

describe("reliability of items with known correlations", () => {
  const loadings = [0.8, 0.7, 0.6, 0.5];
  const known = exactMoments(oneFactorCorrelations(loadings), 400);

  it("follows from the loadings: ω, composite reliability and AVE", () => {
    const model = estimated(oneFactorModel(known));
    const sum = loadings.reduce((total, loading) => total + loading, 0);
    const unique = loadings.reduce((total, loading) => total + 1 - loading ** 2, 0);
    for (const [i, loading] of loadings.entries()) expect(model.loadings[i]).toBeCloseTo(loading, 10);
    expect(model.chiSquare).toBeCloseTo(0, 9);
    expect(model).toMatchObject({ converged: true, improper: [], degreesOfFreedom: 2 });
    expect(estimated(omegaTotal(model, 0.95)).value).toBeCloseTo(sum ** 2 / (sum ** 2 + unique), 10);
    expect(estimated(compositeReliability(model, 0.95)).value).toBeCloseTo(sum ** 2 / (sum ** 2 + unique), 10);
    const ave = loadings.reduce((total, loading) => total + loading ** 2, 0) / 4;
    expect(estimated(averageVarianceExtracted(model, 0.95)).value).toBeCloseTo(ave, 10);
  });

  it("of parallel items is Spearman and Brown's formula in every measure", () => {
    const parallel = exactMoments(oneFactorCorrelations([0.7, 0.7, 0.7, 0.7]), 400);
    const expected = (4 * 0.49) / (1 + 3 * 0.49);
    expect(estimated(cronbachAlpha(parallel, 0.95)).value).toBeCloseTo(expected, 12);
    expect(estimated(cronbachAlpha(parallel, 0.95)).standardised).toBeCloseTo(expected, 12);
    expect(estimated(splitHalf(parallel, oddItems(4), 0.95)).value).toBeCloseTo(expected, 12);
    expect(estimated(omegaTotal(estimated(oneFactorModel(parallel)), 0.95)).value).toBeCloseTo(expected, 10);
    const analysis = estimated(itemAnalysis(parallel)).items[0];
    expect(analysis.alphaIfDeleted).toBeCloseTo((3 * 0.49) / (1 + 2 * 0.49), 12);
    expect(analysis.correctedItemTotal).toBeCloseTo((3 * 0.49) / Math.sqrt(3 + 6 * 0.49), 12);
    expect(estimated(guttmanLambda6(parallel)).value).toBeLessThan(expected);
  });

  it("has loadings in closed form with three items, improper ones named", () => {
    const correlation = [
      [1, 0.6, 0.5],
      [0.6, 1, 0.2],
      [0.5, 0.2, 1],
    ];
    const model = estimated(oneFactorModel(exactMoments(correlation, 300)));
    expect(model.standardisedLoadings[1]).toBeCloseTo(Math.sqrt((0.6 * 0.2) / 0.5), 8);
    expect(model.uniquenesses[0]).toBeCloseTo(1 - (0.6 * 0.5) / 0.2, 8);
    expect(model.improper).toEqual(["v0"]);
    expect(model.pValue).toBeNull();
    expect(unfitNumbers(model)).toEqual([]);
    for (const measure of [omegaTotal, compositeReliability, averageVarianceExtracted]) {
      expect(measure(model, 0.95)).toEqual({ kind: "improper", items: ["v0"] });
    }
  });

  it("finds no factor where the signs of three correlations contradict each other, or there are none", () => {
    const contradicting = [
      [1, 0.3, 0.3],
      [0.3, 1, -0.3],
      [0.3, -0.3, 1],
    ];
    expect(oneFactorModel(exactMoments(contradicting, 300))).toEqual({ kind: "not-converged", iterations: 200 });
    const nothing = exactMoments(oneFactorCorrelations([0, 0, 0, 0]), 300);
    expect(oneFactorModel(nothing)).toEqual({ kind: "not-identified" });
    expect(samplingAdequacy(nothing)).toEqual({ kind: "uncorrelated" });
  });

  it("measures adequacy and sphericity of two items by their r alone", () => {
    const pair = exactMoments(oneFactorCorrelations([0.6, 0.5]), 100);
    expect(estimated(samplingAdequacy(pair)).overall).toBeCloseTo(0.5, 12);
    const test = variant(sphericityTest(pair), "tested");
    expect(test.chiSquare).toBeCloseTo(-(99 - 9 / 6) * Math.log(1 - 0.09), 10);
    expect(test.degreesOfFreedom).toBe(1);
  });
});

describe("every measure of reliability", () => {
  it("is the same in other units, orders and with equal weights", () => {
    const own = moments(columns);
    const scaled = moments(columns.map((column) => column.map((value) => 50 + 10 * value)));
    const weighted = moments(columns, new Float64Array(60).fill(4));
    for (const changed of [scaled, weighted]) {
      expect(estimated(cronbachAlpha(changed, 0.95)).interval.lower).toBeCloseTo(
        estimated(cronbachAlpha(own, 0.95)).interval.lower,
        9,
      );
      expect(estimated(guttmanLambda6(changed)).value).toBeCloseTo(estimated(guttmanLambda6(own)).value, 10);
      expect(estimated(splitHalf(changed, [0, 3], 0.95)).value).toBeCloseTo(
        estimated(splitHalf(own, [1, 2], 0.95)).value,
        10,
      );
      const [a, b] = [estimated(oneFactorModel(own)), estimated(oneFactorModel(changed))];
      expect(estimated(omegaTotal(b, 0.95)).value).toBeCloseTo(estimated(omegaTotal(a, 0.95)).value, 9);
      expect(estimated(omegaTotal(b, 0.95)).standardError).toBeCloseTo(estimated(omegaTotal(a, 0.95)).standardError, 9);
      expect(variant(sphericityTest(changed), "tested").chiSquare).toBeCloseTo(
        variant(sphericityTest(own), "tested").chiSquare,
        7,
      );
    }
  });

  it("counts a weight of 2 as two rows in its value, and its effective n in the error", () => {
    const weights = Float64Array.from({ length: 60 }, (_, row) => (row < 10 ? 2 : 1));
    const doubled = columns.map((column) => Float64Array.of(...column, ...column.subarray(0, 10)));
    const [weighted, rows] = [
      estimated(cronbachAlpha(moments(columns, weights), 0.95)),
      cronbachAlpha(moments(doubled), 0.95),
    ];
    expect(weighted.value).toBeCloseTo(estimated(rows).value, 12);
    expect(weighted.effectiveN).toBeCloseTo(70 ** 2 / (50 + 40), 10);
    expect(weighted.standardError / estimated(rows).standardError).toBeCloseTo(Math.sqrt(70 / weighted.effectiveN), 10);
    const a = estimated(oneFactorModel(moments(columns, weights)));
    expect(estimated(omegaTotal(a, 0.95)).value).toBeCloseTo(
      estimated(omegaTotal(estimated(oneFactorModel(moments(doubled))), 0.95)).value,
      8,
    );
  });

  it("turns a negative item's correlation and lowers α until it is reversed", () => {
    const worded = [columns[0], columns[1].map((value) => -value), columns[2], columns[3]];
    const analysis = estimated(itemAnalysis(moments(worded))).items;
    expect(analysis[1].correctedItemTotal).toBeLessThan(0);
    expect(analysis[1].alphaIfDeleted).toBeGreaterThan(estimated(cronbachAlpha(moments(worded), 0.95)).value);
    const signs = estimated(oneFactorModel(moments(worded))).loadings.map(Math.sign);
    expect([...signs]).toEqual([1, -1, 1, 1]);
  });

  it("names constant items and combinations, and asks for rows", () => {
    const constant = [...columns, columns[0].map(() => 3)];
    for (const measure of everyMeasure) {
      expect(measure(moments(constant))).toEqual({ kind: "constant-variables", variables: ["v4"] });
      expect(measure(moments(columns.map((column) => column.slice(0, 1)))).kind).toBe("too-few-answers");
      expect(() => measure(moments(columns.slice(0, 1)))).toThrow(RangeError);
    }
    const combined = moments([...columns, columns[0].map((value, row) => value - columns[1][row])]);
    for (const measure of [guttmanLambda6, oneFactorModel, samplingAdequacy, sphericityTest]) {
      expect(measure(combined)).toEqual({ kind: "singular", variables: ["v4"] });
    }
    expect(oneFactorModel(moments(columns.slice(0, 2)))).toEqual({ kind: "not-identified" });
  });

  it("says so where items cancel each other", () => {
    const opposed = moments([columns[0], columns[0].map((value) => -value)]);
    expect(cronbachAlpha(opposed, 0.95)).toEqual({ kind: "constant-sum" });
    // α of two rows is 1, and Feldt's interval then a point, or far below 0.
    const two = moments([Float64Array.of(1, 2), Float64Array.of(3, 4)]);
    expect(cronbachAlpha(two, 0.95)).toEqual({ kind: "too-few-answers", n: 2, required: 3 });
    expect(splitHalf(opposed, [0], 0.95)).toEqual({ kind: "opposite-halves" });
    const cancelling = moments([columns[0], columns[1], columns[0].map((value) => -value)]);
    expect(splitHalf(cancelling, [0, 2], 0.95)).toEqual({ kind: "constant-half" });
    expect(estimated(itemAnalysis(cancelling)).items[1]).toMatchObject({
      correctedItemTotal: null,
      alphaIfDeleted: null,
    });
  });

  it("is a variant or all numbers for any data", () => {
    const answer = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(Number.NaN), fc.constant(1));
    const rows = fc.array(fc.tuple(answer, answer, answer, answer, fc.constantFrom(0, 1, 1, 0.3)), { maxLength: 14 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 2, max: 4 }), fc.boolean(), (drawn, size, isWeighted) => {
        const column = (place: number) => Float64Array.from(drawn, (row) => row[place]);
        const own = moments(
          Array.from({ length: size }, (_, place) => column(place)),
          isWeighted ? column(4) : null,
        );
        for (const measure of everyMeasure) expect(unfitNumbers(measure(own))).toEqual([]);
        const model = oneFactorModel(own);
        if (model.kind !== "estimated") return;
        for (const measure of [omegaTotal, compositeReliability, averageVarianceExtracted]) {
          expect(unfitNumbers(measure(model, 0.9))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("refuses a confidence or halves that cannot be", () => {
    expect(() => cronbachAlpha(moments(columns), 1)).toThrow(RangeError);
    expect(() => splitHalf(moments(columns), [0, 1], 0)).toThrow(RangeError);
    expect(() => splitHalf(moments(columns), [], 0.95)).toThrow(RangeError);
    expect(() => splitHalf(moments(columns), [0, 0, 1], 0.95)).toThrow(RangeError);
    expect(() => splitHalf(moments(columns), [0, 1, 2, 3], 0.95)).toThrow(RangeError);
    expect(() => omegaTotal(estimated(oneFactorModel(moments(columns))), 2)).toThrow(RangeError);
  });
});

describe("intervals of reliability", () => {
  it("cover it as often as they say: Feldt, ω and the split half of parallel items", () => {
    const random = randomFromSeed(91);
    const runs = 600;
    const loadings = [0.7, 0.7, 0.7, 0.7];
    const truth = (4 * 0.49) / (1 + 3 * 0.49);
    const covered = { alpha: 0, omega: 0, half: 0, ave: 0 };
    for (let run = 0; run < runs; run++) {
      const own = moments(items(random, 80, loadings));
      const model = estimated(oneFactorModel(own));
      const intervals = {
        alpha: estimated(cronbachAlpha(own, 0.9)).interval,
        omega: estimated(omegaTotal(model, 0.9)).interval,
        half: estimated(splitHalf(own, oddItems(4), 0.9)).interval,
      };
      for (const kind of ["alpha", "omega", "half"] as const) {
        if (intervals[kind].lower <= truth && truth <= intervals[kind].upper) covered[kind] += 1 / runs;
      }
      const ave = estimated(averageVarianceExtracted(model, 0.9)).interval;
      if (ave.lower <= 0.49 && 0.49 <= ave.upper) covered.ave += 1 / runs;
    }
    const tolerance = 4 * Math.sqrt((0.1 * 0.9) / runs);
    for (const share of Object.values(covered)) expect(Math.abs(share - 0.9)).toBeLessThan(tolerance);
  });

  it("of α cover it with case weights too, at the effective n", () => {
    const random = randomFromSeed(92);
    const runs = 600;
    const truth = (4 * 0.49) / (1 + 3 * 0.49);
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const weights = Float64Array.from({ length: 120 }, () => (random.nextUnit() < 0.3 ? 2 : 0.5));
      const { interval } = estimated(cronbachAlpha(moments(items(random, 120, [0.7, 0.7, 0.7, 0.7]), weights), 0.9));
      if (interval.lower <= truth && truth <= interval.upper) covered += 1 / runs;
    }
    expect(Math.abs(covered - 0.9)).toBeLessThan(4 * Math.sqrt((0.1 * 0.9) / runs));
  });

  it("go with standard errors that are the spread of the estimates", () => {
    const random = randomFromSeed(93);
    const runs = 500;
    const found = Array.from({ length: runs }, () => {
      const own = moments(items(random, 150, [0.8, 0.7, 0.6, 0.5]));
      return {
        alpha: estimated(cronbachAlpha(own, 0.95)),
        omega: estimated(omegaTotal(estimated(oneFactorModel(own)), 0.95)),
      };
    });
    for (const kind of ["alpha", "omega"] as const) {
      const mean = found.reduce((sum, each) => sum + each[kind].value, 0) / runs;
      const spread = Math.sqrt(found.reduce((sum, each) => sum + (each[kind].value - mean) ** 2, 0) / (runs - 1));
      const error = found.reduce((sum, each) => sum + each[kind].standardError, 0) / runs;
      // A standard deviation of 500 has a relative error of 1/√1000.
      expect(Math.abs(error / spread - 1)).toBeLessThan(4 / Math.sqrt(2 * runs));
    }
  });

  it("belong to tests that reject nothing to reject as often as they say: Bartlett's, and the fit of one factor", () => {
    const random = randomFromSeed(94);
    const runs = 600;
    const rejected = { sphericity: 0, fit: 0 };
    for (let run = 0; run < runs; run++) {
      const nothing = moments(items(random, 60, [0, 0, 0, 0]));
      if (variant(sphericityTest(nothing), "tested").pValue < 0.05) rejected.sphericity += 1 / runs;
      const { pValue } = estimated(oneFactorModel(moments(items(random, 300, [0.8, 0.7, 0.6, 0.7]))));
      if (pValue !== null && pValue < 0.05) rejected.fit += 1 / runs;
    }
    for (const share of Object.values(rejected)) {
      expect(Math.abs(share - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / runs));
    }
  });
});

it("weights decide by their proportions, whatever they add up to", () => {
  const weights = columns[0].map((_, row) => (row % 2 === 0 ? 0.25 : 1.75));
  const [usual, doubled] = [weights, weights.map((weight) => 2 * weight)].map((each) => moments(columns, each));
  const [one, other] = [usual, doubled].map((each) => estimated(oneFactorModel(each)));
  expect(usual.weight).toBe(usual.n);
  expect(one.chiSquare).toBeCloseTo(other.chiSquare, 9);
  const [first, second] = [usual, doubled].map((each) => estimated(itemAnalysis(each)));
  expect(first.items[0].standardDeviation).toBeCloseTo(second.items[0].standardDeviation, 9);
});
