import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unfitNumbers } from "../../test-support/finite.ts";
import { variant } from "../../test-support/variants.ts";
import {
  costOptimalAllocation,
  neymanAllocation,
  proportionalAllocation,
  type Stratum,
  varianceOfStratifiedMean,
} from "./allocation.ts";
import { volumeFrame } from "./volume-frame.ts";

const stratum = (population: number, standardDeviation = 1, cost = 1): Stratum => ({
  population,
  standardDeviation,
  cost,
});
const strata = fc.array(
  fc.record({
    population: fc.integer({ min: 0, max: 60 }),
    standardDeviation: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 9, noNaN: true })),
    cost: fc.double({ min: 0.1, max: 50, noNaN: true }),
  }),
  { minLength: 1, maxLength: 8 },
);

describe("allocations", () => {
  it("add up to n, within the minimum and the population of each stratum", () => {
    fc.assert(
      fc.property(strata, fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 3 }), (given, n, minimum) => {
        const total = given.reduce((sum, { population }) => sum + population, 0);
        const required = given.reduce((sum, { population }) => sum + Math.min(population, minimum), 0);
        for (const allocate of [proportionalAllocation, neymanAllocation, costOptimalAllocation]) {
          const found = allocate(given, n, minimum);
          expect(unfitNumbers(found)).toEqual([]);
          if (n > total) expect(found.kind).toBe("population-too-small");
          else if (n < required) expect(found.kind).toBe("too-many-strata");
          if (found.kind !== "allocated") continue;
          expect(found.answers.reduce((sum, each) => sum + each, 0)).toBe(n);
          found.answers.forEach((each, h) => {
            expect(each).toBeGreaterThanOrEqual(Math.min(minimum, given[h].population));
            expect(each).toBeLessThanOrEqual(given[h].population);
            const isFree = found.ideal.every((ideal, k) => ideal >= minimum && ideal <= given[k].population);
            if (isFree) expect(Math.abs(each - found.ideal[h])).toBeLessThan(1 + 1e-6);
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it("of Neyman are the best, but for rounding", () => {
    const given = [stratum(1200, 0.9), stratum(5000, 1.6), stratum(800, 0.7), stratum(3000, 1.2)];
    const { answers } = variant(neymanAllocation(given, 400), "allocated");
    const best = varianceOfStratifiedMean(given, answers) ?? Number.NaN;
    for (let from = 0; from < 4; from++) {
      for (let to = 0; to < 4; to++) {
        const moved = answers.map((each, h) => each + 4 * Number(h === to) - 4 * Number(h === from));
        if (from !== to) expect(varianceOfStratifiedMean(given, moved)).toBeGreaterThan(best);
      }
    }
    const proportional = variant(proportionalAllocation(given, 400), "allocated").answers;
    expect(varianceOfStratifiedMean(given, proportional)).toBeGreaterThan(best);
  });

  it("put the largest remainders up, and share out what a full stratum leaves over", () => {
    expect([
      ...variant(proportionalAllocation([stratum(10), stratum(10), stratum(10)], 10, 0), "allocated").answers,
    ]).toEqual([4, 3, 3]);
    // Neyman asks 50 of the first, which has 20; the others take the 30 in the proportion of 3 to 2.
    const capped = [stratum(20, 5), stratum(600, 0.1), stratum(400, 0.1)];
    expect([...variant(neymanAllocation(capped, 100), "allocated").answers]).toEqual([20, 48, 32]);
    expect([...variant(neymanAllocation([stratum(50, 3), stratum(50, 0)], 20), "allocated").answers]).toEqual([18, 2]);
    // Twice as dear is √2 times as rare.
    const dear = variant(costOptimalAllocation([stratum(100), stratum(100, 1, 4)], 30), "allocated");
    expect([...dear.ideal]).toEqual([20, 10]);
  });

  it("name what is missing", () => {
    const two = [stratum(5), stratum(5)];
    expect(proportionalAllocation(two, 11)).toEqual({ kind: "population-too-small", population: 10, requested: 11 });
    expect(proportionalAllocation(two, 3)).toEqual({ kind: "too-many-strata", requested: 3, required: 4 });
    expect(neymanAllocation([stratum(5, 0), stratum(5, 0)], 6)).toEqual({ kind: "no-variation" });
    expect(varianceOfStratifiedMean(two, [3, 0])).toBeNull();
    expect(varianceOfStratifiedMean(two, [5, 5])).toBe(0);
  });

  it("refuse what a caller should not ask", () => {
    const faults: (() => unknown)[] = [
      () => proportionalAllocation([], 3),
      () => proportionalAllocation([stratum(1.5)], 1),
      () => proportionalAllocation([stratum(5)], -1),
      () => neymanAllocation([stratum(5, -1)], 2),
      () => costOptimalAllocation([stratum(5, 1, 0)], 2),
      () => varianceOfStratifiedMean([stratum(5)], [6]),
      () => varianceOfStratifiedMean([stratum(5)], [1, 2]),
    ];
    for (const fault of faults) expect(fault).toThrow(RangeError);
  });
});

describe("the frame by volume", () => {
  it("is the smallest set that covers the share", () => {
    const volume = fc.oneof(fc.constant(0), fc.constant(Number.NaN), fc.integer({ min: 1, max: 500 }));
    const share = fc.double({ min: 0.001, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(volume, { maxLength: 30 }), share, (given, wanted) => {
        const found = volumeFrame(Float64Array.from(given), wanted);
        const total = given.reduce((sum, each) => sum + (Number.isNaN(each) ? 0 : each), 0);
        expect(found.unknown).toBe(given.filter(Number.isNaN).length);
        expect(found.kind).toBe(total === 0 ? "no-volume" : "framed");
        if (total === 0) return;
        const { rows, coveredShare, smallestVolume } = variant(found, "framed");
        expect(unfitNumbers(found)).toEqual([]);
        const volumes = Array.from(rows, (row) => given[row]);
        expect(volumes).toEqual(volumes.toSorted((a, b) => b - a));
        const covered = volumes.reduce((sum, each) => sum + each, 0);
        expect(covered / total).toBeCloseTo(coveredShare, 12);
        expect(coveredShare).toBeGreaterThanOrEqual(wanted - 1e-9);
        expect((covered - smallestVolume) / total).toBeLessThan(wanted);
        const left = given.filter((each, row) => !rows.includes(row) && !Number.isNaN(each));
        expect(Math.max(0, ...left)).toBeLessThanOrEqual(smallestVolume);
      }),
    );
  });

  it("takes the earlier of equal customers, and refuses what is no volume", () => {
    expect([...variant(volumeFrame(Float64Array.of(5, 10, 5, 5), 0.6), "framed").rows]).toEqual([1, 0]);
    expect(() => volumeFrame(Float64Array.of(-1), 0.5)).toThrow(RangeError);
    expect(() => volumeFrame(Float64Array.of(1), 0)).toThrow(RangeError);
  });
});
