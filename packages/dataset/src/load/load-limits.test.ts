/** What a cell, a row or a frequency may just be, and what it may no longer be. */
import { StudyError } from "@manyi/study/issue/issue";
import { gbkBytes } from "@manyi/study/test-support/gbk";
import { buildStudy, type FolderFiles, type StudyJson, studyFolder } from "@manyi/study/test-support/study-folder";
import { describe, expect, it } from "vitest";
import { codedColumn, numericColumn } from "../columns/column.ts";
import { variableValues } from "../query/variable.ts";
import { loadStudy } from "./load-study.ts";

const load = async (files: FolderFiles) => loadStudy(await studyFolder(files), { unknownAnswers: "stop" });

async function issuesOf(files: FolderFiles) {
  const failure = await load(files).then(
    () => null,
    (cause: unknown) => cause,
  );
  if (!(failure instanceof StudyError))
    throw new Error("the study was loaded, or failed otherwise", { cause: failure });
  return failure.issues;
}

const header = "id,q1,q2,region\n";
const withNumber = (column: object, changes: StudyJson = {}) =>
  buildStudy({
    columns: [...(buildStudy().columns as object[]), { name: "n", type: "number", ...column }],
    ...changes,
  });

describe("a number", () => {
  const study = withNumber({ minimum: 0, maximum: 100 });
  const rows = (...numbers: string[]) => `id,q1,q2,region,n\n${numbers.map((n) => `a,5,4,East,${n}`).join("\n")}\n`;

  it("may be exactly at its limits, or blank", async () => {
    const { dataset } = await load({ study, data: rows("0", "100", "") });
    expect([...numericColumn(dataset, "n").values]).toEqual([0, 100, Number.NaN]);
  });

  it.each(["-0.01", "100.01"])("may not be beyond them: %s", async (number) => {
    expect(await issuesOf({ study, data: rows("50", number) })).toMatchObject([
      { code: "number-out-of-limits", place: { line: 3 }, details: { text: number, rows: 1, limits: "0 – 100" } },
    ]);
  });
});

describe("an answer that is none", () => {
  it("is told with the answers there are: as a run, or one by one", async () => {
    expect(await issuesOf({ data: `${header}a,6,4,East\n` })).toMatchObject([
      { code: "answer-unknown", details: { column: "q1", answer: "6", answers: "1–5" } },
    ]);
    const words = ["poor", "fair", "good"].map((code, value) => ({ code, value }));
    const study = buildStudy({ scales: { five: { kind: "ordinal", answers: words } } });
    expect(await issuesOf({ study, data: `${header}a,bad,good,East\n` })).toMatchObject([
      { details: { answer: "bad", answers: "poor, fair, good" } },
    ]);
  });
});

describe("a row of another length", () => {
  it("is counted with all of its length, from the first of them", async () => {
    const long = "a,5,4,East,x\n";
    const short = "a,5,4\n";
    expect(await issuesOf({ data: `${header}a,5,4,East\n${long}${short}${long}${long}${short}` })).toMatchObject([
      { code: "row-length", place: { line: 3 }, details: { expected: 4, found: 5, rows: 3 } },
      { code: "row-length", place: { line: 4 }, details: { expected: 4, found: 3, rows: 2 } },
    ]);
  });

  it("is sound where blank cells follow, as spreadsheets write them", async () => {
    const { dataset } = await load({ data: `${header}a,5,4,East,,\nb,4,3,West, ,\nc,3,2,East\n` });
    expect([...variableValues(dataset, { column: "q1" })]).toEqual([5, 4, 3]);
  });
});

describe("a row that is left out for two reasons", () => {
  const test = { column: "region", codes: ["TEST"] };

  it("is counted once: a test entry is no duplicate", async () => {
    const byKey = buildStudy({ cases: { key: "id", duplicates: { compare: "key" }, test } });
    const data = `${header}a,5,4,East\na,4,4,East\na,3,3,TEST\n`;
    const read = await load({ study: byKey, data });
    expect(read.dataset.rows).toBe(1);
    expect(read.data).toMatchObject({
      rowsRead: 3,
      excluded: [
        { reason: "duplicate", rows: 1 },
        { reason: "test", rows: 1 },
      ],
    });
    const byAll = buildStudy({ cases: { key: "id", duplicates: { compare: "all-but-key" }, test } });
    const both = await load({ study: byAll, data: `${header}a,5,4,TEST\nb,5,4,TEST\nc,5,4,East\n` });
    expect(both.data.excluded).toEqual([{ reason: "test", rows: 2 }]);
    expect(both.dataset.rows).toBe(1);
  });
});

describe("a frequency", () => {
  const study = withNumber({}, { cases: { frequency: "n" } });
  const rows = (frequency: string) => `id,q1,q2,region,n\na,5,4,East,2\nb,4,4,West,${frequency}\n`;

  it.each(["-1", "1.5", "-0.5"])("may be neither negative nor a fraction: %s", async (frequency) => {
    expect(await issuesOf({ study, data: rows(frequency) })).toMatchObject([
      { code: "frequency-wrong", place: { line: 3 }, details: { column: "n", text: frequency } },
    ]);
  });

  it("may not be missing", async () => {
    expect(await issuesOf({ study, data: rows("") })).toMatchObject([
      { code: "frequency-wrong", place: { line: 3 }, details: { text: "" } },
    ]);
  });

  it("may not add up to more people than can be analysed", async () => {
    expect(await issuesOf({ study, data: rows("50000000") })).toMatchObject([
      { code: "frequency-too-large", details: { total: 50_000_002, limit: 50_000_000 } },
    ]);
  });

  it("may not be 0 everywhere", async () => {
    const data = "id,q1,q2,region,n\na,5,4,East,0\n";
    expect((await issuesOf({ study, data })).map(({ code }) => code)).toEqual(["no-rows"]);
  });
});

describe("a declared encoding", () => {
  const data = gbkBytes(`${header}a,5,4,East\nb,5,4,华东\n`);
  const declared = (encoding: string) => buildStudy({ data: { file: "data.csv", encoding } });

  it("that the bytes are not in is told with the line, and not replaced by another", async () => {
    expect(await issuesOf({ study: declared("utf-8"), data })).toMatchObject([
      { code: "encoding-unknown", place: { line: 3 }, details: { encoding: "utf-8" } },
    ]);
  });

  it("is used where the bytes are in it", async () => {
    const { dataset } = await load({ study: declared("gb18030"), data });
    expect(codedColumn(dataset, "region").answers.map(({ code }) => code)).toEqual(["East", "华东"]);
  });
});
