import { describe, expect, it } from "vitest";
import { convert } from "./conversion.ts";
import { fiveLevelMarks } from "./mark-table.ts";

describe("conversion to 0–100", () => {
  it("puts the ends of the scale at 0 and 100 by range, but not by maximum", () => {
    expect([1, 3, 5].map((x) => convert({ kind: "range", minimum: 1, maximum: 5 }, x))).toEqual([0, 50, 100]);
    expect([1, 5].map((x) => convert({ kind: "maximum", maximum: 5 }, x))).toEqual([20, 100]);
    expect([1, 2, 5].map((x) => convert({ kind: "marks", marks: fiveLevelMarks }, x))).toEqual([0, 30, 100]);
  });

  it("refuses values outside the scale and scales without extent", () => {
    expect(() => convert({ kind: "range", minimum: 1, maximum: 5 }, 6)).toThrow(RangeError);
    expect(() => convert({ kind: "range", minimum: 5, maximum: 5 }, 5)).toThrow(RangeError);
    expect(() => convert({ kind: "maximum", maximum: 5 }, -1)).toThrow(RangeError);
    expect(() => convert({ kind: "maximum", maximum: 0 }, 0)).toThrow(RangeError);
    expect(() => convert({ kind: "marks", marks: fiveLevelMarks }, 99)).toThrow(RangeError);
    expect(() => convert({ kind: "marks", marks: new Map([[1, 120]]) }, 1)).toThrow(RangeError);
  });
});
