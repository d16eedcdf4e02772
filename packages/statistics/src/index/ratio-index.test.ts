import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { estimated } from "../../test-support/variants.ts";
import { randomFromSeed } from "../random/xoshiro.ts";
import { ratioIndex } from "./ratio-index.ts";

const value = fc.constantFrom(0, 25, 50, 75, 100, Number.NaN);
const rows = fc.array(fc.record({ s: value, e: value, weight: fc.constantFrom(0, 1, 2) }), { maxLength: 15 });
type Rows = readonly { readonly s: number; readonly e: number; readonly weight: number }[];

function indexOf(data: Rows, kind: "weighted" | "unweighted") {
  const [s, e, weights] = [data.map((row) => row.s), data.map((row) => row.e), data.map((row) => row.weight)].map(
    (column) => Float64Array.from(column),
  );
  return ratioIndex(s, e, kind === "weighted" ? weights : null, data.length, 0.95);
}

describe("the ratio of satisfaction to expectation", () => {
  it("is finite or a variant, the same in any order, and takes a weight of two as the row twice", () => {
    fc.assert(
      fc.property(rows, (data) => {
        const repeated = data.flatMap((row) => new Array<Rows[number]>(row.weight).fill(row));
        const found = [indexOf(data, "weighted"), indexOf(repeated, "unweighted"), indexOf(data, "unweighted")];
        expect(unfitNumbers(found)).toEqual([]);
        const [weighted, twice, plain] = found;
        if (weighted.kind === "estimated" && twice.kind === "estimated") {
          expect(weighted.value).toBeCloseTo(twice.value, 10);
        }
        const turned = indexOf(data.toReversed(), "unweighted");
        expect(turned.kind).toBe(plain.kind);
        if (turned.kind === "estimated" && plain.kind === "estimated") {
          expect(turned.standardError).toBeCloseTo(plain.standardError, 9);
        }
      }),
    );
  });

  it("is a ratio of means over those who answered both", () => {
    const data = [
      { s: 50, e: 100, weight: 1 },
      { s: 100, e: 50, weight: 1 },
      { s: Number.NaN, e: 100, weight: 1 },
    ];
    expect(estimated(indexOf(data, "unweighted"))).toMatchObject({ value: 100, n: 2 });
  });

  it("has no value where nobody expects anything", () => {
    const data = [10, 20].map((s) => ({ s, e: 0, weight: 1 }));
    expect(indexOf(data, "unweighted")).toEqual({ kind: "no-expectation", n: 2 });
  });

  it("lies in its interval at its level, where both sides correlate and weights differ", () => {
    const random = randomFromSeed(91);
    const runs = 800;
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const data = Array.from({ length: 200 }, () => {
        const person = 40 * random.nextUnit();
        const weight = random.nextUnit() < 0.3 ? 2 : 0.5;
        return { s: 20 + person + 20 * random.nextUnit(), e: 40 + person + 20 * random.nextUnit(), weight };
      });
      const { interval } = estimated(indexOf(data, "weighted"));
      // Means 50 and 70.
      if (interval.lower <= 500 / 7 && interval.upper >= 500 / 7) covered += 1;
    }
    expect(Math.abs(covered / runs - 0.95)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / runs));
  });

  it("has no variance where everybody's satisfaction is the same part of the expectation, but for rounding", () => {
    // One respondent expects a great deal: the rounding of that row is of another size than the ratio's.
    const expectations = Array.from({ length: 400 }, (_, row) => (row === 0 ? 1e6 + 1 / 3 : 0.1 + row / 7000));
    const data = expectations.map((e, row) => ({ s: 0.37 * e, e, weight: 1 + (row % 3) }));
    for (const kind of ["weighted", "unweighted"] as const) {
      const { value, standardError, interval } = estimated(indexOf(data, kind));
      expect(value).toBeCloseTo(37, 10);
      expect(standardError).toBe(0);
      expect(interval.method).toBe("no-variation");
    }
  });

  it("refuses columns that do not fit, and negative values", () => {
    const [one, two] = [Float64Array.of(1), Float64Array.of(1, 2)];
    expect(() => ratioIndex(one, two, null, 2, 0.95)).toThrow(RangeError);
    expect(() => ratioIndex(two, Float64Array.of(1, -2), null, 2, 0.95)).toThrow(RangeError);
    expect(() => ratioIndex(two, two, one, 2, 0.95)).toThrow(RangeError);
    expect(() => ratioIndex(two, two, null, 2, 1)).toThrow(RangeError);
  });
});
