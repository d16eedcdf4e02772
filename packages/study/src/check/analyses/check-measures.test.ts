/** Settings of scores, scales, index, SERVQUAL, matrix, Kano and MaxDiff that cannot be computed, and the place where that is said. */
import { describe, expect, it } from "vitest";
import { buildStudy, type StudyJson } from "../../../test-support/study-folder.ts";
import type { IssueCode } from "../../issue/issue.ts";
import { issueText } from "../../messages/issue-text.ts";
import { parseStudy } from "../parse-study.ts";

const nominal = (...codes: string[]) => ({ kind: "nominal", answers: codes.map((code) => ({ code })) });
const label = { zh: "甲", en: "A" };

/** Two ratings on five points, one on seven and one on 0–10; a choice of five and one of three. */
function studyWith(analysis: StudyJson, changes: StudyJson = {}): StudyJson {
  return buildStudy({
    scales: {
      five: { kind: "rating", minimum: 1, maximum: 5 },
      seven: { kind: "rating", minimum: 1, maximum: 7 },
      ten: { kind: "rating", minimum: 0, maximum: 10 },
      kano: nominal("1", "2", "3", "4", "5"),
      item: nominal("x", "y", "z"),
    },
    columns: [
      { name: "q1", type: "rating", scale: "five" },
      { name: "q2", type: "rating", scale: "five" },
      { name: "long", type: "rating", scale: "seven" },
      { name: "nps", type: "rating", scale: "ten" },
      { name: "like", type: "choice", scale: "kano" },
      { name: "pick", type: "choice", scale: "item" },
      { name: "drop", type: "choice", scale: "item" },
      { name: "points", type: "number" },
    ],
    measures: { overall: "q1" },
    indicators: [
      { code: "one", label, children: [{ code: "first", label, question: "q1" }] },
      { code: "two", label, question: "q2" },
    ],
    waves: undefined,
    units: undefined,
    segments: undefined,
    ...changes,
    analyses: [analysis],
  });
}

const ahp = (
  criteria: string[],
  matrix: number[][] = [
    [1, 2],
    [0.5, 1],
  ],
) => ({ family: "index", ahp: { criteria, matrix } });
const kano = (functional: string, more: StudyJson = {}) => ({
  family: "kano",
  features: [{ functional, dysfunctional: "like" }],
  ...more,
});
const items = ["x", "y", "z"].map((code) => ({ code }));
const maxDiff = (more: StudyJson) => ({
  family: "max-diff",
  items,
  tasks: [{ shown: ["x", "y", "z"], best: "pick", worst: "drop" }],
  ...more,
});
const gap = (expectation: string, perception: string, more: StudyJson = {}) => ({
  pairs: [{ expectation, perception }],
  ...more,
});

