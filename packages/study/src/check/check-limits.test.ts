import { describe, expect, it } from "vitest";
import { buildStudy, type StudyJson } from "../../test-support/study-folder.ts";
import type { IssueCode } from "../issue/issue.ts";
import { parseStudy } from "./parse-study.ts";

const label = { zh: "甲" };

function issuesOf(study: StudyJson | string): readonly IssueCode[] {
  const parsed = parseStudy("study.json", typeof study === "string" ? study : JSON.stringify(study, null, 2));
  return parsed.kind === "study" ? [] : parsed.issues.map(({ code }) => code);
}

const withNps = (scale: object) =>
  buildStudy({
    scales: { five: { kind: "rating", minimum: 1, maximum: 5 }, nps: { kind: "rating", ...scale } },
    columns: [
      { name: "q1", type: "rating", scale: "five" },
      { name: "q2", type: "rating", scale: "five" },
      { name: "q3", type: "rating", scale: "nps" },
      { name: "region", type: "choice" },
    ],
    measures: { nps: "q3" },
  });

const graded = (...from: number[]) =>
  buildStudy({
    index: {
      grades: { name: label, conversion: "range", bands: from.map((f, i) => ({ code: `b${i}`, label, from: f })) },
    },
  });

const converted = (minimum: number, maximum: number) =>
  buildStudy({ scales: { five: { kind: "rating", minimum, maximum, conversion: { kind: "maximum" } } } });

const target = (measure: string, value: number) => buildStudy({ targets: [{ measure, value }] });

const weighed = (...weights: (number | undefined)[]) =>
  buildStudy({
    index: { weights: "entered" },
    indicators: weights.map((weight, i) => ({ code: `i${i}`, label, question: `q${i + 1}`, weight })),
  });

const wrong: readonly [string, StudyJson | string, IssueCode][] = [
  ["an NPS whose best answer is the lowest", withNps({ minimum: 0, maximum: 10, best: "lowest" }), "scale-nps-range"],
  ["an NPS from 1", withNps({ minimum: 1, maximum: 10 }), "scale-nps-range"],
  ["grades that end above 0", graded(80, 60, 10), "grades-order"],
  ["two grades from the same value", graded(60, 60, 0), "grades-order"],
  ["conversion by the maximum of a scale with negative answers", converted(-2, 2), "scale-maximum-not-positive"],
  ["an index target below 0", target("csi", -1), "target-out-of-range"],
  ["an NPS target below −100", target("nps", -101), "target-out-of-range"],
  ["a share target below 0", target("csat", -0.1), "share-out-of-range"],
  [
    "an importance of no column",
    buildStudy({ indicators: [{ code: "a", label, question: "q2", importance: "i9" }] }),
    "column-not-declared",
  ],
  ["weights that are all 0", weighed(0, 0), "weights-sum-zero"],
  ["a trailing comma in an object", '{ "id": "a", }', "json-syntax"],
  ["a trailing comma in a list", `{ "columns": [{ "name": "q1" }, ] }`, "json-syntax"],
];

const sound: readonly [string, StudyJson][] = [
  ["an NPS from 0 to 10", withNps({ minimum: 0, maximum: 10 })],
  ["grades that fall to 0", graded(80, 60, 0)],
  ["conversion by the maximum of a scale from 0", converted(0, 4)],
  ["an index target of 0", target("csi", 0)],
  ["an index target of 100", target("csi", 100)],
  ["an NPS target of −100", target("nps", -100)],
  ["a share target of 0", target("csat", 0)],
  ["a share target of 1", target("csat", 1)],
  ["a weight of 0 beside another", weighed(0, 1)],
  ["a weight beside none", weighed(undefined, 1)],
];

describe("a study at the edge of what is allowed", () => {
  it.each(wrong)("is told beyond it: %s", (_, study, code) => {
    expect(issuesOf(study)).toContain(code);
  });

  it.each(sound)("passes within it: %s", (_, study) => {
    expect(issuesOf(study)).toEqual([]);
  });

  it("has an undeclared importance told once, at its place", () => {
    const study = buildStudy({ indicators: [{ code: "a", label, question: "q2", importance: "i9" }] });
    const text = JSON.stringify(study, null, 2);
    const parsed = parseStudy("study.json", text);
    if (parsed.kind === "study") throw new Error("the study passed");
    expect(parsed.issues).toMatchObject([{ details: { column: "i9", at: "a.importance" } }]);
    expect(text.split("\n")[(parsed.issues[0].place.line ?? 0) - 1]).toContain('"importance": "i9"');
  });
});
