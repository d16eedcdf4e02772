import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimated, variant } from "../../test-support/variants.ts";
import { type Moments, momentsOf } from "../moments/moments.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import { bootstrapJohnson, bootstrapLmg, bootstrapLmgAndJohnson } from "./driver-intervals.ts";
import { firstLastPratt } from "./first-last-pratt.ts";
import { johnsonRelativeWeights } from "./johnson.ts";
import { linearRegression } from "./linear-regression.ts";
import { exactLimit, lmg } from "./lmg.ts";
import { partialCorrelations } from "./partial-correlation.ts";

const everyMeasure = [linearRegression, lmg, johnsonRelativeWeights, firstLastPratt, partialCorrelations];

/** Correlated ratings; the first column is the outcome. */
function survey(predictors: number, n: number, random: Random): Float64Array[] {
  const mood = Float64Array.from({ length: n }, random.nextUnit);
  const items = Array.from({ length: predictors }, () =>
    mood.map((unit) => Math.floor(5 * (0.4 * unit + 0.6 * random.nextUnit()))),
  );
  const outcome = mood.map((_, row) =>
    items.reduce((sum, item, j) => sum + item[row] / (j + 1), 4 * random.nextUnit()),
  );
  return [outcome, ...items];
}

function momentsFrom(columns: readonly Float64Array[], weights: Float64Array | null = null): Moments {
  return momentsOf({ variables: columns.map((_, index) => `v${index}`), columns }, weights);
}

