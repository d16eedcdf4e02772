import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fUpper } from "./f.ts";
import { logGammaRatio } from "./log-gamma-ratio.ts";
import { noncentralFLower, noncentralFUpper, noncentralityOfF } from "./noncentral-f.ts";
import { noncentralityOfStudent, noncentralStudentLower, noncentralStudentUpper } from "./noncentral-t.ts";
import { studentUpper } from "./student-t.ts";

/** R 4.2.2; its `pt` and `pf` with ncp are right to about 1e-12 and 1e-9. */
const inR: readonly (readonly [name: string, ours: () => number, r: number, within: number])[] = [
  ["pt(2, 10, 1)", () => noncentralStudentLower(2, 10, 1), 0.8076115625303111, 1e-11],
  ["pt(.5, 3, -1)", () => noncentralStudentLower(0.5, 3, -1), 0.9242738812886131, 1e-11],
  ["pt(30, 5, 20)", () => noncentralStudentLower(30, 5, 20), 0.8161972050134227, 1e-11],
  ["pt(3, 1e5, 2)", () => noncentralStudentLower(3, 1e5, 2), 0.8413374870752334, 1e-10],
  ["pf(3, 2, 27, 5)", () => noncentralFUpper(3, 2, 27, 5), 0.5126195493067752, 1e-9],
  ["pf(200, 3, 50, 900, lower = TRUE)", () => noncentralFLower(200, 3, 50, 900), 0.01786339810430439, 1e-7],
  ["lgamma(3.7) - lgamma(3.2)", () => logGammaRatio(3.2), 0.542667499510479, 1e-13],
];

const df = fc.double({ min: 0.8, max: 3000, noNaN: true });
const small = fc.double({ min: -8, max: 8, noNaN: true });

describe("noncentral distributions", () => {
  it.each(inR)("%s agrees with R", (_name, ours, r, within) => {
    expect(Math.abs(ours() / r - 1)).toBeLessThan(within);
  });

  it("are Student's and Fisher's without a noncentrality", () => {
    fc.assert(
      fc.property(small, df, (t, degrees) => {
        expect(Math.abs(noncentralStudentUpper(t, degrees, 0) / studentUpper(t, degrees) - 1)).toBeLessThan(1e-11);
        expect(noncentralFUpper(t * t, 3, degrees, 0)).toBeCloseTo(fUpper(t * t, 3, degrees), 13);
      }),
      { numRuns: 200 },
    );
  });

  it("have tails that add up to one, and t² is F on one degree of freedom", () => {
    fc.assert(
      fc.property(small, df, small, (t, degrees, delta) => {
        const upper = noncentralStudentUpper(t, degrees, delta);
        expect(upper + noncentralStudentLower(t, degrees, delta)).toBeCloseTo(1, 12);
        const beyond =
          noncentralStudentUpper(Math.abs(t), degrees, delta) + noncentralStudentLower(-Math.abs(t), degrees, delta);
        expect(noncentralFUpper(t * t, 1, degrees, delta * delta)).toBeCloseTo(beyond, 10);
      }),
      { numRuns: 200 },
    );
  });

  it("are undone by their noncentralities", () => {
    fc.assert(
      fc.property(
        small,
        fc.double({ min: 2, max: 500, noNaN: true }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (t, degrees, p) => {
          expect(noncentralStudentUpper(t, degrees, noncentralityOfStudent(t, degrees, p))).toBeCloseTo(p, 10);
          const f = 1 + t * t;
          const lambda = noncentralityOfF(f, 3, degrees, p);
          if (lambda > 0) expect(noncentralFUpper(f, 3, degrees, lambda)).toBeCloseTo(p, 9);
          else expect(noncentralFUpper(f, 3, degrees, 0)).toBeGreaterThanOrEqual(p);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("join the recurrence of Γ and its series without a step", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 500, noNaN: true }), (x) => {
        expect(logGammaRatio(x) - logGammaRatio(x + 1)).toBeCloseTo(Math.log(x / (x + 0.5)), 12);
        expect(logGammaRatio(x) + logGammaRatio(x + 0.5)).toBeCloseTo(Math.log(x), 12);
      }),
    );
  });

  it("refuse arguments outside their range", () => {
    expect(() => noncentralStudentUpper(Number.NaN, 5, 1)).toThrow(RangeError);
    expect(() => noncentralStudentLower(1, 0, 1)).toThrow(RangeError);
    expect(() => noncentralityOfStudent(1, 5, 0)).toThrow(RangeError);
    expect(() => noncentralFUpper(-1, 2, 5, 1)).toThrow(RangeError);
    expect(() => noncentralFUpper(1, 2, 5, -1)).toThrow(RangeError);
    expect(() => noncentralityOfF(1, 2, 5, 1)).toThrow(RangeError);
    expect(() => logGammaRatio(0)).toThrow(RangeError);
  });
});
