import { fileURLToPath } from "node:url";
import { analyseStudy } from "@manyi/analysis/analyse-study";
import { loadStudy } from "@manyi/dataset/load/load-study";
import { expect, it } from "vitest";
import { resultsJson } from "./results-json.ts";

it("lets no number through that is none", async () => {
  const folder = fileURLToPath(new URL("../../../../examples/tenants", import.meta.url));
  const results = analyseStudy(await loadStudy(folder, { unknownAnswers: "stop" }), { productVersion: "test" });
  expect(JSON.parse(resultsJson(results))).toMatchObject({ format: "manyi-results" });
  expect(() => resultsJson({ ...results, confidence: Number.NaN })).toThrow("confidence is NaN");
});
