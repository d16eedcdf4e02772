import { expect, it } from "vitest";
import { buildLoadedStudy } from "../../test-support/build-loaded-study.ts";
import { analyseStudy } from "../analyse-study.ts";

const people = Array.from({ length: 120 }, (_, i) => ({
  overall: 1 + (i % 5),
  speed: 1 + ((i >> 1) % 5),
  care: 1 + ((i >> 2) % 5),
  group: "all",
  wave: i % 2 === 0 ? "1" : "2",
}));

/** @param reworded column → waves that asked it in other words */
function resultsWith(reworded: Readonly<Record<string, string[]>>) {
  const loaded = buildLoadedStudy(people);
  const columns = loaded.definition.columns.map((column) => {
    const waves = reworded[column.name];
    return waves === undefined ? column : { ...column, reworded: waves };
  });
  return analyseStudy({ ...loaded, definition: { ...loaded.definition, columns } }, { productVersion: "test" });
}

it("a comparison of waves says what was asked in other words, and warns of it (mistake 12)", () => {
  const results = resultsWith({ speed: ["2"], overall: ["2"], group: ["2"] });
  expect(results.weightings[0].waves?.reworded.map(({ column }) => column)).toEqual(["overall", "speed"]);
  const [caution] = results.findings.filter(({ code }) => code === "caution-reworded");
  expect(caution?.text.en).toMatch(/^Asked in other words in 2 than in 1: overall, speed\./);
  expect(caution?.text.zh).toContain("措辞");
});

it("a wording that changed before the waves that are compared is not spoken of", () => {
  const results = resultsWith({ speed: ["1"] });
  expect(results.weightings[0].waves?.reworded).toEqual([]);
  expect(results.findings.map(({ code }) => code)).not.toContain("caution-reworded");
});
