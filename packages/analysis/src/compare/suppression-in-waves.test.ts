import { loadStudy } from "@manyi/dataset/load/load-study";
import { buildStudy, studyFolder } from "@manyi/study/test-support/study-folder";
import { describe, expect, it } from "vitest";
import { buildLoadedStudy, type Respondent } from "../../test-support/build-loaded-study.ts";
import { measureOf } from "../../test-support/estimated.ts";
import { analyseStudy } from "../analyse-study.ts";
import type { StudyResults, WeightingResults } from "../results/study-results.ts";

const suppressed = { kind: "suppressed" };

/** So many people in each wave and group, in order; the first half of the groups rates low, the second high. */
function survey(waves: Readonly<Record<string, number>>, groups: Readonly<Record<string, number>> = {}): StudyResults {
  const waveOf = Object.entries(waves).flatMap(([wave, n]) => Array.from({ length: n }, () => wave));
  const named = Object.entries(groups).flatMap(([group, n]) => Array.from({ length: n }, () => group));
  const names = Object.keys(groups);
  const people = waveOf.map((wave, i): Respondent => {
    const group = named[i] ?? "all";
    const answers = names.indexOf(group) >= names.length / 2 ? [1, 2, 3, 4, 5, 5, 5] : [1, 1, 1, 2, 3, 4, 5];
    const rating = (shift: number) => answers[(i + shift) % answers.length];
    return { overall: rating(0), speed: rating(1), care: rating(2), nps: i % 11, group, wave };
  });
  return analyseStudy(buildLoadedStudy(people), { productVersion: "test" });
}

function wavesOf({ weightings: [{ waves }] }: StudyResults): NonNullable<WeightingResults["waves"]> {
  if (waves === null) throw new Error("no waves");
  return waves;
}

describe("waves of which one is hidden", () => {
  const waves = wavesOf(survey({ "1": 40, "2": 12, "3": 5, "4": 40 }));

  it("show no difference to a hidden wave, neither into it nor out of it", () => {
    expect(waves.waves.map(({ hidden }) => hidden)).toEqual([null, "protects-others", "too-few", null]);
    expect(waves.measures.length).toBeGreaterThan(3);
    for (const { figures, differences } of waves.measures) {
      expect(figures.map(({ result }) => result.kind)).toEqual(["estimated", "suppressed", "suppressed", "estimated"]);
      expect(differences[0]).toBeNull();
      for (const tested of differences.slice(1))
        expect(tested).toMatchObject({ difference: suppressed, adjustedPValue: null, evidence: "none" });
    }
  });

  it("show an item's change neither from a hidden wave nor to one", () => {
    expect(waves.items.length).toBe(2);
    for (const { from, to, change } of waves.items) {
      expect([from.result.kind, to.result.kind]).toEqual(["suppressed", "estimated"]);
      expect(change).toMatchObject({ difference: suppressed, evidence: "none" });
    }
    const lastHidden = wavesOf(survey({ "1": 12, "2": 40, "3": 5 }));
    for (const { from, to, change } of lastHidden.items) {
      expect([from.result.kind, to.result.kind]).toEqual(["estimated", "suppressed"]);
      expect(change.difference).toMatchObject(suppressed);
    }
  });

  it("are spoken of in no finding of a change", () => {
    const { findings } = survey({ "1": 40, "2": 12, "3": 5, "4": 40 });
    expect(findings.filter(({ kind }) => kind === "change" || kind === "no-change")).toEqual([]);
  });
});

/** Every object in some data that says of whom it is, with the kind of its result. */
function* filteredFigures(value: unknown): Generator<{ readonly codes: readonly string[]; readonly kind: string }> {
  if (typeof value !== "object" || value === null) return;
  if ("filter" in value && "result" in value) {
    const { filter, result } = value as { filter: { column: string; codes: string[] }[]; result: { kind: string } };
    yield { codes: filter.flatMap(({ column, codes }) => codes.map((c) => `${column}=${c}`)), kind: result.kind };
  }
  for (const child of Object.values(value)) yield* filteredFigures(child);
}

describe("a study with hidden groups and waves", () => {
  const results = survey({ "1": 80, "2": 12, "3": 5, "4": 60 }, { a: 60, b: 5, c: 12, d: 80 });

  it("holds no estimate anywhere whose filter names one of them", () => {
    const [weighting] = results.weightings;
    const hidden = [
      ...weighting.groups.flatMap(({ column, groups }) =>
        groups.flatMap((group) => (group.hidden === null ? [] : [`${column}=${group.code}`])),
      ),
      ...wavesOf(results).waves.flatMap((wave) => (wave.hidden === null ? [] : [`wave=${wave.code}`])),
    ];
    expect(hidden.toSorted()).toEqual(["group=b", "group=c", "wave=2", "wave=3"]);
    const named = [...filteredFigures(results)].filter(({ codes }) => codes.some((code) => hidden.includes(code)));
    expect(named.length).toBeGreaterThan(10);
    expect(new Set(named.map(({ kind }) => kind))).toEqual(new Set(["suppressed"]));
  });

  it("names in a crosstab's letters the columns that a reader sees, and no hidden one", () => {
    const crosstab = results.weightings[0].groups[0].crosstab;
    expect(crosstab?.columnLetters).toEqual(["A", "B", "C", "D"]);
    expect(crosstab?.letters.at(-1)).toEqual(["", "", "", "A"]);
    expect(crosstab?.letters[0]).toEqual(["D", "", "", ""]);
  });
});

describe("groups that the code book declares", () => {
  const answers = ["East", "North", "West"].map((code) => ({ code }));
  const study = buildStudy({
    scales: { five: { kind: "rating", minimum: 1, maximum: 5 }, region: { kind: "nominal", answers } },
    columns: [
      { name: "q1", type: "rating", scale: "five" },
      { name: "q2", type: "rating", scale: "five" },
      { name: "region", type: "choice", scale: "region" },
    ],
  });

  it("are no groups where nobody gave the answer, and stand in its order", async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${1 + (i % 5)},${1 + (i % 4)},${i < 25 ? "West" : "East"}`);
    const folder = await studyFolder({ study, data: `q1,q2,region\n${rows.join("\n")}\n` });
    const loaded = await loadStudy(folder, { unknownAnswers: "stop" });
    const [regions] = analyseStudy(loaded, { productVersion: "test" }).weightings[0].groups;
    expect(regions.groups.map(({ code, n }) => [code, n])).toEqual([
      ["East", 15],
      ["West", 25],
    ]);
    for (const { figures } of regions.measures)
      expect(figures.map(({ filter }) => filter[0].codes)).toEqual([["East"], ["West"]]);
    expect(regions.crosstab?.columns.length).toBe(2);
    expect(measureOf(regions, "csat").differences.map((tested) => tested?.difference.kind)).toEqual([
      "estimated",
      "estimated",
    ]);
  });
});
