/** The mobile phone survey that R's expected values of factors and path models were made from, as a study; and those values. */
import { readFileSync } from "node:fs";
import type { LoadedStudy } from "@manyi/dataset/load/load-study";
import { buildRatedStudy, type StudyData } from "./build-rated-study.ts";

const golden = new URL("../../statistics/golden/second/", import.meta.url);

// biome-ignore lint/suspicious/noExplicitAny: the reference files have a shape each, which the tests spell out
export function mobileReference(name: string): any {
  return JSON.parse(readFileSync(new URL(`expected/${name}.json`, golden), "utf8")).values;
}

export function mobileStudy(more: Partial<StudyData> = {}): LoadedStudy {
  const [header, ...rows] = readFileSync(new URL("mobile.csv", golden), "utf8").trim().split(/\r?\n/);
  const names = header.replaceAll('"', "").split(",");
  const cells = rows.map((row) => row.split(","));
  const answer = (cell: string) => (cell === "" || cell === "NA" ? "skipped" : Number(cell));
  return buildRatedStudy(
    {
      ratings: Object.fromEntries(names.map((name, i) => [name, cells.map((row) => answer(row[i]))])),
      scaleOf: Object.fromEntries(names.map((name) => [name, "seven"])),
      ...more,
    },
    { scales: { seven: { kind: "rating", minimum: 1, maximum: 7 } } },
  );
}
