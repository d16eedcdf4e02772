import { describe, expect, it } from "vitest";
import { buildLoadedStudy, type Respondent } from "../../test-support/build-loaded-study.ts";
import { analyseStudy } from "../analyse-study.ts";

/** Groups of unequal size whose ratings differ in level. */
function people(levels: readonly number[]): readonly Respondent[] {
  return levels.flatMap((level, g) =>
    Array.from({ length: 40 + 20 * g }, (_, i): Respondent => {
      const rating = Math.max(1, Math.min(5, level + (i % 3) - 1));
      return { overall: rating, speed: rating, care: rating, nps: 2 * rating, group: `g${g}`, wave: "1" };
    }),
  );
}

function csatOf(levels: readonly number[]) {
  const [group] = analyseStudy(buildLoadedStudy(people(levels)), { productVersion: "test" }).weightings[0].groups;
  const measure = group.measures.find(({ id }) => id === "csat");
  if (measure === undefined) throw new Error("no CSAT");
  return measure.differences.map((tested) => {
    if (tested?.difference.kind !== "estimated") throw new Error("no test");
    return { ...tested, difference: tested.difference };
  });
}

describe("groups against the rest", () => {
  it("of two groups are one test, which nothing has to correct", () => {
    const [first, second] = csatOf([3, 4]);
    expect(first.adjustedPValue).toBe(first.difference.pValue);
    expect(second.adjustedPValue).toBe(second.difference.pValue);
    expect([first.evidence, second.evidence]).toEqual(["lower", "higher"]);
    expect(first.difference.value).toBeCloseTo(-second.difference.value, 12);
  });

  it("of three groups are corrected together by Holm", () => {
    const tested = csatOf([3, 3, 4]);
    const smallest = tested.reduce((best, next) => (next.difference.pValue < best.difference.pValue ? next : best));
    expect(smallest.adjustedPValue).toBeCloseTo(Math.min(1, 3 * smallest.difference.pValue), 15);
  });
});
