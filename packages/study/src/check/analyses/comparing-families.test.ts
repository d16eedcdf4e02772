/** Crosstabs, correlations, drivers, regressions, groups and agreement: what their settings may not say. */
import { describe, expect, it } from "vitest";
import { buildStudy, type StudyJson } from "../../../test-support/study-folder.ts";
import type { IssueCode } from "../../issue/issue.ts";
import { issueText } from "../../messages/issue-text.ts";
import { parseStudy } from "../parse-study.ts";

const study = (analysis: StudyJson, changes: StudyJson = {}) =>
  buildStudy({
    scales: {
      five: { kind: "rating", minimum: 1, maximum: 5 },
      ten: { kind: "rating", minimum: 1, maximum: 10 },
      yesno: { kind: "nominal", answers: [{ code: "0" }, { code: "1" }] },
    },
    columns: [
      { name: "q1", type: "rating", scale: "five" },
      { name: "q2", type: "rating", scale: "five" },
      { name: "q3", type: "rating", scale: "ten" },
      { name: "left", type: "choice", scale: "yesno" },
      { name: "region", type: "choice" },
      { name: "minutes", type: "number" },
      { name: "note", type: "text" },
    ],
    ...changes,
    analyses: [analysis],
  });

/** What is wrong, the analysis, which text shows where, and which issue says it. */
const faults: readonly [string, StudyJson, string, IssueCode][] = [
  ["a crosstab of a number", { family: "crosstab", rows: ["minutes"], by: "region" }, '"minutes"', "column-kind-wrong"],
  [
    "a crosstab of a question with itself",
    { family: "crosstab", rows: ["q1", "region"], by: "region" },
    '"region"',
    "analysis-column-repeated",
  ],
  [
    "a correction that is none",
    { family: "crosstab", rows: ["q1"], by: "region", correction: "tukey" },
    '"tukey"',
    "value-not-listed",
  ],
  ["a correlation of groups", { family: "correlation", variables: ["q1", "region"] }, '"region"', "column-kind-wrong"],
  [
    "controls with ranks",
    { family: "correlation", variables: ["q1", "q2"], method: "kendall", controlling: ["q3"] },
    '"controlling"',
    "analysis-parts-exclusive",
  ],
  [
    "a control that is correlated too",
    { family: "correlation", variables: ["q1", "q2"], controlling: ["q2"] },
    '"q2"',
    "analysis-column-repeated",
  ],
  [
    "thresholds of a number",
    { family: "correlation", variables: ["q1", "minutes"], method: "polychoric" },
    '"minutes"',
    "column-kind-wrong",
  ],
  ["one item as drivers", { family: "drivers" }, '"family"', "analysis-part-missing"],
  ["an outcome that drives itself", { family: "drivers", items: ["q1", "q2"] }, '"items"', "analysis-column-repeated"],
  [
    "a straight line to a yes or no",
    { family: "regression", model: "linear", outcome: "left", predictors: ["q1"] },
    '"left"',
    "column-kind-wrong",
  ],
  [
    "a logit without its yes",
    { family: "regression", model: "binary-logit", outcome: "left", predictors: ["q1"] },
    '"family"',
    "analysis-part-missing",
  ],
  [
    "a yes that the scale does not have",
    { family: "regression", model: "binary-logit", outcome: "left", success: ["yes"], predictors: ["q1"] },
    '"success"',
    "analysis-code-unknown",
  ],
  [
    "a yes of a line",
    { family: "regression", model: "linear", outcome: "q1", success: ["5"], predictors: ["q2"] },
    '"success"',
    "analysis-parts-exclusive",
  ],
  [
    "an outcome among its predictors",
    { family: "regression", model: "linear", outcome: "q1", predictors: ["q2", "q1"] },
    '"q1"',
    "analysis-column-repeated",
  ],
  [
    "a reference that the scale does not have",
    { family: "regression", model: "linear", outcome: "q1", predictors: ["left"], reference: { left: "2" } },
    '"2"',
    "analysis-code-unknown",
  ],
  [
    "a reference of a rating",
    { family: "regression", model: "linear", outcome: "q1", predictors: ["q2", "left"], reference: { q2: "1" } },
    '"q2": "1"',
    "value-not-listed",
  ],
  ["groups of nothing", { family: "groups", by: "region" }, '"family"', "analysis-part-missing"],
  [
    "pairs beside groups",
    { family: "groups", outcomes: ["q1"], by: "region", pairs: [{ first: "q1", second: "q2" }] },
    '"pairs"',
    "analysis-parts-exclusive",
  ],
  [
    "paired answers on two scales",
    { family: "groups", test: "paired", pairs: [{ first: "q1", second: "q3" }] },
    '"q3"',
    "analysis-answers-differ",
  ],
  [
    "paired answers that are one",
    { family: "groups", test: "paired", pairs: [{ first: "q1", second: "q1" }] },
    '"second"',
    "analysis-column-repeated",
  ],
  ["one rater", { family: "agreement", raters: ["q1"] }, '"raters"', "too-few-entries"],
  ["raters on two scales", { family: "agreement", raters: ["q1", "q3"] }, '"q3"', "analysis-answers-differ"],
  [
    "near misses of groups",
    { family: "agreement", raters: ["left", "region"], measure: "linear" },
    '"left"',
    "column-kind-wrong",
  ],
];

describe("families that compare", () => {
  it.each(faults)("refuse %s", (_, analysis, shown, code) => {
    const text = JSON.stringify(study(analysis), null, 2);
    const parsed = parseStudy("study.json", text);
    if (parsed.kind !== "faulty") throw new Error("nothing was found");
    const found = parsed.issues.find((issue) => issue.code === code);
    if (found === undefined) throw new Error(`only ${parsed.issues.map((issue) => issue.code).join(", ")}`);
    const line = text.split("\n")[(found.place.line ?? 0) - 1];
    expect(line.includes(shown) || line.trim() === "{").toBe(true);
    for (const language of ["zh", "en"] as const) expect(issueText(found, language).length).toBeGreaterThan(8);
  });

  it.each<StudyJson>([
    { family: "crosstab", rows: ["q1", "left"], by: "region", correction: "bonferroni" },
    { family: "correlation", variables: ["q1", "q2", "minutes"], method: "spearman", missing: "listwise" },
    { family: "drivers", items: ["q2", "minutes"] },
    {
      family: "regression",
      model: "binary-logit",
      outcome: "q1",
      predictors: ["q2", "left"],
      reference: { left: "0" },
    },
    { family: "groups", outcomes: ["q1", "minutes"], by: "region", clusters: "left" },
    { family: "groups", test: "paired", pairs: [{ first: "q1", second: "q2" }] },
    { family: "agreement", raters: ["q1", "q2"], measure: "quadratic" },
  ])("take settings that are right: %j", (analysis) => {
    const parsed = parseStudy("study.json", JSON.stringify(study(analysis)));
    if (parsed.kind === "faulty") throw new Error(parsed.issues.map((issue) => issue.code).join(", "));
    expect(parsed.kind).toBe("study");
  });
});
