import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildLoadedStudy, type Respondent } from "../../test-support/build-loaded-study.ts";
import { analyseStudy } from "../analyse-study.ts";
import { shownGroups } from "./grouping.ts";

const minimum = 10;

describe("small groups", () => {
  it("leave no gap of fewer people than the minimum, unless nothing is shown", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 12 }), (sizes) => {
        const shown = shownGroups(sizes, minimum);
        const hidden = sizes.reduce((sum, n, g) => (shown[g] ? sum : sum + n), 0);
        sizes.forEach((n, g) => {
          if (shown[g]) expect(n).toBeGreaterThanOrEqual(minimum);
        });
        expect(hidden === 0 || hidden >= minimum || !shown.includes(true)).toBe(true);
      }),
    );
  });

  it("hide no group without need", () => {
    expect(shownGroups([50, 4, 7, 60], minimum)).toEqual([true, false, false, true]);
    expect(shownGroups([50, 4, 12, 60], minimum)).toEqual([true, false, false, true]);
    expect(shownGroups([50, 10], minimum)).toEqual([true, true]);
  });
});

const person = (group: string, i: number, nps: number | null = i % 11): Respondent => ({
  overall: 1 + (i % 5),
  speed: 1 + (i % 4),
  care: 2 + (i % 3),
  nps,
  group,
  wave: i % 2 === 0 ? "1" : "2",
});

describe("results", () => {
  const people = [
    ...Array.from({ length: 40 }, (_, i) => person("large", i)),
    ...Array.from({ length: 13 }, (_, i) => person("middle", i)),
    ...Array.from({ length: 4 }, (_, i) => person("tiny", i)),
  ];
  const breakdown = analyseStudy(buildLoadedStudy(people), { productVersion: "test" }).weightings[0].groups[0];

  it("hold neither figure nor count of a hidden group, nor what would give them away", () => {
    expect(breakdown.groups.map((group) => [group.code, group.n])).toEqual([
      ["large", 40],
      ["middle", null],
      ["tiny", null],
    ]);
    for (const measure of breakdown.measures) {
      expect(measure.figures.map(({ result }) => result.kind)).toEqual(["estimated", "suppressed", "suppressed"]);
      expect(measure.differences.slice(1).map((d) => d?.difference.kind)).toEqual(["suppressed", "suppressed"]);
    }
    for (const item of breakdown.items) expect(item.figures[2].result).toEqual({ kind: "suppressed", minimum });
    for (const row of breakdown.crosstab?.counts ?? []) expect(row.slice(1)).toEqual([null, null]);
    expect(breakdown.crosstab?.letters.every((row) => row[2] === "")).toBe(true);
  });

  it("hide a question that too few of a large group answered, with its complement", () => {
    const some = [
      ...Array.from({ length: 40 }, (_, i) => person("a", i)),
      ...Array.from({ length: 30 }, (_, i) => person("b", i)),
      ...Array.from({ length: 30 }, (_, i) => person("c", i, i < 4 ? 9 : null)),
    ];
    const [weighting] = analyseStudy(buildLoadedStudy(some), { productVersion: "test" }).weightings;
    const nps = weighting.groups[0].measures.find((measure) => measure.id === "nps");
    expect(nps?.figures.map(({ result }) => result.kind)).toEqual(["estimated", "suppressed", "suppressed"]);
    const csat = weighting.groups[0].measures.find((measure) => measure.id === "csat");
    expect(csat?.figures.map(({ result }) => result.kind)).toEqual(["estimated", "estimated", "estimated"]);
  });
});
