import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildLoadedStudy, type Respondent } from "../../test-support/build-loaded-study.ts";
import { analyseStudy } from "../analyse-study.ts";
import { hiddenGroups } from "./shown-groups.ts";

const minimum = 10;

const whole = (sizes: readonly number[], others = 0) => ({ groups: sizes.map((_, group) => group), others });

describe("small groups", () => {
  it("leave no gap of fewer people than the minimum in any total, unless nothing of it is shown", () => {
    const totalsOf = (sizes: readonly number[], cut: number, others: number) => [
      whole(sizes, others),
      { groups: sizes.map((_, g) => g).slice(0, cut), others: 0 },
      { groups: sizes.map((_, g) => g).slice(cut), others: 0 },
    ];
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 12 }), fc.nat(12), fc.nat(12), (sizes, cut, others) => {
        const totals = totalsOf(sizes, cut, others);
        const hidden = hiddenGroups(sizes, minimum, totals);
        sizes.forEach((n, g) => {
          if (hidden[g] === null) expect(n === 0 || n >= minimum).toBe(true);
        });
        for (const total of totals) {
          const gap = total.groups.reduce((sum, g) => (hidden[g] === null ? sum : sum + sizes[g]), total.others);
          const shown = total.groups.some((g) => hidden[g] === null && sizes[g] > 0);
          expect(gap === 0 || gap >= minimum || !shown).toBe(true);
        }
      }),
    );
  });

  it("hide no group without need, and say why each is hidden", () => {
    const reasons = (sizes: readonly number[], others = 0) => hiddenGroups(sizes, minimum, [whole(sizes, others)]);
    expect(reasons([50, 4, 7, 60])).toEqual([null, "too-few", "too-few", null]);
    expect(reasons([50, 4, 12, 60])).toEqual([null, "too-few", "protects-others", null]);
    expect(reasons([50, 10])).toEqual([null, null]);
    expect(reasons([50, 0])).toEqual([null, null]);
    expect(reasons([50, 47], 3)).toEqual([null, "protects-others"]);
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
    for (const item of breakdown.items)
      expect(item.figures[2].result).toEqual({ kind: "suppressed", reason: "too-few", minimum });
    for (const row of breakdown.crosstab?.counts ?? []) expect(row.slice(1)).toEqual([null, null]);
    expect(breakdown.crosstab?.letters.every((row) => row[2] === "")).toBe(true);
  });

  it("hide a question that too few of a large group answered, with its complement, and the index that rests on it", () => {
    const some = [
      ...Array.from({ length: 40 }, (_, i) => person("a", i)),
      ...Array.from({ length: 30 }, (_, i) => person("b", i)),
      ...Array.from({ length: 30 }, (_, i) => ({ ...person("c", i, i < 4 ? 9 : null), care: i < 2 ? 5 : null })),
    ];
    const [weighting] = analyseStudy(buildLoadedStudy(some), { productVersion: "test" }).weightings;
    const kinds = (id: string) =>
      weighting.groups[0].measures.find((measure) => measure.id === id)?.figures.map(({ result }) => result.kind);
    expect(kinds("nps")).toEqual(["estimated", "suppressed", "suppressed"]);
    expect(kinds("csi")).toEqual(["estimated", "suppressed", "suppressed"]);
    expect(kinds("csat")).toEqual(["estimated", "estimated", "estimated"]);
  });

  it("give nothing of a hidden group through the crosstab: no total, no test, no expected count holds it", () => {
    const { crosstab } = breakdown;
    const visible = crosstab?.counts.reduce((sum, row) => sum + (row[0] ?? 0), 0);
    expect(visible).toBe(40);
    expect(crosstab?.rows.reduce((sum, row) => sum + (row.n ?? 0), 0)).toBe(40);
    expect(crosstab?.test.kind).toBe("not-testable");
  });

  it("hide the index of no group only because its items were answered unevenly", () => {
    const uneven = Array.from({ length: 200 }, (_, i) => ({
      ...person(i % 2 === 0 ? "a" : "b", i),
      speed: i % 2 === 0 && i % 12 === 0 ? null : 3,
      care: i % 2 === 1 && i % 13 === 0 ? null : 4,
    }));
    const [weighting] = analyseStudy(buildLoadedStudy(uneven), { productVersion: "test" }).weightings;
    const csi = weighting.groups[0].measures.find((measure) => measure.id === "csi");
    expect(csi?.figures.map(({ result }) => result.kind)).toEqual(["estimated", "estimated"]);
  });

  it("tell no difference from a rest that is one hidden group", () => {
    const known = Array.from({ length: 97 }, (_, i) => person(i < 50 ? "a" : "b", i, i < 94 ? 9 : null));
    const study = buildLoadedStudy([...known, ...Array.from({ length: 3 }, (_, i) => person("blank", i))]);
    const column = study.dataset.columns.get("group");
    if (column?.kind !== "coded") throw new Error("no groups");
    // The last three belong to no group: their cells were blank.
    const codes = column.codes.map((code, row) => (row < 97 ? code : 1));
    const columns = new Map(study.dataset.columns).set("group", { ...column, codes });
    const blank = { ...study, dataset: { ...study.dataset, columns } };
    const [weighting] = analyseStudy(blank, { productVersion: "test" }).weightings;
    const csat = weighting.groups[0].measures.find((measure) => measure.id === "csat");
    expect(weighting.groups[0].groups.map((group) => group.hidden)).toEqual([null, "protects-others"]);
    expect(csat?.differences.map((tested) => tested?.difference.kind)).toEqual(["suppressed", "suppressed"]);
  });

  it("give nothing of a small branch through its region", () => {
    const nested = [
      ...Array.from({ length: 50 }, (_, i) => ({ ...person("S1", i), wave: "W" })),
      ...Array.from({ length: 6 }, (_, i) => ({ ...person("S2", i), wave: "W" })),
      ...Array.from({ length: 50 }, (_, i) => ({ ...person("S3", i), wave: "N" })),
      ...Array.from({ length: 40 }, (_, i) => ({ ...person("S4", i), wave: "N" })),
    ];
    const [weighting] = analyseStudy(buildLoadedStudy(nested, { units: ["wave"] }), {
      productVersion: "test",
    }).weightings;
    const branches = weighting.groups.find((group) => group.column === "group");
    expect(branches?.groups.map((group) => group.hidden)).toEqual(["protects-others", "too-few", null, null]);
  });

  it("give nothing of anybody where there are too few respondents altogether", () => {
    const few = Array.from({ length: 9 }, (_, i) => person("a", i));
    const results = analyseStudy(buildLoadedStudy(few), { productVersion: "test" });
    expect(JSON.stringify(results)).not.toContain('"estimated"');
    expect(results.weightings[0].items.every((item) => item.distribution.length === 0)).toBe(true);
    expect(results.findings.filter((finding) => finding.kind !== "caution")).toEqual([]);
  });
});
