import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tellsOfFew } from "./tells-of-few.ts";

/** A mask of 100 respondents, 1 for those whose number the range holds. */
const taken = (from: number, to: number) =>
  Uint8Array.from({ length: 100 }, (_, row) => (row >= from && row < to ? 1 : 0));

describe("whether the respondents of an analysis tell of few people", () => {
  it("lets everybody through where there are enough, and nobody where there are not", () => {
    expect(tellsOfFew(null, [], 100, 10)).toBe(false);
    expect(tellsOfFew(null, [], 9, 10)).toBe(true);
  });

  it("hides a filter that takes fewer than the minimum, or leaves out fewer", () => {
    expect(tellsOfFew(taken(0, 9), [], 100, 10)).toBe(true);
    expect(tellsOfFew(taken(0, 91), [], 100, 10)).toBe(true);
    expect(tellsOfFew(taken(0, 10), [], 100, 10)).toBe(false);
    expect(tellsOfFew(taken(0, 90), [], 100, 10)).toBe(false);
  });

  it("hides a filter that an earlier one, taken away from it, would reduce to few", () => {
    expect(tellsOfFew(taken(0, 40), [taken(0, 35)], 100, 10)).toBe(true);
    expect(tellsOfFew(taken(0, 35), [taken(0, 40)], 100, 10)).toBe(true);
    expect(tellsOfFew(taken(30, 60), [taken(0, 35)], 100, 10)).toBe(true);
    expect(tellsOfFew(taken(0, 40), [taken(40, 80)], 100, 10)).toBe(false);
    expect(tellsOfFew(taken(0, 40), [taken(0, 40)], 100, 10)).toBe(false);
  });

  it("never shows two analyses whose difference is a group below the minimum", () => {
    const range = fc.tuple(fc.nat(100), fc.nat(100)).map(([a, b]) => taken(Math.min(a, b), Math.max(a, b)));
    fc.assert(
      fc.property(range, range, fc.integer({ min: 2, max: 30 }), (first, second, minimum) => {
        if (tellsOfFew(first, [], 100, minimum) || tellsOfFew(second, [first], 100, minimum)) return;
        const count = (isIn: (row: number) => boolean) => first.filter((_, row) => isIn(row)).length;
        const differences = [
          count((row) => first[row] === 1 && second[row] === 0),
          count((row) => first[row] === 0 && second[row] === 1),
          count((row) => first[row] === 1 && second[row] === 1),
        ];
        for (const people of differences) expect(people === 0 || people >= minimum).toBe(true);
      }),
    );
  });
});
