/** What factors and path models need of their settings. */
import { describe, expect, it } from "vitest";
import { buildStudy, type StudyJson } from "../../../test-support/study-folder.ts";
import type { IssueCode } from "../../issue/issue.ts";
import { issueText } from "../../messages/issue-text.ts";
import { parseStudy } from "../parse-study.ts";

const names = ["q1", "q2", "q3", "q4", "q5", "q6"];
const columns = [
  ...names.map((name) => ({ name, type: "rating", scale: "five" })),
  { name: "region", type: "choice", scale: "region" },
];
const scales = {
  five: { kind: "rating", minimum: 1, maximum: 5 },
  region: { kind: "nominal", answers: [{ code: "N" }, { code: "S" }] },
};

function textOf(analysis: StudyJson, changes: StudyJson = {}): string {
  const study = buildStudy({ columns, scales, measures: {}, indicators: undefined, analyses: [analysis], ...changes });
  return JSON.stringify(study, null, 2);
}

const blocks = { expectation: ["q1"], quality: ["q2"], value: ["q3"], satisfaction: ["q4"], loyalty: ["q5"] };
const ccsi = { family: "path-model", model: "ccsi", blocks: { ...blocks, image: ["q6"] } };
const own = {
  family: "path-model",
  model: "own",
  constructs: [
    { code: "service", items: ["q1", "q2"] },
    { code: "satisfaction", items: ["q3", "q4"] },
  ],
  paths: [{ from: "service", to: "satisfaction" }],
};

const faults: readonly [string, StudyJson, string, IssueCode][] = [
  ["factors without items or indicators", { family: "factors" }, "{", "analysis-part-missing"],
  [
    "dimensions of an exploration",
    { family: "factors", kind: "exploratory", dimensions: [{ items: ["q1", "q2"] }] },
    '"kind"',
    "value-not-listed",
  ],
  ["a confirmation without dimensions", { family: "factors", kind: "confirmatory" }, "{", "analysis-part-missing"],
  [
    "an item of two dimensions",
    { family: "factors", dimensions: [{ items: ["q1", "q2"] }, { items: ["q3", "q1"] }] },
    '"q1"',
    "entry-twice",
  ],
  ["factors of a group", { family: "factors", items: ["q1", "q2", "region"] }, '"region"', "column-kind-wrong"],
  ["a published model without a block", { ...ccsi, blocks }, '"blocks"', "analysis-part-missing"],
  ["a published model without blocks", { family: "path-model", model: "acsi" }, "{", "analysis-part-missing"],
  ["a block that the model does not have", { ...ccsi, model: "acsi" }, '"image"', "value-not-listed"],
  ["a rating in two blocks", { ...ccsi, blocks: { ...ccsi.blocks, image: ["q5"] } }, '"q5"', "entry-twice"],
  ["an own model without paths", { ...own, paths: undefined }, "{", "analysis-part-missing"],
  [
    "a path to nowhere",
    { ...own, paths: [...own.paths, { from: "service", to: "loyality" }] },
    '"loyality"',
    "value-not-listed",
  ],
  [
    "paths in a circle",
    { ...own, paths: [...own.paths, { from: "satisfaction", to: "service" }] },
    '"paths"',
    "analysis-path-cycle",
  ],
  [
    "a construct without a path",
    { ...own, constructs: [...own.constructs, { code: "price", items: ["q5"] }] },
    '"paths"',
    "analysis-construct-alone",
  ],
  ["a path that stands twice", { ...own, paths: [...own.paths, ...own.paths] }, "{", "entry-twice"],
  ["an index of no construct", { ...own, index: "loyalty" }, '"loyalty"', "value-not-listed"],
  ["groups without a column", { ...own, groups: ["N", "S"] }, "{", "analysis-part-missing"],
  [
    "a group that the scale does not have",
    { ...own, compareBy: "region", groups: ["N", "W"] },
    '"groups"',
    "analysis-code-unknown",
  ],
];

describe("factors and path models", () => {
  it.each(faults)("refuse %s", (_, analysis, shown, code) => {
    const text = textOf(analysis);
    const parsed = parseStudy("study.json", text);
    if (parsed.kind !== "faulty") throw new Error("nothing was found");
    const found = parsed.issues.find((issue) => issue.code === code);
    if (found === undefined) throw new Error(`only ${parsed.issues.map((issue) => issue.code).join(", ")}`);
    expect(text.split("\n")[(found.place.line ?? 0) - 1]).toContain(shown);
    for (const language of ["zh", "en"] as const) expect(issueText(found, language).length).toBeGreaterThan(8);
  });

  it("name every block that is missing", () => {
    const parsed = parseStudy("study.json", textOf({ ...ccsi, blocks: { satisfaction: ["q4"] } }));
    if (parsed.kind !== "faulty") throw new Error("nothing was found");
    expect(parsed.issues.map(({ details }) => ("needs" in details ? details.needs : ""))).toEqual([
      "image",
      "expectation",
      "quality",
      "value",
      "loyalty",
    ]);
  });

  it.each([ccsi, own, { ...own, compareBy: "region", groups: ["N", "S"], folds: 10, estimator: "plsc" }])(
    "take %j",
    (analysis) => {
      expect(parseStudy("study.json", textOf(analysis)).kind).toBe("study");
    },
  );
});
