import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { variant } from "../../test-support/variants.ts";
import { randomFromSeed } from "../random/xoshiro.ts";
import { jointCells } from "./joint-cells.ts";
import { calibrateToMargins, calibrateToTotals } from "./linear-calibration.ts";
import type { Margin } from "./margin.ts";
import { normalisedWeights } from "./normalisation.ts";
import { postStratify } from "./post-stratification.ts";
import { rake } from "./raking.ts";
import { trimWeights } from "./trimming.ts";
import { weightSummary } from "./weight-summary.ts";

/** Rows with a weight, a region of three and an age of two. */
const row = fc.record({
  weight: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 50, noNaN: true })),
  region: fc.integer({ min: -1, max: 2 }),
  age: fc.integer({ min: 0, max: 1 }),
});
const share = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 100 }));
const marginSample = fc.record({
  rows: fc.array(row, { maxLength: 16 }),
  regions: fc.tuple(share, share, share),
  ages: fc.tuple(share, share),
});

function sums(weights: Float64Array, { codes, targets }: Margin): number[] {
  return Array.from(targets, (_, category) =>
    weights.reduce((sum, weight, i) => sum + (codes[i] === category ? weight : 0), 0),
  );
}

function marginsOf(
  region: readonly number[],
  age: readonly number[],
  regions: readonly number[],
  ages: readonly number[],
): Margin[] {
  return [
    { name: "region", codes: Int32Array.from(region), targets: Float64Array.from(regions) },
    { name: "age", codes: Int32Array.from(age), targets: Float64Array.from(ages) },
  ];
}

const region = [0, 0, 1, 1, 2, 2, 0, 1];
const age = [0, 1, 0, 1, 0, 1, 1, 1];
const base = Float64Array.of(1, 2, 1, 0.5, 3, 1, 1, 2);
const margins = marginsOf(region, age, [50, 30, 20], [60, 40]);

