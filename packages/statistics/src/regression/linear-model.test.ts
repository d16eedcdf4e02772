/** Golden values: golden/second/expected/survey_regression.json (ols), through reference/families/regression. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { normal, randomRows, simulatedTerms, within } from "../../test-support/random-terms.ts";
import { estimated, variant } from "../../test-support/variants.ts";
import { randomFromSeed } from "../random/xoshiro.ts";
import { linearModel } from "./linear-model.ts";
import { categoricalTerm, type Term } from "./terms.ts";

const x = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8);
const y = Float64Array.of(2.1, 1.9, 3.8, 4.4, 4.6, 6.5, 6.6, 8.4);
const numeric = (values: Float64Array, name = "x"): Term => ({ kind: "numeric", name, values });
const segments = categoricalTerm("segment", ["SMB", "Retail", "Retail", "SMB", "SMB", "Retail", "SMB", "Retail"]);

describe("least squares", () => {
  it("says what the normal equations of one predictor say", () => {
    const found = estimated(linearModel(y, [numeric(x)], null, 0.95));
    const [intercept, slope] = found.coefficients;
    expect(slope.value).toBeCloseTo(37.95 / 42, 12);
    expect(intercept.value).toBeCloseTo(38.3 / 8 - (4.5 * 37.95) / 42, 12);
    const rest = y.map((value, k) => value - intercept.value - slope.value * x[k]);
    const squares = rest.reduce((sum, each) => sum + each * each, 0);
    expect(slope.standardError).toBeCloseTo(Math.sqrt(squares / 6 / 42), 12);
    expect(slope.interval.upper - slope.value).toBeCloseTo(2.446911851144969 * slope.standardError, 10);
    expect(found.fTest.statistic).toBeCloseTo((slope.statistic ?? 0) ** 2, 9);
    expect(found.fTest.pValue).toBeCloseTo(slope.pValue ?? 1, 12);
  });

  it("takes the first level in alphabetical order for the reference, and names a coefficient by term and level", () => {
    const found = estimated(linearModel(y, [numeric(x), segments], null, 0.95));
    expect(found.coefficients.map(({ variable, term, level }) => [variable, term, level])).toEqual([
      ["(Intercept)", "(Intercept)", null],
      ["x", "x", null],
      ["segmentSMB", "segment", "SMB"],
    ]);
  });

  it("does not depend on the order of rows or on units, and follows a shift of a predictor with its intercept", () => {
    const own = estimated(linearModel(y, [numeric(x), segments], null, 0.95));
    const moved = estimated(linearModel(y, [numeric(x.map((value) => 1000 + value / 10)), segments], null, 0.95));
    expect(moved.coefficients[1].value).toBeCloseTo(10 * own.coefficients[1].value, 8);
    expect(moved.coefficients[2].standardError).toBeCloseTo(own.coefficients[2].standardError, 8);
    expect(moved.rSquared).toBeCloseTo(own.rSquared, 9);
    if (segments.kind !== "categorical") throw new Error("not categorical");
    const turned = [numeric(x.toReversed()), { ...segments, codes: segments.codes.toReversed() }];
    const reversed = estimated(linearModel(y.toReversed(), turned, null, 0.95));
    expect(reversed.aic).toBeCloseTo(own.aic, 9);
    expect(reversed.durbinWatson).toBeCloseTo(own.durbinWatson, 9);
    expect(estimated(reversed.robust).coefficients[1].standardError).toBeCloseTo(
      estimated(own.robust).coefficients[1].standardError,
      10,
    );
  });

  it("with precisions: equal ones change nothing, one of 2 has the coefficients of the row twice", () => {
    const own = estimated(linearModel(y, [numeric(x)], null, 0.95));
    const equal = estimated(linearModel(y, [numeric(x)], new Float64Array(8).fill(3), 0.95));
    expect(equal.coefficients[1].standardError).toBeCloseTo(own.coefficients[1].standardError, 12);
    expect(equal.effectiveN).toBeCloseTo(8, 12);
    const doubled = estimated(linearModel(y, [numeric(x)], Float64Array.of(2, 1, 1, 1, 1, 1, 1, 1), 0.95));
    const twice = estimated(linearModel(Float64Array.of(2.1, ...y), [numeric(Float64Array.of(1, ...x))], null, 0.95));
    expect(doubled.coefficients[1].value).toBeCloseTo(twice.coefficients[1].value, 12);
    expect(doubled.degreesOfFreedom).toBe(6);
    expect(twice.degreesOfFreedom).toBe(7);
  });

  it("gives fit numbers or a variant on any small data", () => {
    fc.assert(
      fc.property(randomRows, ({ ratings, terms, weights }) => {
        for (const own of [null, weights]) expect(unfitNumbers(linearModel(ratings, terms, own, 0.9))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("names what is missing", () => {
    const none = new Float64Array(8).fill(Number.NaN);
    expect(linearModel(none, [numeric(x)], null, 0.95)).toEqual({ kind: "too-few-answers", n: 0, required: 3 });
    expect(linearModel(new Float64Array(8).fill(4), [numeric(x)], null, 0.95)).toEqual({ kind: "no-variation", n: 8 });
    expect(linearModel(x, [numeric(x)], null, 0.95)).toEqual({ kind: "exact-fit", n: 8 });
    const twins = [
      numeric(x),
      numeric(
        x.map((value) => 2 * value + 1),
        "twin",
      ),
    ];
    expect(linearModel(y, twins, null, 0.95)).toEqual({ kind: "singular", variables: ["twin"] });
    const one = categoricalTerm("region", Array(8).fill("North"));
    expect(linearModel(y, [numeric(x), one], null, 0.95)).toEqual({ kind: "singular", variables: ["region"] });
    const single = categoricalTerm("region", ["South", ...Array(7).fill("North")]);
    const found = estimated(linearModel(y, [numeric(x), single], null, 0.95));
    expect(variant(found.robust, "full-leverage").rows).toBe(1);
  });

  it("refuses what a caller should not ask", () => {
    expect(() => linearModel(y, [], null, 0.95)).toThrow(RangeError);
    expect(() => linearModel(y, [numeric(x)], null, 1)).toThrow(RangeError);
    expect(() => linearModel(y, [numeric(x.subarray(1))], null, 0.95)).toThrow(RangeError);
    expect(() => linearModel(y, [numeric(x)], new Float64Array(8).fill(-1), 0.95)).toThrow(RangeError);
    expect(() =>
      linearModel(Float64Array.of(...y.subarray(1), Number.POSITIVE_INFINITY), [numeric(x)], null, 0.95),
    ).toThrow(RangeError);
    const odd: Term = { kind: "categorical", name: "g", codes: new Int32Array(8).fill(3), levels: ["a"] };
    expect(() => linearModel(y, [odd], null, 0.95)).toThrow(RangeError);
  });

  it("covers with HC3 where a small group spreads more, and not without", () => {
    const random = randomFromSeed(20261);
    const runs = 600;
    let [robust, plain] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const { codes, terms } = simulatedTerms(random, 150);
      const outcome = Float64Array.from(codes, (code) => 3 + (code === 1 ? 3 : 0.7) * normal(random));
      const found = estimated(linearModel(outcome, terms, null, 0.9));
      const holds = ({ lower, upper }: { readonly lower: number; readonly upper: number }) =>
        Number(lower <= 0 && upper >= 0);
      plain += holds(found.coefficients[2].interval);
      robust += holds(estimated(found.robust).coefficients[2].interval);
    }
    // HC3 is known to be a little short with a group of twenty: 2 points are allowed beside the binomial error.
    expect(Math.abs(robust / runs - 0.9)).toBeLessThan(within(0.9, runs) + 0.02);
    expect(plain / runs).toBeLessThan(0.75);
  });
});
