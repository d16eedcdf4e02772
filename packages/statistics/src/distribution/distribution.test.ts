import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaLower, betaQuantile, betaUpper } from "./beta.ts";
import { chiSquareLower, chiSquareQuantile, chiSquareUpper } from "./chi-square.ts";
import { fLower, fQuantile, fUpper } from "./f.ts";
import { normalLower, normalQuantile, normalUpper } from "./normal.ts";
import { studentLower, studentQuantile, studentTwoSided, studentUpper } from "./student-t.ts";

/** R 4.2.2, printed with sixteen digits; relative 1e-11 because R's own algorithms differ from ours by about 1e-12. */
const golden: readonly (readonly [name: string, ours: () => number, r: number])[] = [
  ["pnorm(-8.5)", () => normalLower(-8.5), 9.479534822203319e-18],
  ["pnorm(1.3)", () => normalLower(1.3), 0.9031995154143897],
  ["pnorm(30, lower = FALSE)", () => normalUpper(30), 4.906713927148187e-198],
  ["qnorm(.975)", () => normalQuantile(0.975), 1.959963984540054],
  ["qnorm(1e-10)", () => normalQuantile(1e-10), -6.361340902404056],
  ["pt(2.5, 7.3, lower = FALSE)", () => studentUpper(2.5, 7.3), 0.01982511733280023],
  ["pt(-40, 3)", () => studentLower(-40, 3), 1.719034039457927e-5],
  ["pt(.01, 1e5)", () => studentLower(0.01, 1e5), 0.5039893463405885],
  ["qt(.975, 4)", () => studentQuantile(0.975, 4), 2.776445105197793],
  ["qt(1e-6, 2.5)", () => studentQuantile(1e-6, 2.5), -220.1734291782375],
  ["qt(.6, 1178)", () => studentQuantile(0.6, 1178), 0.2534043281716379],
  ["pchisq(138.29, 9, lower = FALSE)", () => chiSquareUpper(138.289841626008, 9), 2.32528678709909e-25],
  ["pchisq(.3, 1)", () => chiSquareLower(0.3, 1), 0.4161175792296348],
  ["pchisq(1000, 900)", () => chiSquareLower(1000, 900), 0.9890053910578641],
  ["qchisq(.95, 3)", () => chiSquareQuantile(0.95, 3), 7.814727903251179],
  ["qchisq(1e-5, 40)", () => chiSquareQuantile(1e-5, 40), 12.5667368824265],
  ["qchisq(.999, .5)", () => chiSquareQuantile(0.999, 0.5), 8.752888515773371],
  ["pf(1.0289, 11.8, 13907.3, lower = FALSE)", () => fUpper(1.0289, 11.8, 13907.3), 0.4181020671242127],
  ["pf(3, 2, 5)", () => fLower(3, 2, 5), 0.8607025077555285],
  ["qf(.95, 3, 20)", () => fQuantile(0.95, 3, 20), 3.09839121214078],
  ["pbeta(.2, 3, 7)", () => betaLower(0.2, 3, 7), 0.2618024960000002],
  ["pbeta(.9, .5, .5, lower = FALSE)", () => betaUpper(0.9, 0.5, 0.5), 0.2048327646991334],
  ["qbeta(.025, 653, 527)", () => betaQuantile(0.025, 653, 527), 0.5249560169153562],
  ["qbeta(.5, .3, 4)", () => betaQuantile(0.5, 0.3, 4), 0.01977831456504936],
];

describe("distributions", () => {
  it.each(golden)("%s agrees with R", (_name, ours, r) => {
    expect(Math.abs(ours() / r - 1)).toBeLessThan(1e-11);
  });

  it("have quantiles that undo their probabilities", () => {
    const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
    const size = fc.double({ min: 0.5, max: 2000, noNaN: true });
    fc.assert(
      fc.property(probability, size, size, (p, a, b) => {
        expect(normalLower(normalQuantile(p))).toBeCloseTo(p, 12);
        expect(studentLower(studentQuantile(p, a), a)).toBeCloseTo(p, 9);
        expect(chiSquareLower(chiSquareQuantile(p, a), a)).toBeCloseTo(p, 9);
        expect(fLower(fQuantile(p, a, b), a, b)).toBeCloseTo(p, 9);
        expect(betaLower(betaQuantile(p, a + 1, b + 1), a + 1, b + 1)).toBeCloseTo(p, 9);
      }),
    );
  });

  it("have tails that add up to one", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: 0.5, max: 500, noNaN: true }),
        (x, df) => {
          expect(normalLower(x) + normalUpper(x)).toBeCloseTo(1, 13);
          expect(studentLower(x, df) + studentUpper(x, df)).toBeCloseTo(1, 13);
          expect(studentTwoSided(x, df)).toBeCloseTo(2 * Math.min(studentLower(x, df), studentUpper(x, df)), 12);
          expect(chiSquareLower(x * x, df) + chiSquareUpper(x * x, df)).toBeCloseTo(1, 12);
        },
      ),
    );
  });

  it("refuse arguments outside their range", () => {
    expect(() => normalQuantile(0)).toThrow(RangeError);
    expect(() => studentQuantile(1, 5)).toThrow(RangeError);
    expect(() => studentUpper(1, 0)).toThrow(RangeError);
    expect(() => chiSquareUpper(-1, 2)).toThrow(RangeError);
    expect(() => fUpper(1, 2, Number.NaN)).toThrow(RangeError);
    expect(() => betaQuantile(0.5, -1, 2)).toThrow(RangeError);
    expect(() => betaLower(2, 1, 2)).toThrow(RangeError);
  });
});
