import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { checkFile, lineOf } from "./check.ts";
import { readReferenceFolder } from "./reference-file.ts";
import { surveyTable } from "./survey-table.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function folderWith(file: object, csv: string) {
  const folder = mkdtempSync(join(tmpdir(), "reference-"));
  folders.push(folder);
  mkdirSync(join(folder, "expected"));
  writeFileSync(join(folder, "expected", "one.json"), JSON.stringify({ id: "one", options: [], ...file }));
  writeFileSync(join(folder, "survey.csv"), csv);
  return readReferenceFolder(folder);
}

const csv = ["id,a1,b", "1,5,99", "2,99,99", "3,5,99", "4,5,NA", "5,,2"].join("\n");

describe("a reference file", () => {
  it("whose family stops has each of its values failed once", async () => {
    const values = { performance: { a1: 5, a2: 4 }, crosshair_scale: [3, 3], mean_WRONG: 1 };
    const [file] = folderWith({ family: "matrix", dataset: "survey.csv", values }, csv);
    const check = await checkFile(file);
    if (check.kind !== "compared") throw new Error(check.kind);
    expect(check.comparison).toMatchObject({ compared: 5 });
    expect(check.comparison.failures).toHaveLength(5);
    expect(lineOf(check).split("\n")[0]).toBe("matrix  5  5  Infinity  one");
  });

  it("of a family that nobody has built says so", async () => {
    const [file] = folderWith({ family: "astrology", values: {} }, csv);
    expect(lineOf(await checkFile(file))).toBe("astrology  not built  one");
  });

  it("may begin with a byte order mark, and name its survey in words", () => {
    const [file] = folderWith({ family: "scores", dataset: "survey.csv (as it came)", values: {} }, `\uFEFF${csv}`);
    expect(surveyTable(file).text("id")).toEqual(["1", "2", "4", "5"]);
    expect(file.data("survey").names).toEqual(["id", "a1", "b"]);
  });

  it("has only those of its keys failed that stop", async () => {
    const values = { missing_share: { a1: 0.4 }, n_listwise: 3, mcar_check_b_by_nothing_missing: { t: 1 } };
    const [file] = folderWith({ family: "missing", dataset: "survey.csv", values }, csv);
    const check = await checkFile(file);
    if (check.kind !== "compared") throw new Error(check.kind);
    expect(check.comparison.failures.filter((failure) => failure.includes("stopped"))).toEqual([
      "mcar_check_b_by_nothing_missing/t: expected 1, got stopped: no column nothing",
    ]);
  });

  it("gives its survey without repeated rows and without the code for don't know, and the raw one beside it", () => {
    const [file] = folderWith({ family: "scores", dataset: "survey.csv", values: {} }, csv);
    const survey = surveyTable(file);
    expect(survey.text("id")).toEqual(["1", "2", "4", "5"]);
    expect([...survey.numbers("a1")]).toEqual([5, Number.NaN, 5, Number.NaN]);
    expect(survey.text("a1")).toEqual(["5", "", "5", ""]);
    expect([...survey.numbers("b")]).toEqual([99, 99, Number.NaN, 2]);
    expect([...survey.where((row) => row > 0).numbers("a1")]).toEqual([Number.NaN, 5, Number.NaN]);
    expect(survey.raw.rows).toBe(5);
  });

  it("reads prose as a list, whether it is one text or several", () => {
    const of = (calls: unknown) => folderWith({ family: "scores", values: {}, calls }, csv)[0].calls;
    expect(of("lm(y ~ x)")).toEqual(["lm(y ~ x)"]);
    expect(of(["a", "b"])).toEqual(["a", "b"]);
    expect(of(undefined)).toEqual([]);
  });
});
