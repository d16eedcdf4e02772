import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tellsOfFew, tellsOfFewInGroups } from "./tells-of-few.ts";

/** A mask of 100 respondents, 1 for those whose number the range holds. */
const taken = (from: number, to: number) =>
  Uint8Array.from({ length: 100 }, (_, row) => (row >= from && row < to ? 1 : 0));

describe("whether the respondents of an analysis tell of few people", () => {
  it("lets everybody through where there are enough, and nobody where there are not", () => {
    expect(tellsOfFew(null, [], 100, 10)).toBeNull();
    expect(tellsOfFew(null, [], 9, 10)).toBe("too-few");
  });

  it("hides a filter that takes fewer than the minimum, or leaves out fewer", () => {
    expect(tellsOfFew(taken(0, 9), [], 100, 10)).toBe("too-few");
    expect(tellsOfFew(taken(0, 91), [], 100, 10)).toBe("difference");
    expect(tellsOfFew(taken(0, 10), [], 100, 10)).toBeNull();
    expect(tellsOfFew(taken(0, 90), [], 100, 10)).toBeNull();
  });

  it("hides a filter that an earlier one, taken away from it, would reduce to few", () => {
    expect(tellsOfFew(taken(0, 40), [taken(0, 35)], 100, 10)).toBe("difference");
    expect(tellsOfFew(taken(0, 35), [taken(0, 40)], 100, 10)).toBe("difference");
    expect(tellsOfFew(taken(30, 60), [taken(0, 35)], 100, 10)).toBe("difference");
    expect(tellsOfFew(taken(0, 40), [taken(40, 80)], 100, 10)).toBeNull();
    expect(tellsOfFew(taken(0, 40), [taken(0, 40)], 100, 10)).toBeNull();
  });

  it("never shows two analyses whose difference is a group below the minimum", () => {
    const range = fc.tuple(fc.nat(100), fc.nat(100)).map(([a, b]) => taken(Math.min(a, b), Math.max(a, b)));
    fc.assert(
      fc.property(range, range, fc.integer({ min: 2, max: 30 }), (first, second, minimum) => {
        if (tellsOfFew(first, [], 100, minimum) !== null || tellsOfFew(second, [first], 100, minimum) !== null) return;
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

  it("holds a filter against the groups of the report: those that hold it, and those that it holds", () => {
    // Five groups of twenty; the last is not shown.
    const groups = {
      codes: Int32Array.from({ length: 100 }, (_, row) => Math.floor(row / 20)),
      isShown: [true, true, true, true, false],
    };
    const tells = (from: number, to: number) => tellsOfFewInGroups(taken(from, to), groups, 10);
    expect(tells(0, 20)).toBe(false);
    expect(tells(0, 17)).toBe(true);
    expect(tells(0, 37)).toBe(true);
    expect(tells(0, 30)).toBe(false);
    expect(tells(0, 23)).toBe(true);
    expect(tells(70, 95)).toBe(false);
    expect(tells(60, 85)).toBe(true);
  });
});
