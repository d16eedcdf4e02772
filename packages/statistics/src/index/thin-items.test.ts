/** Items that few respondents answered: the index knows them as badly as they are known. */
import { describe, expect, it } from "vitest";
import { indexOfColumns } from "../../test-support/index-of-columns.ts";
import { fourErrors, lognormalWeights, normalFrom, shareOfRuns } from "../../test-support/small-weighted-sample.ts";
import { estimated } from "../../test-support/variants.ts";
import { studentQuantile } from "../distribution/student-t.ts";
import { randomFromSeed } from "../random/xoshiro.ts";

const none = Number.NaN;

describe("an index with an item that few answered", () => {
  it("is not estimated where the item counts and was answered once", () => {
    const items = [Float64Array.of(50, 75, 100, 25), Float64Array.of(75, none, none, none)];
    expect(indexOfColumns(items, [1, 3], null, null, 0.95)[0]).toEqual({ kind: "too-few-answers", n: 1, required: 2 });
    expect(indexOfColumns(items, [1, 0], null, null, 0.95)[0].kind).toBe("estimated");
    const twice = [items[0], Float64Array.of(75, 50, none, none)];
    const weights = Float64Array.of(1, 1000, 1, 1);
    expect(indexOfColumns(twice, [1, 3], weights, null, 0.95)[0].kind).toBe("too-few-answers");
  });

  it("has n_j/(n_j − 1) for each item", () => {
    const items = [Float64Array.of(10, 20, 60, none, none), Float64Array.of(none, none, none, 40, 80)];
    const { value, standardError, degreesOfFreedom, interval } = estimated(
      indexOfColumns(items, [1, 1], null, null, 0.95)[0],
    );
    // Nobody answered both, so the variances of the two means add up: 700/3 and 800/2, each quartered.
    const [v, w] = [700 / 3 / 4, 800 / 2 / 4];
    expect(value).toBe(45);
    expect(standardError).toBeCloseTo(Math.sqrt(v + w), 12);
    expect(degreesOfFreedom).toBeCloseTo(((v + w) / (v / Math.SQRT2 + w)) ** 2, 12);
    expect(interval.upper).toBeCloseTo(45 - studentQuantile(0.025, degreesOfFreedom) * standardError, 9);
  });

  it("covers as often as it says, with and without case weights", () => {
    const random = randomFromSeed(303);
    const runs = 1500;
    for (const spread of [0, 0.6]) {
      const covered = shareOfRuns(runs, () => {
        const weights = spread === 0 ? null : lognormalWeights(random, 30, spread);
        const people = Array.from({ length: 30 }, () => normalFrom(random));
        const items = [0, 1, 2].map((item) =>
          Float64Array.from(people, (person, row) => (item === 2 && row >= 5 ? none : person + normalFrom(random))),
        );
        const [index] = indexOfColumns(items, [1, 1, 3], weights, null, 0.95);
        if (index.kind !== "estimated") return true;
        return index.interval.lower <= 0 && 0 <= index.interval.upper;
      });
      // Before: 88 % and 84 %.
      expect(Math.abs(covered - 0.95)).toBeLessThan(0.01 + fourErrors(0.95, runs));
    }
  });

  it("refuses infinite answers, and takes answers equal but for rounding for equal", () => {
    const infinite = [Float64Array.of(50, Number.POSITIVE_INFINITY)];
    expect(() => indexOfColumns(infinite, [1], null, null, 0.95)).toThrow(RangeError);
    const equal = [Float64Array.of(80, 80.00000000000001, 80), Float64Array.of(60, 60, 60)];
    expect(estimated(indexOfColumns(equal, [1, 1], null, null, 0.95)[0]).standardError).toBe(0);
  });
});
