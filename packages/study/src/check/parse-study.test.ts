import { describe, expect, it } from "vitest";
import { buildStudy, type StudyJson } from "../../test-support/study-folder.ts";
import type { IssueCode } from "../issue/issue.ts";
import { issueText } from "../messages/issue-text.ts";
import { parseStudy } from "./parse-study.ts";

const five = { kind: "rating", minimum: 1, maximum: 5 };
const label = { zh: "甲" };
const bands = [
  { code: "good", label, from: 60 },
  { code: "bad", label, from: 0 },
];

function importanceOnTwoScales(): StudyJson {
  const rating = (name: string, scale: string) => ({ name, type: "rating", scale });
  return buildStudy({
    scales: { five, ten: { kind: "rating", minimum: 1, maximum: 10 } },
    columns: [
      rating("q1", "five"),
      rating("q2", "five"),
      rating("i1", "five"),
      rating("i2", "ten"),
      { name: "region", type: "choice" },
    ],
    indicators: [
      { code: "a", label, question: "q1", importance: "i1" },
      { code: "b", label, question: "q2", importance: "i2" },
    ],
    measures: {},
    index: { weights: "stated" },
  });
}

/** What is wrong, which text shows where, and which issue says it. */
const faults: readonly [string, StudyJson | string, string, IssueCode][] = [
  ["a comma is missing", '{\n  "format": "manyi-study/1"\n  "id": "x"\n}', '"id"', "json-syntax"],
  ["a comment", '{\n  // about\n  "id": "x" }', "// about", "json-syntax"],
  ["a text that is not closed", '{ "id": "x', '"x', "json-syntax"],
  ["nothing in the file", "", "", "json-syntax"],
  ["an array instead of a study", "[1]", "[1]", "type-wrong"],
  ["a property that stands twice", '{ "id": "a",\n  "id": "b" }', '"id": "b"', "json-property-twice"],
  ["nesting without end", `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`, "", "nested-too-deep"],
  ["no title", buildStudy({ title: undefined }), "", "property-missing"],
  ["a mistyped property", buildStudy({ colums: [] }), '"colums"', "property-unknown"],
  ["another format", buildStudy({ format: "manyi-study/9" }), '"manyi-study/9"', "value-not-listed"],
  ["an id with capitals", buildStudy({ id: "My Study" }), '"My Study"', "form-wrong"],
  ["a title without a language", buildStudy({ title: {} }), '"title": {}', "too-few-entries"],
  [
    "a date of another form",
    buildStudy({ period: { from: "1.1.2026", to: "2026-02-01" } }),
    '"1.1.2026"',
    "form-wrong",
  ],
  [
    "a period that ends before it begins",
    buildStudy({ period: { from: "2026-03-01", to: "2026-02-01" } }),
    '"period"',
    "period-backwards",
  ],
  ["a confidence of 95", buildStudy({ analysis: { confidence: 95 } }), "95", "value-too-large"],
  [
    "a scale of a kind that is none",
    buildStudy({ scales: { five: { kind: "ratings" } } }),
    '"ratings"',
    "value-not-listed",
  ],
  ["a scale without an end", buildStudy({ scales: { five: { kind: "rating", minimum: 1 } } }), "", "property-missing"],
  ["a scale that runs backwards", buildStudy({ scales: { five: { ...five, maximum: 1 } } }), "", "scale-empty-range"],
  [
    "a label of no answer",
    buildStudy({ scales: { five: { ...five, labels: { "6": label } } } }),
    "",
    "scale-label-outside",
  ],
  [
    "a special code that is an answer",
    buildStudy({ scales: { five: { ...five, special: { "5": "refused" } } } }),
    "",
    "scale-special-is-answer",
  ],
  ["boxes that overlap", buildStudy({ scales: { five: { ...five, top: 3, bottom: 3 } } }), "", "scale-boxes-overlap"],
  [
    "a mark table with a gap",
    buildStudy({ scales: { five: { ...five, conversion: { kind: "marks", marks: { "5": 100 } } } } }),
    "",
    "scale-mark-missing",
  ],
  [
    "an answer twice",
    buildStudy({
      scales: {
        five: {
          kind: "ordinal",
          answers: [
            { code: "a", value: 1 },
            { code: "a", value: 2 },
          ],
        },
      },
    }),
    "",
    "scale-answer-twice",
  ],
  [
    "conversion by a maximum of 0",
    buildStudy({ scales: { five: { kind: "rating", minimum: -4, maximum: 0, conversion: { kind: "maximum" } } } }),
    "",
    "scale-maximum-not-positive",
  ],
  [
    "a column twice",
    buildStudy({
      columns: [
        { name: "q1", type: "text" },
        { name: "q1", type: "text" },
      ],
    }),
    "",
    "column-twice",
  ],
  ["a rating without a scale", buildStudy({ columns: [{ name: "q1", type: "rating" }] }), "", "scale-missing"],
  [
    "a scale that is not declared",
    buildStudy({ columns: [{ name: "q1", type: "rating", scale: "fife" }] }),
    '"fife"',
    "scale-not-declared",
  ],
  ["a rating on a nominal scale", buildStudy({ scales: { five: { kind: "nominal" } } }), "", "scale-kind-wrong"],
  ["a measure of no column", buildStudy({ measures: { overall: "q9" } }), '"q9"', "column-not-declared"],
  ["a segment that is a text", buildStudy({ segments: ["id"] }), '"id"', "column-kind-wrong"],
  ["an NPS on five points", buildStudy({ measures: { nps: "q1" } }), '"q1"', "scale-nps-range"],
  ["an indicator without question", buildStudy({ indicators: [{ code: "a", label }] }), "", "indicator-leaf-or-branch"],
  [
    "an indicator twice",
    buildStudy({
      indicators: [
        { code: "a", label, question: "q1" },
        { code: "a", label, question: "q2" },
      ],
    }),
    "",
    "indicator-twice",
  ],
  [
    "a question that counts twice",
    buildStudy({
      indicators: [
        { code: "a", label, question: "q1" },
        { code: "b", label, question: "q1" },
      ],
    }),
    "",
    "indicator-question-twice",
  ],
  [
    "entered weights of 0",
    buildStudy({ index: { weights: "entered" }, indicators: [{ code: "a", label, question: "q1", weight: 0 }] }),
    "",
    "weights-sum-zero",
  ],
  ["stated weights without importance", buildStudy({ index: { weights: "stated" } }), "", "weights-need-importance"],
  [
    "derived weights without an outcome",
    buildStudy({ index: { weights: "lmg" }, measures: {} }),
    "",
    "weights-need-overall",
  ],
  [
    "grades that rise",
    buildStudy({ index: { grades: { name: label, conversion: "range", bands: bands.toReversed() } } }),
    "",
    "grades-order",
  ],
  [
    "grades of another conversion",
    buildStudy({ index: { grades: { name: label, conversion: "marks", bands } } }),
    "",
    "grades-conversion-differs",
  ],
  ["a share of 85", buildStudy({ targets: [{ measure: "csat", value: 85 }] }), "85", "share-out-of-range"],
  ["a target of 700", buildStudy({ targets: [{ measure: "csi", value: 700 }] }), "700", "target-out-of-range"],
  [
    "two targets for one measure",
    buildStudy({
      targets: [
        { measure: "nps", value: 10 },
        { measure: "nps", value: 20 },
      ],
    }),
    "20",
    "target-twice",
  ],
  [
    "the 31st of February",
    buildStudy({ period: { from: "2025-02-31", to: "2025-03-01" } }),
    '"2025-02-31"',
    "date-not-in-calendar",
  ],
  [
    "duplicates by a key that is not named",
    buildStudy({ cases: { duplicates: { compare: "key" } } }),
    "",
    "duplicates-need-key",
  ],
  [
    "two answers of one value",
    buildStudy({
      scales: {
        five: {
          kind: "ordinal",
          answers: [
            { code: "a", value: 1 },
            { code: "b", value: 1 },
          ],
        },
      },
    }),
    "",
    "scale-value-twice",
  ],
  ["importance asked on two scales", importanceOnTwoScales(), "", "importance-scales-differ"],
  ["a weight that is not declared", buildStudy({ analysis: { weight: "w" } }), '"w"', "value-not-listed"],
  ["a title of 30,000 characters", buildStudy({ title: { zh: "长".repeat(30_000) } }), "", "text-too-long"],
];

