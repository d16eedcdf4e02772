import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { variant } from "../../test-support/variants.ts";
import { filterDifference } from "./filter-difference.ts";

const rows = (text: string) => Uint8Array.from(text, Number);
/** So many people, all in or all out. */
const run = (isIn: 0 | 1, people: number) => String(isIn).repeat(people);
const none = { kind: "none" } as const;

describe("filters that differ in a few", () => {
  it("are refused where one holds the other and few people stand between them", () => {
    expect(filterDifference([rows("11110")], rows("11100"), 3)).toEqual({
      kind: "revealed",
      people: 1,
      combination: [
        { base: 0, times: 1 },
        { base: "asked", times: -1 },
      ],
    });
    expect(filterDifference([rows("00001"), rows("11000")], rows("11110"), 3)).toEqual({
      kind: "revealed",
      people: 2,
      combination: [
        { base: 1, times: -1 },
        { base: "asked", times: 1 },
      ],
    });
  });

  it("are allowed where they are the same, enough apart, or merely overlap", () => {
    expect(filterDifference([rows("11110")], rows("11110"), 3)).toBeNull();
    expect(filterDifference([rows("11110")], rows("10000"), 3)).toBeNull();
    expect(filterDifference([rows("11110")], rows("01111"), 3)).toBeNull();
    expect(filterDifference([], rows("1"), 3)).toBeNull();
  });

  it("need one sample and a minimum", () => {
    expect(() => filterDifference([rows("11")], rows("1"), 3)).toThrow(RangeError);
    expect(() => filterDifference([], rows("1"), 0)).toThrow(RangeError);
  });
});

describe("filters that are added and subtracted", () => {
  it("give away who is in both, if their union is shown", () => {
    // 20 in A alone, 2 in both, 20 in B alone.
    const a = rows(run(1, 22) + run(0, 20));
    const b = rows(run(0, 20) + run(1, 22));
    const either = rows(run(1, 42));
    expect(filterDifference([a], b, 10)).toBeNull();
    expect(filterDifference([a, b], either, 10)).toEqual({
      kind: "revealed",
      people: 2,
      combination: [
        { base: 0, times: 1 },
        { base: 1, times: 1 },
        { base: "asked", times: -1 },
      ],
    });
    expect(variant(filterDifference([either, a], b, 10) ?? none, "revealed").people).toBe(2);
    expect(filterDifference([a, b], either, 2)).toBeNull();
  });

  it("give away who is in neither, as a rest of disjoint groups", () => {
    const group = (place: number) =>
      rows([0, 1, 2].map((each) => run(each === place ? 1 : 0, 15)).join("") + run(0, 3));
    const all = rows(run(1, 48));
    expect(filterDifference([group(0), group(1)], group(2), 10)).toBeNull();
    expect(filterDifference([group(0), group(1), group(2)], all, 10)).toEqual({
      kind: "revealed",
      people: 3,
      combination: [
        { base: 0, times: -1 },
        { base: 1, times: -1 },
        { base: 2, times: -1 },
        { base: "asked", times: 1 },
      ],
    });
    expect(variant(filterDifference([all, group(0), group(1)], group(2), 10) ?? none, "revealed").people).toBe(3);
  });

  it("give away halves: three pairs of groups and one group", () => {
    // (A or B) + (A or C) − (B or C) counts A twice.
    const cells = (...isIn: readonly (0 | 1)[]) =>
      rows([4, 20, 20].map((people, cell) => run(isIn[cell], people)).join(""));
    const found = filterDifference([cells(1, 1, 0), cells(1, 0, 1)], cells(0, 1, 1), 10);
    expect(found).toEqual({
      kind: "revealed",
      people: 4,
      combination: [
        { base: 0, times: 0.5 },
        { base: 1, times: 0.5 },
        { base: "asked", times: -0.5 },
      ],
    });
  });

  it("say nothing new where the figure follows from others", () => {
    const [a, b] = [rows(run(1, 12) + run(0, 14)), rows(run(0, 12) + run(1, 14))];
    expect(filterDifference([a, b], rows(run(1, 26)), 10)).toBeNull();
  });

  it("say that not everything was tried, where too much overlaps", () => {
    // Forty persons, three in each base beside a large group: a sum of bases may be any of very many sets of them.
    const groups = Array.from({ length: 40 }, (_, place) => {
      const base = new Uint8Array(140);
      base[place] = 1;
      base[(place + 1) % 40] = 1;
      base[(place + 7) % 40] = 1;
      return base.fill(1, 40, 140);
    });
    const found = filterDifference(groups.slice(1), groups[0], 12);
    expect(found).toEqual({ kind: "not-checked" });
  });
});

/** Rank by exact fractions of whole numbers (Bareiss). */
function rank(matrix: readonly (readonly number[])[]): number {
  const left = matrix.map((row) => row.map(BigInt));
  let found = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column++) {
    const place = left.findIndex((row, each) => each >= found && row[column] !== 0n);
    if (place < 0) continue;
    [left[found], left[place]] = [left[place], left[found]];
    for (let row = found + 1; row < left.length; row++) {
      const factor = left[row][column];
      left[row] = left[row].map((value, k) => value * left[found][column] - factor * left[found][k]);
    }
    found += 1;
  }
  return found;
}

describe("of all small sets", () => {
  it("finds the fewest people that the rank of the figures says are known", () => {
    const people = 9;
    const base = fc.array(fc.constantFrom<0 | 1>(0, 1), { minLength: people, maxLength: people });
    let revealed = 0;
    fc.assert(
      fc.property(fc.array(base, { minLength: 2, maxLength: 5 }), fc.integer({ min: 2, max: 4 }), (bases, minimum) => {
        const [asked, ...shown] = bases;
        const found = filterDifference(
          shown.map((each) => Uint8Array.from(each)),
          Uint8Array.from(asked),
          minimum,
        );
        // Every set of rows but the asked one itself that is known with the new figure and was not without it.
        let fewest = minimum;
        for (let set = 1; set < 1 << people; set++) {
          const indicator = Array.from({ length: people }, (_, row) => (set >> row) & 1);
          const size = indicator.reduce((sum, each) => sum + each, 0);
          if (size >= fewest || indicator.join() === asked.join()) continue;
          const isKnown = rank([...bases, indicator]) === rank(bases);
          if (isKnown && rank([...shown, indicator]) > rank(shown)) fewest = size;
        }
        if (fewest < minimum) revealed += 1;
        if (fewest === minimum) expect(found).toBeNull();
        else expect(variant(found ?? none, "revealed").people).toBe(fewest);
        if (found?.kind !== "revealed") return;
        const count = found.combination.reduce((sum, each) => {
          const rowsOf = each.base === "asked" ? asked : shown[each.base];
          return sum + each.times * rowsOf.reduce((total: number, value) => total + value, 0);
        }, 0);
        expect(count).toBeCloseTo(found.people, 4);
      }),
      { numRuns: 150, seed: 3 },
    );
    expect(revealed).toBeGreaterThan(20);
  });
});
