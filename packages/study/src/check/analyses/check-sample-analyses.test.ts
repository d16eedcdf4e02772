import { describe, expect, it } from "vitest";
import { buildStudy, type StudyJson } from "../../../test-support/study-folder.ts";
import type { IssueCode } from "../../issue/issue.ts";
import { parseStudy } from "../parse-study.ts";

const time = { column: "region", before: ["East"], after: ["West"] };

/** What is wrong, the analysis, which text its place shows, and which issue says it. */
const faults: readonly [string, StudyJson, string, IssueCode][] = [
  [
    "a question about a size of a kind that there is not",
    { family: "sampling", questions: [{ kind: "share", margin: 0.03 }] },
    "share",
    "value-not-listed",
  ],
  [
    "an allocation by deviations that are not given",
    {
      family: "sampling",
      allocation: { strata: [{ label: { en: "a" }, size: 10 }], total: 5, method: "neyman" },
    },
    "{",
    "analysis-part-missing",
  ],
  ["weights without a population", { family: "weights" }, "{", "analysis-part-missing"],
  [
    "margins and their crossing at once",
    {
      family: "weights",
      margins: [{ column: "q1", targets: { "1": 1 } }],
      crossed: { columns: ["q1", "q2"], cells: [{ codes: ["1", "1"], target: 1 }] },
    },
    "crossed",
    "analysis-parts-exclusive",
  ],
  [
    "a target of an answer that the scale does not have",
    { family: "weights", margins: [{ column: "q1", targets: { "9": 1 } }] },
    '"9"',
    "analysis-code-unknown",
  ],
  [
    "sizes of strata without strata",
    { family: "design-variance", populationSizes: { East: 5 } },
    "{",
    "analysis-part-missing",
  ],
  ["strata of a rating", { family: "design-variance", strata: "q1" }, '"q1"', "column-kind-wrong"],
  ["nobody asked", { family: "response-rates" }, "{", "analysis-part-missing"],
  [
    "counts of the whole survey beside a filter",
    { family: "response-rates", dispositions: { refused: 3 }, filter: [{ column: "region", codes: ["East"] }] },
    '"filter"',
    "analysis-parts-exclusive",
  ],
  [
    "a contradiction by an answer that the scale does not have",
    {
      family: "quality",
      contradictions: [
        {
          label: { en: "x" },
          all: [
            { column: "q1", codes: ["8"] },
            { column: "q2", codes: ["1"] },
          ],
        },
      ],
    },
    "codes",
    "analysis-code-unknown",
  ],
  ["one item to be missing", { family: "missing", items: ["q1"] }, "items", "too-few-entries"],
  ["a trend over nothing", { family: "trend", questions: ["q1"] }, "{", "analysis-part-missing"],
  [
    "a comparison with others who are not named",
    { family: "effect", kind: "difference-in-differences", question: "q1", time },
    "{",
    "analysis-part-missing",
  ],
  [
    "a wave before and after at once",
    { family: "effect", kind: "before-after", question: "q1", time: { ...time, after: ["East", "West"] } },
    "after",
    "analysis-parts-exclusive",
  ],
  [
    "a stay that is a rating",
    { family: "retention", duration: "q1", event: { column: "region", codes: ["East"] } },
    '"q1"',
    "column-kind-wrong",
  ],
  ["a table of one column", { family: "suppression", rows: "q1", by: "q1" }, '"by"', "analysis-column-repeated"],
  [
    "a filter by an answer that the scale does not have",
    { family: "suppression", rows: "q1", by: "q2", filters: [[{ column: "q1", codes: ["9"] }]] },
    "codes",
    "analysis-code-unknown",
  ],
];

describe("analyses of the sample and of its changes", () => {
  it.each(faults)("refuse %s", (_, analysis, shown, code) => {
    const text = JSON.stringify(buildStudy({ analyses: [analysis] }), null, 2);
    const parsed = parseStudy("study.json", text);
    if (parsed.kind !== "faulty") throw new Error("nothing was found");
    const found = parsed.issues.find((issue) => issue.code === code);
    if (found === undefined) throw new Error(`only ${parsed.issues.map((issue) => issue.code).join(", ")}`);
    expect(text.split("\n")[(found.place.line ?? 0) - 1]).toContain(shown);
  });

  it("take settings that are right", () => {
    const analyses = [
      { family: "sampling" },
      { family: "weights", margins: [{ column: "q1", targets: { "1": 1, "2": 3 } }], trim: { upper: 3 } },
      { family: "design-variance", strata: "region", populationSizes: { East: 5 }, questions: ["q1"] },
      { family: "response-rates", dispositions: { refused: 3 } },
      { family: "quality" },
      { family: "missing", items: ["q1", "q2"] },
      { family: "trend", questions: ["q1"], over: "region", times: { East: 1 }, chart: { kind: "p" } },
      { family: "effect", kind: "before-after", question: "q1", time },
      { family: "suppression", rows: "q1", by: "region" },
    ];
    const parsed = parseStudy("study.json", JSON.stringify(buildStudy({ analyses })));
    expect(parsed.kind === "faulty" ? parsed.issues : []).toEqual([]);
  });
});
