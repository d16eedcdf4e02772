/** The survey whose reference values R computed for packages/statistics (golden/second), as a study: 640 respondents in four waves,
 *  confidence 90 %. A score of 0–100 is 25 (x − 1) of a rating 1–5, 100/9 (x − 1) of one of 1–10. */
import { readFileSync } from "node:fs";
import { type LoadedStudy, loadStudy } from "@manyi/dataset/load/load-study";
import { studyFolder } from "@manyi/study/test-support/study-folder";

const root = new URL("../../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");

/** Codes of groups are those of the data. */
const groups = ["wave", "region", "segment", "age", "gender", "store"] as const;

export async function surveyStudy(): Promise<LoadedStudy> {
  const study = JSON.parse(read("examples/bookkeeping/study.json"));
  for (const group of groups) study.scales[group] = { kind: "nominal" };
  study.analysis = { confidence: 0.9, minimumGroup: 10 };
  const data = read("packages/statistics/golden/second/survey.csv");
  return loadStudy(await studyFolder({ study, data }), { unknownAnswers: "stop" });
}

// biome-ignore lint/suspicious/noExplicitAny: the reference files have a shape each, which the tests spell out
type Reference = any;

/** R's values of a family, with their options. */
export function surveyReference(name: string): { readonly values: Reference; readonly options: Reference } {
  return JSON.parse(read(`packages/statistics/golden/second/expected/${name}.json`));
}