describe("shares of R²", () => {
  it("are not negative and add up to R², for any seed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), fc.integer({ min: 1, max: 6 }), (seed, predictors) => {
        const moments = momentsFrom(survey(predictors, 40, randomFromSeed(seed)));
        const { rSquared } = estimated(linearRegression(moments, 0));
        for (const result of [lmg(moments, 0), johnsonRelativeWeights(moments, 0)]) {
          const { raw, shares } = estimated(result);
          expect(raw.reduce((sum, value) => sum + value, 0)).toBeCloseTo(rSquared, 10);
          expect(shares.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 10);
          expect(Math.min(...raw)).toBeGreaterThanOrEqual(-1e-12);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("take a case weight of two as the row twice, and equal weights as none", () => {
    const columns = survey(4, 50, randomFromSeed(9));
    const weights = columns[0].map((_, row) => 1 + (row % 2));
    const repeated = columns.map((column) =>
      Float64Array.from([...column].flatMap((value, row) => (row % 2 ? [value, value] : [value]))),
    );
    for (const measure of [lmg, johnsonRelativeWeights]) {
      const weighted = estimated(measure(momentsFrom(columns, weights), 0)).shares;
      const twice = estimated(measure(momentsFrom(repeated), 0)).shares;
      const equal = estimated(
        measure(
          momentsFrom(
            columns,
            columns[0].map(() => 0.7),
          ),
          0,
        ),
      ).shares;
      const plain = estimated(measure(momentsFrom(columns), 0)).shares;
      weighted.forEach((share, j) => {
        expect(share).toBeCloseTo(twice[j], 12);
        expect(equal[j]).toBeCloseTo(plain[j], 12);
        expect(Math.abs(share - plain[j])).toBeGreaterThan(1e-4);
      });
    }
  });

  it("stay with their predictor when predictors change places and units", () => {
    const [outcome, ...items] = survey(5, 60, randomFromSeed(2));
    const own = momentsFrom([outcome, ...items]);
    const turned = momentsFrom([outcome, ...items.toReversed().map((item) => item.map((value) => 100 - 7 * value))]);
    for (const measure of [lmg, johnsonRelativeWeights]) {
      const [a, b] = [estimated(measure(own, 0)).raw, estimated(measure(turned, 0)).raw.toReversed()];
      for (const [j, value] of a.entries()) expect(b[j]).toBeCloseTo(value, 11);
    }
  });

  it("are r² where predictors are independent of each other", () => {
    const design = [
      [1, 1, 1, 1, -1, -1, -1, -1],
      [1, 1, -1, -1, 1, 1, -1, -1],
      [9, 4, 5, 2, 3, 7, 1, 1],
    ];
    const moments = momentsFrom(design.map((column) => Float64Array.from(column)));
    const { first } = estimated(firstLastPratt(moments, 2));
    for (const measure of [lmg, johnsonRelativeWeights]) {
      for (const [j, value] of estimated(measure(moments, 2)).raw.entries()) expect(value).toBeCloseTo(first[j], 12);
    }
  });

  it("are sampled beyond the exact limit, say so, and come near the exact ones", () => {
    const columns = survey(exactLimit + 1, 400, randomFromSeed(8));
    const sampled = estimated(lmg(momentsFrom(columns), 0));
    expect(sampled).toMatchObject({ exact: false, orders: 2000 });
    const johnson = estimated(johnsonRelativeWeights(momentsFrom(columns), 0));
    expect(sampled.rSquared).toBeCloseTo(johnson.rSquared, 10);
    for (const [j, share] of sampled.shares.entries()) expect(Math.abs(share - johnson.shares[j])).toBeLessThan(0.03);
    expect(estimated(lmg(momentsFrom(columns), 0)).raw).toEqual(sampled.raw);
  });
});

describe("every driver measure", () => {
  const random = randomFromSeed(1);
  const columns = survey(3, 30, random);

  it("names the variables that cannot be told apart", () => {
    const doubled = columns[1].map((value, row) => 2 * value - columns[2][row]);
    const constant = columns[1].map(() => 4);
    for (const measure of everyMeasure) {
      expect(measure(momentsFrom([...columns, doubled]), 0)).toEqual({ kind: "singular", variables: ["v4"] });
      expect(measure(momentsFrom([...columns, constant]), 0)).toEqual({ kind: "singular", variables: ["v4"] });
    }
  });

  it("asks for more rows than coefficients", () => {
    const few = columns.map((column) => column.slice(0, 4));
    for (const measure of everyMeasure) {
      expect(measure(momentsFrom(few), 0)).toEqual({ kind: "too-few-answers", n: 4, required: 5 });
    }
  });

  it("refuses a target that is not a variable", () => {
    for (const measure of everyMeasure) expect(() => measure(momentsFrom(columns), 9)).toThrow(RangeError);
  });

  it("is the same for weights times a constant", () => {
    const weights = columns[0].map(() => 0.5 + random.nextUnit());
    const a = estimated(linearRegression(momentsFrom(columns, weights), 0));
    const b = estimated(
      linearRegression(
        momentsFrom(
          columns,
          weights.map((weight) => 8 * weight),
        ),
        0,
      ),
    );
    for (const [j, { standardError }] of a.coefficients.entries()) {
      expect(b.coefficients[j].standardError).toBeCloseTo(standardError, 12);
    }
    expect(b.intercept.standardError).toBeCloseTo(a.intercept.standardError, 12);
  });

  it("reports no t and no p where the model fits without error", () => {
    const exact = columns[1].map((value, row) => 3 + 2 * value - columns[2][row]);
    const { coefficients, rSquared } = estimated(linearRegression(momentsFrom([exact, columns[1], columns[2]]), 0));
    expect(rSquared).toBeCloseTo(1, 12);
    expect(coefficients[0]).toMatchObject({ statistic: null, pValue: null });
  });
});

describe("regression", () => {
  it("rejects a coefficient of 0 as often as it says", () => {
    const random = randomFromSeed(31);
    const runs = 1500;
    let rejected = 0;
    for (let run = 0; run < runs; run++) {
      const [, ...items] = survey(2, 25, random);
      const outcome = items[0].map((value) => value + random.nextUnit() + random.nextUnit() + random.nextUnit());
      const { pValue } = estimated(linearRegression(momentsFrom([outcome, ...items]), 0)).coefficients[1];
      if (pValue !== null && pValue < 0.05) rejected += 1;
    }
    expect(Math.abs(rejected / runs - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / runs));
  });
});

describe("bootstrap intervals", () => {
  const columns = survey(4, 150, randomFromSeed(9));
  const sample = { variables: columns.map((_, j) => `v${j}`), columns, caseWeights: null, target: 0 };

  it("lie around the shares and come out the same for the same seed", () => {
    for (const [bootstrap, measure] of [
      [bootstrapLmg, lmg],
      [bootstrapJohnson, johnsonRelativeWeights],
    ] as const) {
      const found = estimated(bootstrap(sample, 200, 5, 0.95));
      const { shares } = estimated(measure(momentsFrom(columns), 0));
      expect(found.failed).toBe(0);
      for (const [j, { lower, upper }] of found.intervals.entries()) {
        expect(lower).toBeLessThan(shares[j]);
        expect(upper).toBeGreaterThan(shares[j]);
      }
      expect(bootstrap(sample, 200, 5, 0.95)).toEqual(found);
      expect(bootstrap(sample, 200, 6, 0.95)).not.toEqual(found);
    }
  });

  it("of both measures together are what each gives alone", () => {
    expect(bootstrapLmgAndJohnson(sample, 200, 5, 0.95)).toEqual({
      lmg: bootstrapLmg(sample, 200, 5, 0.95),
      johnson: bootstrapJohnson(sample, 200, 5, 0.95),
    });
  });

  it("draw every row, the last one too, and carry its case weight", () => {
    const last = columns[0].length - 1;
    const withOutlier = columns.map((column, j) => column.map((value, row) => (row === last && j < 2 ? 500 : value)));
    const share = (caseWeights: Float64Array | null) =>
      estimated(bootstrapLmg({ ...sample, columns: withOutlier, caseWeights }, 200, 5, 0.95)).intervals[0];
    expect(share(null).upper).toBeGreaterThan(0.99);
    expect(share(null).lower).toBeLessThan(0.9);
    const withoutOutlier = columns[0].map((_, row) => (row === last ? 1e-9 : 1));
    expect(share(withoutOutlier).upper).toBeLessThan(0.95);
    const doubled = columns[0].map(() => 2);
    expect(share(doubled).upper).toBeCloseTo(share(null).upper, 12);
  });

  it("say so where most resamples have no answer", () => {
    const rare = columns[1].map((_, row) => Number(row === 0));
    const found = bootstrapLmg(
      { ...sample, variables: [...sample.variables, "rare"], columns: [...columns, rare] },
      100,
      5,
      0.95,
    );
    expect(variant(found, "no-intervals").failed).toBeGreaterThan(10);
  });

  it("refuse missing answers and too few resamples", () => {
    const holes = [columns[0].map((value, row) => (row === 3 ? Number.NaN : value)), ...columns.slice(1)];
    expect(() => bootstrapLmg({ ...sample, columns: holes }, 100, 5, 0.95)).toThrow(RangeError);
    expect(() => bootstrapLmg(sample, 5, 5, 0.95)).toThrow(RangeError);
  });
});
