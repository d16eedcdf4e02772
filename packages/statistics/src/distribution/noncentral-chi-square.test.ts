import { describe, expect, it } from "vitest";
import {
  noncentralChiSquareLower,
  noncentralChiSquareUpper,
  noncentralityOfChiSquare,
} from "./noncentral-chi-square.ts";

describe("noncentral chi-square", () => {
  it("equals R's pchisq", () => {
    // R 4.2.2: pchisq(x, df, ncp), and its upper tail
    expect(noncentralChiSquareLower(3, 2, 1)).toBeCloseTo(0.62064365321954396, 12);
    expect(noncentralChiSquareLower(85.3, 24, 60)).toBeCloseTo(0.55244910092591626, 12);
    expect(noncentralChiSquareUpper(900, 36, 800)).toBeCloseTo(0.1324309597797092, 11);
    expect(noncentralChiSquareUpper(120, 24, 60)).toBeCloseTo(0.024579417061077934, 12);
    expect(noncentralChiSquareLower(10, 4, 0)).toBeCloseTo(0.9595723180054873, 13);
  });

  it("has tails that add up to 1 and a noncentrality that leads back", () => {
    for (const [x, df, ncp] of [
      [3, 2, 1],
      [85.3, 24, 60],
      [900, 36, 800],
    ]) {
      const lower = noncentralChiSquareLower(x, df, ncp);
      expect(lower + noncentralChiSquareUpper(x, df, ncp)).toBeCloseTo(1, 12);
      expect(noncentralityOfChiSquare(x, df, lower)).toBeCloseTo(ncp, 6);
    }
    expect(noncentralityOfChiSquare(1, 10, 0.5)).toBe(0);
  });

  it("refuses what cannot be", () => {
    expect(() => noncentralChiSquareLower(-1, 2, 1)).toThrow(RangeError);
    expect(() => noncentralChiSquareLower(1, 0, 1)).toThrow(RangeError);
    expect(() => noncentralChiSquareUpper(1, 2, -1)).toThrow(RangeError);
    expect(() => noncentralityOfChiSquare(1, 2, 1)).toThrow(RangeError);
  });
});