describe("a wrong study.json", () => {
  it.each(faults)("is told: %s", (_, study, shows, code) => {
    const text = typeof study === "string" ? study : JSON.stringify(study, null, 2);
    const parsed = parseStudy("study.json", text);
    if (parsed.kind === "study") throw new Error("the study passed");
    const found = parsed.issues.find((issue) => issue.code === code);
    expect(parsed.issues.map((issue) => issue.code)).toContain(code);
    const { line = 0 } = found?.place ?? {};
    expect(line).toBeGreaterThan(0);
    if (shows !== "") expect(text.split("\n")[line - 1]).toContain(shows);
  });

  it("says every fault in both languages with its place, in one line", () => {
    const parsed = parseStudy(
      "study.json",
      JSON.stringify(buildStudy({ measures: { overall: "q9\n\u{202e}" } }), null, 2),
    );
    if (parsed.kind === "study") throw new Error("the study passed");
    for (const language of ["zh", "en"] as const) {
      const text = issueText(parsed.issues[0], language);
      expect(text).toMatch(/^study\.json/);
      expect(text).not.toMatch(/[\n\u{202e}]/u);
    }
  });

  it("guesses what a mistyped name meant", () => {
    const parsed = parseStudy("study.json", JSON.stringify(buildStudy({ measures: { overal: "q1" } })));
    expect(parsed.kind === "faulty" && parsed.issues[0].details).toMatchObject({
      property: "overal",
      nearest: "overall",
    });
  });

  it("survives names that objects have of their own", () => {
    const text = JSON.stringify(buildStudy({ columns: [{ name: "q1", type: "rating", scale: "constructor" }] }));
    const codes = (parsed: ReturnType<typeof parseStudy>) =>
      parsed.kind === "faulty" ? parsed.issues.map((issue) => issue.code) : [];
    expect(codes(parseStudy("study.json", text))).toContain("scale-not-declared");
    expect(codes(parseStudy("study.json", text.replace('"id"', '"__proto__"')))).toContain("property-missing");
  });
});

describe("a sound study.json", () => {
  it("passes, also with a byte order mark", () => {
    expect(parseStudy("study.json", `\u{FEFF}${JSON.stringify(buildStudy())}`).kind).toBe("study");
  });
});
