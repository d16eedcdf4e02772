/**
 * Every number that another program has computed and that lies in `golden/` or, where it lies beside the repository, in the
 * reference folder. Each file is recomputed from its data; nothing of it is skipped.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { checkFile } from "./check.ts";
import { type ReferenceFile, readReferenceFolder } from "./reference-file.ts";

const golden = resolve(import.meta.dirname, "../golden");
const root = resolve(import.meta.dirname, "../../..");
const beside = resolve(root, "../shared/refdata");

async function expectAgreement(file: ReferenceFile): Promise<void> {
  const check = await checkFile(file);
  if (check.kind === "not-built") expect.fail(`nobody has built ${file.family}`);
  expect(check.comparison.failures).toEqual([]);
  expect(check.comparison.compared).toBeGreaterThan(0);
}

describe.each(["published", "second"])("golden/%s", (folder) => {
  it.each(readReferenceFolder(resolve(golden, folder)).map((file) => ({ id: file.id, file })))(
    "$id",
    ({ file }) => expectAgreement(file),
    60_000,
  );
});

describe("golden/example, on the data of examples/bookkeeping", () => {
  const files = readReferenceFolder(resolve(golden, "example"), () => resolve(root, "examples/bookkeeping/data.csv"));
  it.each(files.map((file) => ({ id: file.id, file })))("$id", ({ file }) => expectAgreement(file));
});

describe("the reference folder beside the repository", () => {
  const files = existsSync(beside) ? readReferenceFolder(beside) : [];
  if (files.length === 0) {
    it("is not there: none of its files is compared", (context) => {
      context.skip("the reference data do not lie beside this clone");
    });
  }
  it.each(files.map((file) => ({ id: file.id, file })))("$id", ({ file }) => expectAgreement(file), 60_000);
});
