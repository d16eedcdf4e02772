/** The examples of the manual: one of each family, computed with the data they speak of. */
import { readFileSync } from "node:fs";
import { loadStudy } from "@manyi/dataset/load/load-study";
import { parseStudy } from "@manyi/study/check/parse-study";
import { type AnalysisDefinition, analysisSchemas } from "@manyi/study/definition/analyses/analysis-definition";
import { beforeAll, describe, expect, it } from "vitest";
import { analysesOf, everyNumber } from "../../test-support/further-analysis.ts";
import type { AnalysisResult } from "../results/analyses.ts";

const root = new URL("../../../../", import.meta.url);
const example = new URL("examples/bookkeeping", root).pathname;
const manual = readFileSync(new URL("docs/analyses.md", root), "utf8");
const [list, maxDiff] = [...manual.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, json = ""]) => JSON.parse(json));
const analyses: readonly AnalysisDefinition[] = list;
const families = analysisSchemas.map(({ properties }) => properties.family.const);

/** Every text of a result, with the place where it stands. */
function textsIn(value: unknown, place: string): readonly (readonly [place: string, zh: unknown, en: unknown])[] {
  if (typeof value !== "object" || value === null) return [];
  const { zh, en } = value as { readonly zh?: unknown; readonly en?: unknown };
  if (typeof zh === "string" || typeof en === "string") return [[place, zh, en]];
  return Object.entries(value).flatMap(([name, part]) => textsIn(part, `${place}.${name}`));
}

describe("the manual of further analyses", () => {
  let results: readonly AnalysisResult[];
  beforeAll(async () => {
    results = analysesOf(await loadStudy(example, { unknownAnswers: "stop" }), analyses);
  }, 120_000);

  it("has an example of every family, and names all in both languages", () => {
    expect([...analyses.map(({ family }) => family), maxDiff.family].toSorted()).toEqual(families.toSorted());
    for (const family of families) expect(manual.split(`| \`${family}\` |`)).toHaveLength(3);
  });

  it("has examples that the check lets pass", () => {
    const study = JSON.parse(readFileSync(`${example}/study.json`, "utf8"));
    const screens = ["t1_best", "t1_worst", "t2_best", "t2_worst"].map((name) => ({ name, type: "choice" }));
    const asked = { ...study, columns: [...study.columns, ...screens], analyses: [...analyses, maxDiff] };
    const parsed = parseStudy("study.json", JSON.stringify(asked));
    expect(parsed.kind === "faulty" ? parsed.issues : []).toEqual([]);
  });

  it("has examples that are computed, with finite numbers and texts in both languages", () => {
    for (const result of results) {
      expect([result.family, result.outcome.kind]).toEqual([result.family, "computed"]);
      for (const value of everyNumber(result)) expect(Number.isFinite(value)).toBe(true);
      for (const text of textsIn(result, result.family)) {
        const some = expect.stringMatching(/\S/);
        expect(text).toEqual([text[0], some, some]);
      }
    }
  });

  it("shows nothing of a group below the minimum", () => {
    const ns = results.flatMap(({ outcome }) =>
      outcome.kind === "cannot" ? [] : outcome.parts.flatMap((part) => (part.kind === "table" ? [part.table.n] : [])),
    );
    for (const n of ns) expect(n === null || n === 0 || n >= 10).toBe(true);
  });
});
