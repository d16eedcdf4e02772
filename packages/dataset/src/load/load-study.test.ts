import { type IssueCode, StudyError } from "@manyi/study/issue/issue";
import { issueText } from "@manyi/study/messages/issue-text";
import { buildStudy, type FolderFiles, soundData, studyFolder } from "@manyi/study/test-support/study-folder";
import { describe, expect, it } from "vitest";
import { codedColumn } from "../columns/column.ts";
import { statePosition, tabulate } from "../query/tabulate.ts";
import { variableValues } from "../query/variable.ts";
import { loadStudy } from "./load-study.ts";

async function load(files: FolderFiles, unknownAnswers: "stop" | "set-aside" = "stop") {
  return loadStudy(await studyFolder(files), { unknownAnswers });
}

async function issuesOf(files: FolderFiles) {
  const failure = await load(files).then(
    () => null,
    (cause: unknown) => cause,
  );
  if (!(failure instanceof StudyError))
    throw new Error("the study was loaded, or failed otherwise", { cause: failure });
  return failure.issues;
}

describe("loadStudy", () => {
  it("codes each cell and keeps the ways of not rating apart", async () => {
    const { dataset } = await load({ data: "id,q1,q2,region\na,5,4,East\nb,99,,West\nc,98,1,East\n" });
    expect(dataset.rows).toBe(3);
    expect([...variableValues(dataset, { column: "q1" })]).toEqual([5, Number.NaN, Number.NaN]);
    const cells = tabulate(dataset, ["q1"], [], null);
    expect(cells.count[statePosition("dont-know")]).toBe(1);
    expect(cells.count[statePosition("refused")]).toBe(1);
  });

  it.each([
    ["GBK", Buffer.from("69642c71312c71322c726567696f6e0a612c352c342ccdee0a", "hex"), "皖"],
    ["UTF-8 with a byte order mark", Buffer.from("\u{FEFF}id,q1,q2,region\na,5,4,华东\n"), "华东"],
    ["UTF-16", Buffer.from("\u{FEFF}id\tq1\tq2\tregion\na\t5\t4\t华东\n", "utf16le"), "华东"],
  ])("reads %s without being told", async (_, data, region) => {
    const { dataset } = await load({ data });
    expect(codedColumn(dataset, "region").answers[0].code).toBe(region);
  });

  it("finds columns by name, whatever their order, and tells of those it leaves alone", async () => {
    const { dataset, warnings } = await load({ data: "extra,region,q2, q1 ,id\nx,East,4,5,a\n" });
    expect([...variableValues(dataset, { column: "q1" })]).toEqual([5]);
    expect(warnings).toMatchObject([
      { code: "data-column-undeclared", severity: "warning", details: { columns: ["extra"] } },
    ]);
  });

  it("leaves repeated rows out where the study says so, and says how many", async () => {
    const study = buildStudy({ cases: { key: "id", duplicates: { compare: "all-but-key", keep: "first" } } });
    const data = "id,q1,q2,region\na,5,4,East\nb,5,4,East\nc,5,4,West\nd,5,4,East\n";
    const { dataset, data: read } = await load({ study, data });
    expect(dataset.rows).toBe(2);
    expect(read).toMatchObject({ rowsRead: 4, excluded: [{ reason: "duplicate", rows: 2 }] });
  });

  it("keeps the last of the rows with one key where the study says so", async () => {
    const study = buildStudy({ cases: { key: "id", duplicates: { compare: "key", keep: "last" } } });
    const { dataset } = await load({ study, data: "id,q1,q2,region\na,1,4,East\nb,2,4,East\na,5,4,East\n" });
    expect([...variableValues(dataset, { column: "q1" })]).toEqual([2, 5]);
  });

  it("leaves test entries out", async () => {
    const study = buildStudy({ cases: { test: { column: "region", codes: ["TEST"] } } });
    const { dataset, data } = await load({ study, data: "id,q1,q2,region\na,1,4,East\nb,2,4,TEST\n" });
    expect(dataset.rows).toBe(1);
    expect(data.excluded).toEqual([{ reason: "test", rows: 1 }]);
  });

  it("takes respondents without a key for different people, and a test entry for nobody's double", async () => {
    const study = buildStudy({
      cases: { key: "id", duplicates: { compare: "key" }, test: { column: "region", codes: ["TEST"] } },
    });
    const { dataset, data } = await load({
      study,
      data: "id,q1,q2,region\n,5,4,East\n,5,4,East\na,1,1,TEST\na,3,3,West\n",
    });
    expect([...variableValues(dataset, { column: "q1" })]).toEqual([5, 5, 3]);
    expect(data.excluded).toEqual([{ reason: "test", rows: 1 }]);
  });

  it("leaves rows of separators out, as spreadsheets leave them behind", async () => {
    const { dataset, data } = await load({ data: "id,q1,q2,region\na,5,4,East\n,,,\n ,,,\nb,4,4,East\n" });
    expect(dataset.rows).toBe(2);
    expect(data.rowsRead).toBe(2);
  });

  it("orders nothing by a label that two answers share", async () => {
    const label = { zh: "差" };
    const scale = {
      kind: "ordinal",
      answers: [
        { code: "1", value: 1, label },
        { code: "2", value: 2, label },
        { code: "3", value: 3 },
      ],
    };
    const study = buildStudy({ scales: { five: scale } });
    expect((await issuesOf({ study, data: "id,q1,q2,region\na,差,3,East\n" })).map((issue) => issue.code)).toEqual([
      "answer-unknown",
    ]);
  });

  it("counts a row with a frequency that many times", async () => {
    const base = buildStudy();
    const study = buildStudy({
      columns: [...(base.columns as object[]), { name: "n", type: "number" }],
      cases: { frequency: "n" },
    });
    const { dataset } = await load({ study, data: "id,q1,q2,region,n\na,1,4,East,3\nb,2,4,West,0\nc,5,4,West,2\n" });
    expect([...variableValues(dataset, { column: "q1" })]).toEqual([1, 1, 1, 5, 5]);
  });

  it("sets unknown answers aside on request, and counts them", async () => {
    const { dataset } = await load({ data: "id,q1,q2,region\na,7,4,East\nb,5,4,East\n" }, "set-aside");
    expect(tabulate(dataset, ["q1"], [], null).count[statePosition("set-aside")]).toBe(1);
  });

  it("holds more different answers than fit a byte", async () => {
    const rows = Array.from({ length: 400 }, (_, i) => `r${i},5,4,shop ${i}`).join("\n");
    const { dataset } = await load({ data: `id,q1,q2,region\n${rows}\n` });
    const region = codedColumn(dataset, "region");
    expect(region.answers.length).toBe(400);
    for (const row of [0, 248, 249, 250, 251, 399])
      expect(region.answers[region.codes[row] - 6].code).toBe(`shop ${row}`);
  });
});

