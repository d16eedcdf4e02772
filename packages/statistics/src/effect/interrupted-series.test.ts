/** Golden values: golden/second/expected/survey_effect.json (series), through reference/families/effect. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { estimated } from "../../test-support/variants.ts";
import { normalQuantile } from "../distribution/normal.ts";
import { matrixOfRows } from "../linear-algebra/matrix.ts";
import { type Random, randomFromSeed } from "../random/xoshiro.ts";
import type { ChangeQuestion } from "./change-verdict.ts";
import { interruptedSeries } from "./interrupted-series.ts";
import { leastSquares } from "./least-squares.ts";
import { neweyWestError, usualLag } from "./newey-west.ts";

const question: ChangeQuestion = { confidence: 0.95, relevantChange: 0, direction: "higher-is-better" };
const normal = (random: Random) => normalQuantile(random.nextUnit() || 0.5);
const within = (runs: number) => 4 * Math.sqrt((0.05 * 0.95) / runs);
const anyPoint = fc.tuple(
  fc.integer({ min: 0, max: 11 }),
  fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(Number.NaN)),
  fc.integer({ min: 1, max: 4 }),
);
const seriesOf = (points: readonly (readonly [number, number, number])[]) => ({
  times: points.map(([time]) => time),
  values: points.map(([, value]) => value),
  precisions: points.map(([, , precision]) => precision),
});

describe("an interrupted series", () => {
  it("gives fit numbers or a variant, whatever the data", () => {
    fc.assert(
      fc.property(fc.array(anyPoint, { maxLength: 16 }), fc.integer({ min: 0, max: 3 }), (points, lag) => {
        for (const used of [undefined, points.length > lag ? lag : 0]) {
          const answered = points.filter(([, value]) => !Number.isNaN(value)).length;
          if (used !== undefined && used >= answered) continue;
          expect(unfitNumbers(interruptedSeries(seriesOf(points), 6, question, used))).toEqual([]);
        }
      }),
    );
  });

  it("finds step and slope where they were put, at unequal distances and in any order", () => {
    const times = [9, 1, 2, 12, 4, 5, 13, 6, 16, 17, 7, 20];
    const values = times.map(
      (time, index) => 60 + 0.5 * time + (time >= 9 ? 4 + 0.3 * (time - 9) : 0) + (index % 2 ? 0.01 : -0.01),
    );
    const { levelChange, slopeChange, slopeBefore, levelBefore, effectAtEnd, before, after } = estimated(
      interruptedSeries({ times, values, precisions: null }, 9, question),
    );
    expect(levelChange.value).toBeCloseTo(4, 1);
    expect(slopeChange.value).toBeCloseTo(0.3, 1);
    expect(slopeBefore.value).toBeCloseTo(0.5, 1);
    expect(levelBefore.value).toBeCloseTo(64.5, 1);
    expect(effectAtEnd.value).toBeCloseTo(4 + 0.3 * 11, 1);
    expect([before, after]).toEqual([6, 6]);
    expect([levelChange.verdict, effectAtEnd.verdict]).toEqual(["improved", "improved"]);
  });

  it("takes a missing point as no point and equal precisions as none", () => {
    const random = randomFromSeed(7);
    const times = Array.from({ length: 20 }, (_, index) => index);
    const values = times.map((time) => 50 + normal(random) + (time >= 10 ? 2 : 0));
    const plain = interruptedSeries({ times, values, precisions: null }, 10, question);
    const equal = interruptedSeries({ times, values, precisions: times.map(() => 7) }, 10, question);
    const missing = interruptedSeries(
      { times: [...times, 8.5], values: [...values, Number.NaN], precisions: null },
      10,
      question,
    );
    expect(missing).toEqual(plain);
    expect(estimated(equal).levelChange.standardError).toBeCloseTo(estimated(plain).levelChange.standardError, 10);
    const stretched = estimated(
      interruptedSeries({ times: times.map((time) => 7 * time), values, precisions: null }, 70, question),
    );
    expect(stretched.slopeChange.value).toBeCloseTo(estimated(plain).slopeChange.value / 7, 10);
    expect(stretched.levelChange.pValue).toBeCloseTo(estimated(plain).levelChange.pValue, 10);
  });

  it("names what is missing", () => {
    const points = (times: readonly number[]) => ({ times, values: times.map((time) => time ** 2), precisions: null });
    expect(interruptedSeries(points([1, 2, 7, 8, 9]), 6, question)).toEqual({
      kind: "too-few-points",
      before: 2,
      after: 3,
      required: 3,
    });
    expect(interruptedSeries(points([1, 1, 2, 7, 8, 9]), 6, question).kind).toBe("too-few-points");
    const line = { times: [1, 2, 3, 7, 8, 9], values: [1, 2, 3, 9, 8, 7], precisions: null };
    expect(interruptedSeries(line, 6, question)).toEqual({ kind: "no-variation" });
  });

  it("refuses what does not fit", () => {
    const times = [1, 2, 3, 4, 5, 6, 7, 8];
    const values = [1, 3, 2, 4, 5, 4, 6, 8];
    const whole = { times, values, precisions: null };
    expect(() => interruptedSeries({ ...whole, values: [1] }, 5, question)).toThrow(RangeError);
    expect(() => interruptedSeries({ ...whole, precisions: times.map(() => 0) }, 5, question)).toThrow(RangeError);
    expect(() => interruptedSeries({ ...whole, times: [...times.slice(1), Number.NaN] }, 5, question)).toThrow(
      RangeError,
    );
    expect(() => interruptedSeries(whole, Number.NaN, question)).toThrow(RangeError);
    expect(() => interruptedSeries(whole, 5, question, 8)).toThrow(RangeError);
    expect(() => interruptedSeries(whole, 5, question, 1.5)).toThrow(RangeError);
    expect(() => interruptedSeries(whole, 5, { ...question, relevantChange: -1 })).toThrow(RangeError);
  });
});

describe("Newey and West's error", () => {
  it("of a mean with lag 0 is s²/n on n − 1 degrees of freedom", () => {
    const values = Float64Array.of(3, 5, 4, 8, 6);
    const design = matrixOfRows([...values].map(() => [1]));
    const fit = leastSquares(design, values);
    if (fit.kind !== "fitted") throw new Error(fit.kind);
    const squares = values.reduce((sum, value) => sum + (value - 5.2) ** 2, 0);
    expect(fit.coefficients[0]).toBeCloseTo(5.2, 12);
    const found = neweyWestError({ design, fit, lag: 0, autocorrelation: 0 }, [1]);
    expect(found?.variance).toBeCloseTo(squares / 4 / 5, 12);
    expect(found?.degreesOfFreedom).toBeCloseTo(4, 12);
  });

  it("is unbiased under its working model", () => {
    const random = randomFromSeed(60);
    const [runs, n, correlation] = [3000, 16, 0.5];
    const design = matrixOfRows(Array.from({ length: n }, (_, index) => [1, index]));
    let [variance, squares] = [0, 0];
    for (let run = 0; run < runs; run++) {
      let noise = normal(random);
      const values = Float64Array.from({ length: n }, () => {
        noise = correlation * noise + Math.sqrt(1 - correlation ** 2) * normal(random);
        return noise;
      });
      const fit = leastSquares(design, values);
      if (fit.kind !== "fitted") throw new Error(fit.kind);
      const found = neweyWestError({ design, fit, lag: 2, autocorrelation: correlation }, [0, 1]);
      variance += (found?.variance ?? 0) / runs;
      squares += fit.coefficients[1] ** 2 / runs;
    }
    // Mean of runs chi-square-like squares: relative error √(2/runs), four of them and the smaller one of the variances.
    expect(Math.abs(variance / squares - 1)).toBeLessThan(5 * Math.sqrt(2 / runs));
  });

  it("takes the neighbours that the rule says", () => {
    expect([8, 24, 50, 100, 400].map(usualLag)).toEqual([2, 2, 3, 4, 5]);
  });

  it("stands on columns that do not depend on one another", () => {
    const design = matrixOfRows([
      [1, 2],
      [2, 4],
      [3, 6],
    ]);
    expect(leastSquares(design, Float64Array.of(1, 2, 3))).toEqual({ kind: "singular", columns: [1] });
  });
});

describe("the level of an interrupted series", () => {
  const rates = (seed: number, [before, after]: readonly [number, number], correlation: number, runs: number) => {
    const random = randomFromSeed(seed);
    let [level, slope, end, autocorrelation] = [0, 0, 0, 0];
    for (let run = 0; run < runs; run++) {
      let noise = normal(random);
      const times = Array.from({ length: before + after }, (_, index) => index + Number(index >= before));
      const values = times.map((time) => {
        noise = correlation * noise + Math.sqrt(1 - correlation ** 2) * normal(random);
        return 60 + 0.1 * time + noise;
      });
      const found = estimated(interruptedSeries({ times, values, precisions: null }, before, question));
      level += Number(found.levelChange.pValue < 0.05) / runs;
      slope += Number(found.slopeChange.pValue < 0.05) / runs;
      end += Number(found.effectAtEnd.pValue < 0.05) / runs;
      autocorrelation += found.autocorrelation / runs;
    }
    return { rates: [level, slope, end], autocorrelation, error: within(runs) };
  };

  it.each([
    [8, 5],
    [24, 12],
  ] as const)("is at most 5 % without autocorrelation, %d points before and %d after", (before, after) => {
    const { rates: found, error } = rates(56, [before, after], 0, 300);
    for (const rate of found) expect(rate).toBeLessThan(0.05 + error);
  });

  it("is near 5 % with an autocorrelation of 0.5, which is found", () => {
    const { rates: found, autocorrelation, error } = rates(58, [30, 18], 0.5, 300);
    // Autocorrelation estimated from fifty points: one point above the nominal level.
    for (const rate of found) expect(rate).toBeLessThan(0.05 + 0.01 + error);
    expect(Math.abs(autocorrelation - 0.5)).toBeLessThan(0.03);
  });

  it.each([
    [12, 12, 0.035, 800],
    [24, 24, 0.01, 300],
  ] as const)("is near 5 in 100 with one of 0.7, %d points before and %d after", (before, after, above, runs) => {
    const { rates: found, error } = rates(59, [before, after], 0.7, runs);
    for (const rate of found) expect(rate).toBeLessThan(0.05 + above + error);
  });

  it("is stated where the autocorrelation is strong", () => {
    const times = Array.from({ length: 24 }, (_, index) => index);
    const wave = times.map((time) => 60 + 5 * Math.sin(time / 2.5));
    const calm = times.map((time) => 60 + ((time * 7) % 5));
    const cautionOf = (values: readonly number[]) =>
      estimated(interruptedSeries({ times, values, precisions: null }, 12, question)).caution;
    expect([wave, calm].map(cautionOf)).toEqual(["strong-autocorrelation", null]);
  });

  it("judges by half a standard error more than the autocorrelation found, with precisions too", () => {
    const random = randomFromSeed(61);
    const times = Array.from({ length: 30 }, (_, index) => index);
    let noise = 0;
    const values = times.map(() => {
      noise = 0.4 * noise + normal(random);
      return noise;
    });
    for (const precisions of [null, times.map((time) => 1 + ((time * 5) % 7))]) {
      const found = estimated(interruptedSeries({ times, values, precisions }, 15, question));
      expect(found.autocorrelation).toBeGreaterThan(0.1);
      expect(found.workingAutocorrelation).toBeGreaterThan(found.autocorrelation + 0.05);
      expect(found.workingAutocorrelation).toBeLessThan(0.95);
    }
  });
});
