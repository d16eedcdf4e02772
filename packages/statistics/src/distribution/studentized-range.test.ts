import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { studentTwoSided } from "./student-t.ts";
import { studentizedRange } from "./studentized-range.ts";

/** R 4.2.2 with sixteen digits; its `ptukey` is right to about 1e-8, its `qtukey` to about 1e-5. */
const inR: readonly (readonly [name: string, ours: () => number, r: number, within: number])[] = [
  ["ptukey(3.5, 3, 20)", () => studentizedRange(3).upper(3.5, 20), 0.05589184908205935, 1e-9],
  ["ptukey(6, 10, 65)", () => studentizedRange(10).upper(6, 65), 0.002700433450486761, 1e-7],
  ["ptukey(3.2, 50, 100)", () => studentizedRange(50).upper(3.2, 100), 0.981830821608898, 1e-6],
  ["qtukey(.95, 3, 27)", () => studentizedRange(3).quantile(0.95, 27), 3.506426123392686, 1e-5],
  ["qtukey(.9, 6, 65)", () => studentizedRange(6).quantile(0.9, 65), 3.747317333004339, 1e-5],
];

/** Harter 1960, Annals of Mathematical Statistics 31, table of percentage points: three to four digits printed. */
const inHarter: readonly (readonly [probability: number, groups: number, df: number, q: number])[] = [
  [0.95, 3, 10, 3.877],
  [0.95, 10, 20, 5.008],
  [0.99, 4, 5, 7.804],
  [0.99, 20, 5, 11.93],
  [0.95, 20, 120, 5.126],
];

describe("the studentized range", () => {
  it.each(inR)("%s agrees with R", (_name, ours, r, within) => {
    expect(Math.abs(ours() / r - 1)).toBeLessThan(within);
  });

  it.each(inHarter)("at %d for %d groups on %d agrees with Harter's table", (probability, groups, df, q) => {
    const digits = q > 10 ? 2 : 3;
    expect(studentizedRange(groups).quantile(probability, df).toFixed(digits)).toBe(q.toFixed(digits));
  });

  it("of two groups is √2 |t|, to the last digits", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 30, noNaN: true }),
        fc.double({ min: 0.7, max: 5000, noNaN: true }),
        (q, df) => {
          const student = studentTwoSided(q / Math.SQRT2, df);
          if (student > 1e-15) expect(Math.abs(studentizedRange(2).upper(q, df) / student - 1)).toBeLessThan(1e-11);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("of three numbers without a divisor has the mean 3/√π", () => {
    // The upper tail integrates to the mean; df of 1e7 stands for no divisor.
    const range = studentizedRange(3);
    const step = 0.15;
    let mean = 0;
    for (let w = step / 2; w < 12; w += step) mean += step * range.upper(w, 1e7);
    expect(mean).toBeCloseTo(3 / Math.sqrt(Math.PI), 3);
  });

  it("rises with the groups and falls with q, and quantiles undo probabilities", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.999, noNaN: true }),
        fc.integer({ min: 3, max: 40 }),
        fc.double({ min: 1, max: 400, noNaN: true }),
        (probability, groups, df) => {
          const q = studentizedRange(groups).quantile(probability, df);
          expect(studentizedRange(groups).upper(q, df)).toBeCloseTo(1 - probability, 10);
          expect(studentizedRange(groups + 1).upper(q, df)).toBeGreaterThan(1 - probability);
          expect(studentizedRange(groups).upper(q * 1.1, df)).toBeLessThan(1 - probability);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("stays a probability where q is 0 or beyond all numbers", () => {
    expect(studentizedRange(5).upper(0, 10)).toBe(1);
    expect(studentizedRange(5).upper(1e9, 1000)).toBe(0);
    expect(studentizedRange(4).upper(1e6, 2)).toBeGreaterThan(0);
  });

  it("refuses what is no range", () => {
    expect(() => studentizedRange(3).upper(-1, 5)).toThrow(RangeError);
    expect(() => studentizedRange(1).upper(1, 5)).toThrow(RangeError);
    expect(() => studentizedRange(2.5).upper(1, 5)).toThrow(RangeError);
    expect(() => studentizedRange(3).upper(1, 0)).toThrow(RangeError);
    expect(() => studentizedRange(3).quantile(1, 5)).toThrow(RangeError);
  });
});
