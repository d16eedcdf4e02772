import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { analyseStudy } from "@manyi/analysis/analyse-study";
import { loadStudy } from "@manyi/dataset/load/load-study";
import { describe, expect, it } from "vitest";
import { exampleFolder, testStudyGround } from "../../test-support/study-ground.ts";
import { folderOf, unzipped } from "../../test-support/unpacked.ts";
import { productVersion } from "../product/product-version.ts";
import { exportStudy } from "../study/export/export-study.ts";
import { importFolder } from "../study/import-folder.ts";
import { analyseSnapshot } from "./analyse-snapshot.ts";
import { jsonChunks } from "./json-chunks.ts";

/** As the command line does it. */
async function resultsOfFolder(folder: string) {
  return analyseStudy(await loadStudy(folder, { unknownAnswers: "stop" }), { productVersion });
}

const asFile = (results: object) => `${JSON.stringify(results, null, 2)}\n`;

describe.each(["bookkeeping", "tenants"] as const)("the study %s", (name) => {
  it("gives byte for byte the results of its folder, in the database and after it was exported again", async () => {
    const { ground, organisationId, unitId } = await testStudyGround();
    const folder = exampleFolder(name);
    const expected = asFile(await resultsOfFolder(folder));
    const programmeId = await importFolder(ground, { organisationId, unitId, folder, name: null });
    const analysed = await analyseSnapshot(ground.database, programmeId, null, "");
    expect([...jsonChunks(analysed?.results)].join("")).toBe(expected);
    const zip = await exportStudy(ground, programmeId);
    const files = await unzipped(zip ?? expect.fail("nothing was exported"));
    for (const file of ["study.json", "data.csv"]) {
      expect(files.get(file)?.equals(await readFile(join(folder, file)))).toBe(true);
    }
    expect(asFile(await resultsOfFolder(await folderOf(files)))).toBe(expected);
  });
});