const faults: readonly [string, StudyJson, string, IssueCode][] = [
  ["scores of a choice", { family: "scores", questions: ["pick"] }, '"pick"', "column-kind-wrong"],
  ["scores by a rating", { family: "scores", by: "q1" }, '"q1"', "column-kind-wrong"],
  ["a Net Promoter Score on five points", { family: "scores", nps: ["q1"] }, '"q1"', "scale-nps-range"],
  ["a conversion of a column that is not there", { family: "scale", questions: ["q8"] }, '"q8"', "column-not-declared"],
  ["an unknown weighting", { family: "index", weightings: ["shapley"] }, '"shapley"', "value-not-listed"],
  ["a criterion that is no indicator", ahp(["one", "tow"]), '"tow"', "value-not-listed"],
  ["criteria that leave a question out", ahp(["one", "first"]), '"criteria"', "analysis-part-missing"],
  ["criteria that hold a question twice", ahp(["one", "first", "two"]), '"criteria"', "entry-twice"],
  [
    "comparisons with a row too few",
    ahp(
      ["one", "two"],
      [
        [1, 2],
        [0.5, 1],
        [1, 1],
      ],
    ),
    '"matrix"',
    "too-many-entries",
  ],
  [
    "a comparison of nothing",
    ahp(
      ["one", "two"],
      [
        [1, 0],
        [2, 1],
      ],
    ),
    "0",
    "value-too-small",
  ],
  ["what is compared, without an expectation", { family: "index", satisfaction: "q1" }, "{", "analysis-part-missing"],
  ["a gap between two scales", { family: "servqual", dimensions: [gap("q1", "long")] }, "{", "analysis-scales-differ"],
  [
    "points of one dimension only",
    { family: "servqual", dimensions: [gap("q1", "q2", { importance: "points" }), gap("q2", "q1")] },
    "{",
    "analysis-part-missing",
  ],
  [
    "points that are no number",
    { family: "servqual", dimensions: [gap("q1", "q2", { importance: "pick" })] },
    '"pick"',
    "column-kind-wrong",
  ],
  ["stated importance that nobody stated", { family: "matrix", importance: "stated" }, "{", "analysis-part-missing"],
  [
    "the middle of a scale of correlations",
    { family: "matrix", crosshair: "scale" },
    '"crosshair"',
    "value-not-listed",
  ],
  ["Kano's answers on three points", kano("pick"), "{", "analysis-part-missing"],
  [
    "an answer that the scale does not have",
    kano("like", { answers: ["1", "2", "3", "4", "9"] }),
    '"answers"',
    "analysis-code-unknown",
  ],
  ["four answers", kano("like", { answers: ["1", "2", "3", "4"] }), '"answers"', "too-few-entries"],
  [
    "an item that is not in the list",
    maxDiff({ items: [...items.slice(0, 2), { code: "w" }] }),
    '"z"',
    "value-not-listed",
  ],
  ["an item that stands twice", maxDiff({ items: [...items, { code: "x" }] }), '"x"', "entry-twice"],
  ["a screen that is not known", maxDiff({ tasks: [{ best: "pick", worst: "drop" }] }), "{", "analysis-part-missing"],
  [
    "screens that are known twice",
    maxDiff({ versions: { column: "pick", designs: [{ code: "x", shown: [["x", "y", "z"]] }] } }),
    "{",
    "analysis-parts-exclusive",
  ],
  [
    "a version without its screens",
    maxDiff({
      tasks: [
        { best: "pick", worst: "drop" },
        { best: "drop", worst: "pick" },
      ],
      versions: { column: "pick", designs: [{ code: "x", shown: [["x", "y", "z"]] }] },
    }),
    '"shown"',
    "too-few-entries",
  ],
  [
    "a version that nobody can have answered",
    maxDiff({
      tasks: [{ best: "pick", worst: "drop" }],
      versions: { column: "pick", designs: [{ code: "7", shown: [["x", "y", "z"]] }] },
    }),
    '"designs"',
    "analysis-code-unknown",
  ],
];

describe("the check of scores, conversions, indices, gaps, matrices and choices", () => {
  it.each(faults)("refuses %s", (_, analysis, shown, code) => {
    const text = JSON.stringify(studyWith(analysis), null, 2);
    const parsed = parseStudy("study.json", text);
    if (parsed.kind !== "faulty") throw new Error("nothing was found");
    const found = parsed.issues.find((issue) => issue.code === code);
    if (found === undefined) throw new Error(`only ${parsed.issues.map((issue) => issue.code).join(", ")}`);
    expect(text.split("\n")[(found.place.line ?? 0) - 1]).toContain(shown);
    for (const language of ["zh", "en"] as const) expect(issueText(found, language).length).toBeGreaterThan(8);
  });

  it("asks for questions and indicators where the study has none", () => {
    const bare = { indicators: undefined, measures: undefined };
    for (const family of ["scores", "scale", "index", "matrix"]) {
      const parsed = parseStudy("study.json", JSON.stringify(studyWith({ family }, bare)));
      expect(parsed).toMatchObject({ kind: "faulty", issues: [{ code: "analysis-part-missing" }] });
    }
  });

  it.each([
    ["scores", { family: "scores", questions: ["q1", "nps"], nps: ["nps"], by: "pick", compare: "top-share" }],
    ["scale", { family: "scale" }],
    ["index", { ...ahp(["one", "two"]), weightings: ["equal", "lmg"], expectation: "q2" }],
    [
      "servqual",
      { family: "servqual", dimensions: [gap("q1", "q2", { importance: "points", label })], leastShare: 0.5 },
    ],
    ["matrix", { family: "matrix", importance: "derived-partial", crosshair: "medians" }],
    ["kano", kano("like", { rule: "blauth" })],
    ["max-diff", maxDiff({})],
  ])("takes %s that is right", (_, analysis) => {
    const parsed = parseStudy("study.json", JSON.stringify(studyWith(analysis)));
    expect(parsed.kind === "faulty" ? parsed.issues : []).toEqual([]);
  });
});
