import { describe, expect, it } from "vitest";
import { estimated } from "../../test-support/variants.ts";
import { normalQuantile } from "../distribution/normal.ts";
import { randomFromSeed } from "../random/xoshiro.ts";
import { pearsonCorrelation } from "./pearson.ts";

/** R 4.2.2: cor.test(c(1, 2, 3, 4, 5, 6, 7), c(2, 1, 4, 3, 7, 8, 5)). */
const x = Float64Array.from([1, 2, 3, 4, 5, 6, 7]);
const y = Float64Array.from([2, 1, 4, 3, 7, 8, 5]);

describe("Pearson's correlation", () => {
  it("agrees with R's cor.test", () => {
    const { value, pValue, interval } = estimated(pearsonCorrelation(x, y, null, 0.95));
    expect(value).toBeCloseTo(0.7825080450575, 12);
    expect(pValue).toBeCloseTo(0.0375396025224337, 11);
    expect([interval.lower, interval.upper]).toEqual([
      expect.closeTo(0.0717021512366775, 11),
      expect.closeTo(0.966206032709299, 11),
    ]);
  });

  it("uses rows with both answers, and is the same for weights times a constant", () => {
    const withHole = Float64Array.from([...y.slice(0, 6), Number.NaN]);
    expect(estimated(pearsonCorrelation(x, withHole, null, 0.95)).n).toBe(6);
    const weights = Float64Array.from([1, 2, 1, 3, 1, 2, 1]);
    const own = estimated(pearsonCorrelation(x, y, weights, 0.95));
    const scaled = estimated(
      pearsonCorrelation(
        x,
        y,
        weights.map((weight) => weight * 5),
        0.95,
      ),
    );
    expect(scaled.pValue).toBeCloseTo(own.pValue, 12);
  });

  it("is a variant without answers or without variation, and finite at ±1", () => {
    expect(pearsonCorrelation(x.slice(0, 3), y.slice(0, 3), null, 0.95)).toMatchObject({
      kind: "too-few-answers",
      n: 3,
    });
    expect(
      pearsonCorrelation(
        x,
        x.map(() => 4),
        null,
        0.95,
      ),
    ).toEqual({ kind: "no-variation" });
    expect(
      estimated(
        pearsonCorrelation(
          x,
          x.map((value) => -value),
          null,
          0.95,
        ),
      ),
    ).toMatchObject({ value: -1, pValue: 0 });
  });

  it("rejects no correlation as often as it says", () => {
    const random = randomFromSeed(41);
    const draw = () => Float64Array.from({ length: 12 }, () => normalQuantile(random.nextUnit() || 0.5));
    let rejected = 0;
    for (let run = 0; run < 2000; run++) {
      if (estimated(pearsonCorrelation(draw(), draw(), null, 0.95)).pValue < 0.05) rejected += 1;
    }
    expect(Math.abs(rejected / 2000 - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / 2000));
  });

  it("refuses columns of unequal length", () => {
    expect(() => pearsonCorrelation(x, y.slice(1), null, 0.95)).toThrow(RangeError);
  });
});
