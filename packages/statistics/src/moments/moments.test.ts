import { describe, expect, it } from "vitest";
import { constantVariables } from "./correlation-matrix.ts";
import { momentsOf } from "./moments.ts";

describe("moments", () => {
  it("refuse an infinite answer of a complete row", () => {
    const columns = [Float64Array.of(1, Number.POSITIVE_INFINITY, 3), Float64Array.of(2, 5, 4)];
    expect(() => momentsOf({ variables: ["a", "b"], columns })).toThrow(RangeError);
    const first = [Float64Array.of(Number.NEGATIVE_INFINITY, 1), Float64Array.of(1, 2)];
    expect(() => momentsOf({ variables: ["a", "b"], columns: first })).toThrow(RangeError);
  });

  it("of answers that are equal but for rounding are 0, with themselves and with others", () => {
    const columns = [Float64Array.of(80, 80.00000000000001, 80, 80), Float64Array.of(1, 2, 4, 3)];
    const moments = momentsOf({ variables: ["equal", "varied"], columns });
    expect([...moments.crossProducts]).toEqual([0, 0, 0, 5]);
    expect(constantVariables(moments)).toEqual([0]);
  });

  it("count complete rows only, by weight", () => {
    const columns = [Float64Array.of(1, 3, Number.NaN, 9), Float64Array.of(2, 6, 5, 1)];
    const { n, weight, means, crossProducts } = momentsOf(
      { variables: ["a", "b"], columns },
      Float64Array.of(1, 3, 1, 0),
    );
    expect([n, weight, ...means]).toEqual([2, 4, 2.5, 5]);
    expect([...crossProducts]).toEqual([3, 6, 6, 12]);
  });
});
