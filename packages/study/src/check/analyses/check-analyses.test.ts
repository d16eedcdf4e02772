import { describe, expect, it } from "vitest";
import { buildStudy, type StudyJson } from "../../../test-support/study-folder.ts";
import type { IssueCode } from "../../issue/issue.ts";
import { issueText } from "../../messages/issue-text.ts";
import { parseStudy } from "../parse-study.ts";

const scale = (...items: string[]) => ({ family: "reliability", scales: [{ items }] });

/** What is wrong, the list of analyses, which text shows where, and which issue says it. */
const faults: readonly [string, readonly StudyJson[], string, IssueCode][] = [
  ["a family that we do not know", [{ family: "reliabilty" }], '"reliabilty"', "value-not-listed"],
  ["no family", [{ id: "x" }], "{", "value-not-listed"],
  [
    "a setting that the family does not have",
    [{ ...scale("q1", "q2"), colour: "red" }],
    '"colour"',
    "property-unknown",
  ],
  ["a column that is not declared", [scale("q1", "q9")], '"q9"', "column-not-declared"],
  ["a group where a rating is wanted", [scale("q1", "region")], '"region"', "column-kind-wrong"],
  ["an item that stands twice", [scale("q1", "q1")], '"items"', "entry-twice"],
  ["one item only", [scale("q1")], '"items"', "too-few-entries"],
  [
    "two analyses with one id",
    [
      { ...scale("q1", "q2"), id: "x" },
      { ...scale("q1", "q2"), id: "x" },
    ],
    '"id": "x"',
    "analysis-twice",
  ],
  ["a weight that the study does not have", [{ ...scale("q1", "q2"), weight: "w" }], '"weight"', "value-not-listed"],
  [
    "a filter by a code that the scale does not have",
    [{ ...scale("q1", "q2"), filter: [{ column: "q1", codes: ["7"] }] }],
    '"codes"',
    "analysis-code-unknown",
  ],
];

describe("the list of analyses", () => {
  it.each(faults)("refuses %s", (_, analyses, shown, code) => {
    const text = JSON.stringify(buildStudy({ analyses }), null, 2);
    const parsed = parseStudy("study.json", text);
    if (parsed.kind !== "faulty") throw new Error("nothing was found");
    const found = parsed.issues.find((issue) => issue.code === code);
    if (found === undefined) throw new Error(`only ${parsed.issues.map((issue) => issue.code).join(", ")}`);
    expect(text.split("\n")[(found.place.line ?? 0) - 1]).toContain(shown);
    for (const language of ["zh", "en"] as const) expect(issueText(found, language).length).toBeGreaterThan(8);
  });

  it("takes a list that is right", () => {
    const analyses = [
      { ...scale("q1", "q2"), weight: "none", filter: [{ column: "q1", codes: ["1"] }] },
      { family: "reliability" },
    ];
    expect(parseStudy("study.json", JSON.stringify(buildStudy({ analyses }))).kind).toBe("study");
  });

  it("asks for scales where a study without indicators wants its reliability", () => {
    const parsed = parseStudy(
      "study.json",
      JSON.stringify(buildStudy({ analyses: [{ family: "reliability" }], indicators: undefined })),
    );
    expect(parsed).toMatchObject({ kind: "faulty", issues: [{ code: "analysis-part-missing" }] });
  });
});