const header = "id,q1,q2,region\n";
const faults: readonly [string, FolderFiles, IssueCode, number | undefined][] = [
  ["an empty file", { data: "" }, "file-empty", undefined],
  ["only a header", { data: header }, "no-rows", undefined],
  ["other names in the header", { data: ",,,\n1,2,3,4\n" }, "data-column-missing", 1],
  ["a name that stands twice", { data: "id,q1,q1,region,q2\na,1,1,East,1\n" }, "header-twice", 1],
  ["a missing column", { data: "id,q1,regoin,q22\na,1,East,2\n" }, "data-column-missing", 1],
  ["an answer out of range", { data: `${header}a,5,4,East\nb,6,4,East\n` }, "answer-unknown", 3],
  ["a row that is too long", { data: `${header}a,5,4,East\nb,5,4,Ea,st\n` }, "row-length", 3],
  ["a row that is too short", { data: `${header}a,5\n` }, "row-length", 2],
  [
    "a quotation mark inside a cell",
    { data: `${header}a,5,4,"North" side\nb,5,4,East\nc,5,4,"x"\n` },
    "quote-misplaced",
    2,
  ],
  [
    "a byte order mark before GBK",
    {
      data: Buffer.concat([
        Buffer.from("\u{FEFF}"),
        Buffer.from("69642c71312c71322c726567696f6e0a612c352c342ccdee0a", "hex"),
      ]),
    },
    "encoding-unknown",
    2,
  ],
  [
    "waves whose order nobody knows",
    { study: buildStudy({ waves: { column: "region" } }), data: `${header}a,5,4,二季度\nb,5,4,一季度\n` },
    "waves-order-unknown",
    undefined,
  ],
  [
    "a date that is none",
    {
      study: buildStudy({ columns: [...(buildStudy().columns as object[]), { name: "day", type: "date" }] }),
      data: "id,q1,q2,region,day\na,5,4,East,2026-02-30\n",
    },
    "date-unreadable",
    2,
  ],
  ["a quotation mark left open", { data: `${header}a,5,4,"East\nb,5,4,East\n` }, "quote-open", 2],
  ["a workbook named .csv", { data: Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0) }, "file-is-excel", undefined],
  ["an old workbook", { data: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0) }, "file-is-old-excel", undefined],
  ["a picture", { data: Uint8Array.of(0x89, 0x50, 0, 0) }, "file-is-binary", undefined],
  [
    "text in no known encoding",
    { data: Buffer.from([...Buffer.from(header), 0x61, 0x2c, 0xff, 0xff, 0x0a]) },
    "encoding-unknown",
    2,
  ],
  ["no data file", { file: "other.csv" }, "file-missing", undefined],
  ["a data file elsewhere", { study: buildStudy({ data: { file: "../data.csv" } }) }, "file-outside-folder", undefined],
  [
    "a kind that is not read",
    { study: buildStudy({ data: { file: "data.pdf" } }), file: "data.pdf" },
    "file-kind-unknown",
    undefined,
  ],
  [
    "a text named .xlsx",
    { study: buildStudy({ data: { file: "data.xlsx" } }), file: "data.xlsx" },
    "workbook-broken",
    undefined,
  ],
  [
    "a key that stands twice",
    { study: buildStudy({ cases: { key: "id" } }), data: `${header}a,5,4,East\na,4,4,East\n` },
    "key-twice",
    3,
  ],
];

