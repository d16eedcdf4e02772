import { describe, expect, it } from "vitest";
import { compareTrees, placesOf } from "./compare.ts";
import type { ReferenceTree } from "./reference-value.ts";

const exact = () => null;

function failuresOf(expected: ReferenceTree, computed: ReferenceTree): readonly string[] {
  return compareTrees(expected, computed, exact).failures;
}

describe("the comparison with reference values", () => {
  it("fails on a value that is missing, off, or not a number", () => {
    expect(failuresOf({ nps: 10 }, { nps: 10 })).toEqual([]);
    expect(failuresOf({ nps: 10 }, {})).toHaveLength(1);
    expect(failuresOf({ nps: 10 }, { nps: null })).toHaveLength(1);
    expect(failuresOf({ nps: 10 }, { nps: Number.NaN })).toHaveLength(1);
    expect(failuresOf({ nps: 10 }, { nps: "10" })).toHaveLength(1);
    expect(failuresOf({ nps: 10 }, { nps: 10.00000002 })).toHaveLength(1);
    expect(failuresOf({ nps: 0 }, { nps: 1e-8 })).toHaveLength(1);
    expect(failuresOf({ letters: ["A", ""] }, { letters: ["", "A"] })).toHaveLength(2);
    expect(failuresOf({ above: true }, { above: false })).toHaveLength(1);
  });

  it("takes nothing for null, and null for nothing", () => {
    expect(failuresOf({ z: null }, {})).toEqual([]);
    expect(failuresOf({ z: null }, { z: 1.2 })).toHaveLength(1);
  });

  it("fails where a mistaken value stands anywhere in the computed tree, and does not ask for it", () => {
    const expected = { nps: 10, simple_average_WRONG: 12, index_max_based_WRONG_for_1_based_scales: 70 };
    expect(failuresOf(expected, { nps: 10 })).toEqual([]);
    expect(failuresOf(expected, { nps: 10, by: { all: 12 } })).toHaveLength(1);
    expect(failuresOf(expected, { nps: 10, index: 70 })).toHaveLength(1);
  });

  it("does not take a value for mistaken where the file says the same", () => {
    const expected = { retention: [1, 0.8], naive_WRONG: [1, 0.9] };
    expect(failuresOf(expected, { retention: [1, 0.8] })).toEqual([]);
    expect(failuresOf(expected, { retention: [1, 0.8], other: 1 })).toHaveLength(1);
    expect(failuresOf(expected, { retention: [1, 0.9] })).toHaveLength(2);
  });

  it("fails where a list goes on, and takes a list of one without its brackets", () => {
    expect(failuresOf({ out: [3] }, { out: [3, 7] })).toHaveLength(1);
    expect(failuresOf({ out: [] }, { out: [3] })).toHaveLength(1);
    expect(failuresOf({ out: 3 }, { out: [3] })).toEqual([]);
    expect(failuresOf({ out: 3 }, { out: [3, 7] })).toHaveLength(1);
  });

  it("takes an infinity as JSON has it, and no other number for nothing", () => {
    expect(failuresOf({ upper: null, hi: "Inf" }, { upper: Infinity, hi: Infinity })).toEqual([]);
    expect(failuresOf({ upper: null }, { upper: Number.NaN })).toHaveLength(1);
  });

  it("takes the rounding of a 0 for 0, and says why a key has no values", () => {
    expect(failuresOf({ yates: 8.5e-31 }, { yates: 0 })).toEqual([]);
    expect(failuresOf({ rho: { a: 1 } }, { rho: "stopped: no weights" })).toEqual([
      "rho/a: expected 1, got stopped: no weights",
    ]);
  });

  it("holds what is no p-value to a relative 1e-9, whatever its chart is called", () => {
    expect(failuresOf({ p_chart: { pbar: 0.1 } }, { p_chart: { pbar: 0.1 + 5e-10 } })).toHaveLength(1);
  });

  it("finds the cells of a table by their names, in any order", () => {
    const table = (rows: string[], cols: string[], values: number[][]) => ({ t: { rows, cols, values } });
    const expected = table(
      ["a", "b"],
      ["x", "y"],
      [
        [1, 2],
        [3, 4],
      ],
    );
    const turned = table(
      ["b", "a"],
      ["y", "x"],
      [
        [4, 3],
        [2, 1],
      ],
    );
    expect(failuresOf(expected, turned)).toEqual([]);
    expect(failuresOf(expected, table(["a"], ["x", "y"], [[1, 2]]))).toHaveLength(2);
  });

  it("holds p-values to an absolute 1e-9, and small ones to a relative 1e-7", () => {
    expect(failuresOf({ p: 0.5 }, { p: 0.5 + 5e-10 })).toEqual([]);
    expect(failuresOf({ p: 0.5 }, { p: 0.50000001 })).toHaveLength(1);
    expect(failuresOf({ p: 1e-20 }, { p: 1.00000005e-20 })).toEqual([]);
    expect(failuresOf({ p: 1e-20 }, { p: 2e-20 })).toHaveLength(1);
    expect(failuresOf({ coef: { "Pr(>|t|)": 1e-20 } }, { coef: { "Pr(>|t|)": 0 } })).toHaveLength(1);
  });

  it("follows the tolerance of a family where it states one", () => {
    const loose = compareTrees({ loading: 0.5 }, { loading: 0.5001 }, () => ({ absolute: 1e-3 }));
    expect(loose.failures).toEqual([]);
    expect(loose.worstRelativeError).toBeCloseTo(2e-4, 10);
  });

  it("counts every value once, those under wrong keys too", () => {
    const tree = { a: 1, b_WRONG: 2, c: { rows: ["r"], cols: ["x", "y"], values: [[1, null]] }, d: ["u"] };
    expect(placesOf(tree)).toEqual(["a", "b_WRONG", "c/r/x", "c/r/y", "d/0"]);
    expect(compareTrees(tree, tree, exact).compared).toBe(5);
  });
});