describe("adjusted weights", () => {
  it("add up to every margin, raked, post-stratified or calibrated", () => {
    const raked = variant(rake(base, margins), "raked");
    const calibrated = variant(calibrateToMargins(base, margins), "calibrated");
    for (const margin of margins) {
      for (const weights of [raked.weights, calibrated.weights]) {
        sums(weights, margin).forEach((sum, category) => {
          expect(Math.abs(sum / margin.targets[category] - 1)).toBeLessThan(1e-11);
        });
      }
    }
    const poststratified = variant(postStratify(base, margins[0]), "post-stratified");
    expect(sums(poststratified.weights, margins[0]).map((sum) => Math.round(1e9 * sum) / 1e9)).toEqual([50, 30, 20]);
  });

  it("raked, have factors that multiply over the margins", () => {
    const { weights } = variant(rake(base, margins), "raked");
    const factor = weights.map((weight, i) => weight / base[i]);
    // Odds ratios of the factors are 1: rows 0, 1 (region 0) and 2, 3 (region 1), ages 0 and 1.
    expect((factor[0] * factor[3]) / (factor[1] * factor[2])).toBeCloseTo(1, 11);
  });

  it("do not depend on the scale of the weights, nor on the order of rows or margins", () => {
    const plain = variant(rake(base, margins), "raked").weights;
    const scaled = variant(
      rake(
        base.map((weight) => 1000 * weight),
        margins,
      ),
      "raked",
    ).weights;
    const reversed = variant(rake(base, [margins[1], margins[0]]), "raked").weights;
    const order = [3, 1, 7, 0, 2, 6, 4, 5];
    const shuffled = marginsOf(
      order.map((i) => region[i]),
      order.map((i) => age[i]),
      [50, 30, 20],
      [60, 40],
    );
    const turned = variant(
      rake(
        Float64Array.from(order, (i) => base[i]),
        shuffled,
      ),
      "raked",
    ).weights;
    plain.forEach((weight, i) => {
      expect(scaled[i]).toBeCloseTo(weight, 9);
      expect(reversed[i]).toBeCloseTo(weight, 9);
      expect(turned[order.indexOf(i)]).toBeCloseTo(weight, 9);
    });
  });

  it("stay as they are where the margins already hold", () => {
    const held = margins.map((margin) => ({ ...margin, targets: Float64Array.from(sums(base, margin)) }));
    const raked = variant(rake(base, held), "raked");
    expect(raked.iterations).toBe(1);
    raked.weights.forEach((weight, i) => {
      expect(weight).toBeCloseTo(base[i], 12);
    });
    const calibrated = variant(calibrateToMargins(base, held), "calibrated").weights;
    calibrated.forEach((weight, i) => {
      expect(weight).toBeCloseTo(base[i], 12);
    });
  });

  it("calibrate to amounts, and count the weights that had to turn negative", () => {
    const turnover = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8);
    const total = (to: number) => ({ name: "turnover", values: turnover, total: to });
    const found = variant(
      calibrateToTotals(base, [{ name: "n", values: new Float64Array(8).fill(1), total: 20 }, total(100)]),
      "calibrated",
    );
    expect(found.weights.reduce((sum, weight, i) => sum + weight * turnover[i], 0)).toBeCloseTo(100, 10);
    const far = calibrateToTotals(base, [{ name: "n", values: new Float64Array(8).fill(1), total: 20 }, total(10)]);
    expect(variant(far, "calibrated").negative).toBeGreaterThan(0);
  });

  it("say why margins cannot be met", () => {
    const [regions, ages] = margins;
    const change = (margin: Margin, ...targets: number[]): Margin => ({
      ...margin,
      targets: Float64Array.from(targets),
    });
    expect(rake(base, [regions, change(ages, 60, 50)])).toEqual({
      kind: "margins-disagree",
      totals: [
        { margin: "region", total: 100 },
        { margin: "age", total: 110 },
      ],
    });
    expect(rake(base, [change(regions, 40, 30, 20, 10), ages])).toEqual({
      kind: "empty-category",
      margin: "region",
      category: 3,
    });
    expect(rake(base, [change(regions, 80, 0, 20), ages])).toEqual({
      kind: "category-without-population",
      margin: "region",
      category: 1,
      n: 3,
    });
    const unknown = { ...ages, codes: Int32Array.of(0, 1, -1, 1, 0, 1, -1, 1) };
    expect(rake(base, [regions, unknown])).toEqual({ kind: "unknown-category", margin: "age", n: 2 });
  });

  it("say where raking stands still: a cell that only one margin can fill", () => {
    // Region 0 is all young and has 50, the young are 40 in all.
    const stuck = marginsOf([0, 0, 1, 1], [0, 0, 1, 1], [50, 50], [40, 60]);
    const found = rake(new Float64Array(4).fill(1), stuck, { maximumIterations: 50, tolerance: 1e-10 });
    const { worst, iterations } = variant(found, "not-converged");
    expect(iterations).toBe(50);
    expect(worst).toMatchObject({ margin: "region", target: 50 });
    expect([40, 60]).toContain(Math.round(worst.reached));
    expect(calibrateToMargins(new Float64Array(4).fill(1), stuck)).toEqual({ kind: "singular", names: ["age 1"] });
  });

  it("keep their sum within the bounds when trimmed", () => {
    const weights = fc.array(fc.double({ min: 0.01, max: 20, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        weights,
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        fc.double({ min: 1.001, max: 4, noNaN: true }),
        (given, low, high) => {
          const before = Float64Array.from(given);
          const sum = given.reduce((total, weight) => total + weight, 0);
          const mean = sum / given.length;
          const { weights: after, trimmed } = variant(trimWeights(before, low * mean, high * mean), "trimmed");
          expect(after.every((weight) => weight >= low * mean && weight <= high * mean)).toBe(true);
          expect(Math.abs(after.reduce((total, weight) => total + weight, 0) / sum - 1)).toBeLessThan(1e-12);
          expect(trimmed).toBe(given.filter((weight) => weight < low * mean || weight > high * mean).length);
          if (trimmed === 0) expect([...after]).toEqual(given);
        },
      ),
    );
  });

  it("cannot be trimmed to bounds that leave out their mean", () => {
    expect(trimWeights(Float64Array.of(1, 3), 2.5, 4)).toEqual({
      kind: "bounds-too-narrow",
      mean: 2,
      lower: 2.5,
      upper: 4,
    });
  });

  it("have the summary of Kish", () => {
    // n Σw²/(Σw)² = 4 · 15/49, Σw = 7
    const found = variant(weightSummary(Float64Array.of(1, 1, 2, 3, 0)), "summarised");
    expect(found).toMatchObject({ n: 4, sum: 7, minimum: 1, maximum: 3, mean: 1.75 });
    expect(found.designEffect).toBeCloseTo(60 / 49, 14);
    expect(found.effectiveN).toBeCloseTo(49 / 15, 14);
    expect(found.coefficientOfVariation).toBeCloseTo(Math.sqrt(11 / 49), 14);
    expect(
      [...(normalisedWeights(Float64Array.of(1, 1, 2, 3, 0), 2) ?? [])].reduce((sum, weight) => sum + weight, 0),
    ).toBeCloseTo(8, 14);
  });

  it("are summarised alike in units of any size", () => {
    const weights = Float64Array.of(1, 1, 2, 3, 0);
    const own = variant(weightSummary(weights), "summarised");
    for (const unit of [1e200, 1e-200, 4e306]) {
      const found = variant(weightSummary(weights.map((weight) => weight * unit)), "summarised");
      expect(unfitNumbers(found)).toEqual([]);
      expect(found.effectiveN).toBeCloseTo(own.effectiveN, 9);
      expect(found.designEffect).toBeCloseTo(own.designEffect, 9);
      expect(found.mean / unit).toBeCloseTo(1.75, 9);
      // Σw² is beyond, or below, what numbers hold.
      expect(found.sumOfSquares).toBe(unit > 1 ? null : 0);
    }
    expect(() => weightSummary(Float64Array.of(1.5e308, 1.5e308))).toThrow(RangeError);
  });

  it("are fit to be shown, or a variant, for data of every kind", () => {
    fc.assert(
      fc.property(marginSample, ({ rows, regions, ages }) => {
        const weights = Float64Array.from(rows, ({ weight }) => weight);
        const given = marginsOf(
          rows.map((each) => each.region),
          rows.map((each) => each.age),
          regions,
          ages,
        );
        if (!given.every(({ targets }) => targets.some((target) => target > 0))) return;
        const limits = { maximumIterations: 60, tolerance: 1e-9 };
        const results = [
          rake(weights, given, limits),
          postStratify(weights, given[0]),
          calibrateToMargins(weights, given),
          trimWeights(weights, 0.5, 2),
          weightSummary(weights),
          normalisedWeights(weights),
        ];
        expect(unfitNumbers(results)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("come from the combinations of categories that occur", () => {
    const joint = jointCells([Int32Array.of(2, 0, 2, -1), Int32Array.of(1, 0, 1, 1)], 4);
    expect([...joint.cellOf]).toEqual([0, 1, 0, -1]);
    expect(joint.categoryOf.map((categories) => [...categories])).toEqual([
      [2, 0],
      [1, 0],
    ]);
    // Too many combinations for a table: codes far apart.
    const far = jointCells([Int32Array.of(0, 1, 0), Int32Array.of(5_000_000, 0, 5_000_000)], 3);
    expect([...far.cellOf]).toEqual([0, 1, 0]);
  });

  it("refuse what a caller should not ask", () => {
    const faults: (() => unknown)[] = [
      () => rake(base, []),
      () =>
        rake(
          base.map((weight) => -weight),
          margins,
        ),
      () => rake(Float64Array.of(1), margins),
      () => rake(base, [{ ...margins[0], targets: Float64Array.of(1, 2) }]),
      () => rake(base, [{ ...margins[0], targets: Float64Array.of(1, -2, 3) }]),
      () => rake(base, [{ ...margins[0], targets: new Float64Array(3) }]),
      () => rake(base, margins, { maximumIterations: 0, tolerance: 1e-9 }),
      () => calibrateToTotals(base, []),
      () => calibrateToTotals(base, [{ name: "x", values: Float64Array.of(1), total: 3 }]),
      () => calibrateToTotals(base, [{ name: "x", values: base.map(() => Number.NaN), total: 3 }]),
      () => trimWeights(base, 2, 1),
      () => weightSummary(Float64Array.of(Number.NaN)),
      () => normalisedWeights(base, 0),
    ];
    for (const fault of faults) expect(fault).toThrow(RangeError);
  });

  it("rake 100,000 rows on four margins in a moment", () => {
    const random = randomFromSeed(5);
    const rows = 100_000;
    const weights = Float64Array.from({ length: rows }, () => 0.5 + random.nextUnit());
    const sizes = [5, 4, 6, 2];
    const many = sizes.map((size, place): Margin => {
      const targets = Float64Array.from({ length: size }, (_, category) => 1 + ((category * (place + 2)) % 5));
      const total = targets.reduce((sum, target) => sum + target, 0);
      const codes = Int32Array.from({ length: rows }, () => Math.floor(size * random.nextUnit() ** 1.3));
      return { name: `margin ${place}`, codes, targets: targets.map((target) => (1e6 * target) / total) };
    });
    rake(weights, many);
    const start = performance.now();
    const found = variant(rake(weights, many), "raked");
    expect(performance.now() - start).toBeLessThan(500);
    expect(found.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1e6, 4);
  });
});