describe("a wrong data file", () => {
  it.each(faults)("is told: %s", async (_, files, code, line) => {
    const issues = await issuesOf(files);
    const found = issues.find((issue) => issue.code === code);
    expect(issues.map((issue) => issue.code)).toContain(code);
    expect(found?.place.line).toBe(line);
    for (const language of ["zh", "en"] as const)
      if (found) expect(issueText(found, language).length).toBeGreaterThan(10);
  });

  it("says a repeated fault once, with its first line and its count", async () => {
    const issues = await issuesOf({ data: `${header}${"a,6,4,East\n".repeat(1000)}` });
    expect(issues).toMatchObject([
      { code: "answer-unknown", place: { line: 2 }, details: { answer: "6", rows: 1000 } },
    ]);
  });

  it("does not list a thousand kinds of fault", async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => `a,x${i},4,East`).join("\n");
    const issues = await issuesOf({ data: header + rows });
    expect(issues.map((issue) => issue.code)).toEqual([...Array(5).fill("answer-unknown"), "answer-unknown-more"]);
  });

  it.each([
    ["-1", "weight-wrong"],
    ["", "weight-wrong"],
    ["x", "number-unreadable"],
  ])("refuses the weight %j, with its line", async (weight, code) => {
    const columns = [...(buildStudy().columns as object[]), { name: "w", type: "number" }];
    const study = buildStudy({ columns, weights: [{ column: "w", label: { zh: "权重" } }] });
    const issues = await issuesOf({ study, data: `id,q1,q2,region,w\na,5,4,East,1\n\nb,5,4,East,${weight}\n` });
    expect(issues[0]).toMatchObject({ code, place: { line: 4 } });
  });

  it("tells a bad weight once", async () => {
    const columns = [...(buildStudy().columns as object[]), { name: "w", type: "number" }];
    const study = buildStudy({ columns, weights: [{ column: "w", label: { zh: "权重" } }] });
    const wrong = await issuesOf({ study, data: `id,q1,q2,region,w\na,5,4,East,1\nb,5,4,East,"0,5"\n` });
    expect(wrong.map((issue) => issue.code)).toEqual(["number-unreadable"]);
    const zero = await issuesOf({ study, data: `id,q1,q2,region,w\na,5,4,East,0\nb,5,4,East,0\n` });
    expect(zero.map((issue) => issue.code)).toEqual(["weights-all-zero"]);
    const huge = await issuesOf({ study, data: `id,q1,q2,region,w\na,5,4,East,1e308\n` });
    expect(huge.map((issue) => issue.code)).toEqual(["weight-wrong"]);
  });

  it("refuses a column of free text as answers", async () => {
    const rows = Array.from({ length: 66_000 }, (_, i) => `a,5,4,text ${i}`).join("\n");
    expect((await issuesOf({ data: header + rows })).map((issue) => issue.code)).toEqual(["too-many-answers"]);
  });

  it("leaves the sound data file alone", async () => {
    expect((await load({ data: soundData })).dataset.rows).toBe(3);
  });
});
