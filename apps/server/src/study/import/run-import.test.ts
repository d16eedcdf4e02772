import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { manyRows } from "../../../test-support/many-rows.ts";
import { queuedImport } from "../../../test-support/queued-import.ts";
import { type TestStudyGround, testStudyGround } from "../../../test-support/study-ground.ts";
import { analyseSnapshot } from "../../analysis/analyse-snapshot.ts";
import { importExamples } from "../import-examples.ts";
import type { ImportRecord, ImportRequest } from "../import-record.ts";
import { importOfJob } from "../queries.ts";
import { runImport } from "./run-import.ts";

async function imported(
  test: TestStudyGround,
  files: ReadonlyMap<string, string | Uint8Array>,
  request: Partial<ImportRequest> = {},
): Promise<ImportRecord> {
  const id = await queuedImport(test, files, request);
  await runImport(test.ground, id);
  return (await importOfJob(test.ground.database, id)) ?? expect.fail("the import is gone");
}

const small = (data: string, study: object = {}) =>
  new Map([
    [
      "study.json",
      JSON.stringify({
        format: "manyi-study/1",
        id: "small",
        title: { zh: "小" },
        data: { file: "data.csv" },
        scales: { five: { kind: "rating", minimum: 1, maximum: 5 } },
        columns: [
          { name: "id", type: "text" },
          { name: "q1", type: "rating", scale: "five" },
        ],
        cases: { key: "id" },
        measures: { overall: "q1" },
        ...study,
      }),
    ],
    ["data.csv", data],
  ]);

const into = (programmeId: string) => ({ programme: { kind: "existing", programmeId } as const });

describe("a row", () => {
  it("keeps every cell as it was given, also of columns that are not declared or have no name, and no blank one", async () => {
    const test = await testStudyGround();
    await imported(test, small('id,q1,note,,\na, 5 ,"x, ""y""\n第二行",z,\nb,5.0,,,\n'));
    const rows = await test.ground.database
      .selectFrom("response")
      .select(["line", "answers"])
      .orderBy("line")
      .execute();
    expect(rows).toEqual([
      { line: 2, answers: { id: "a", q1: " 5 ", note: 'x, "y"\n第二行', "#4": "z" } },
      { line: 4, answers: { id: "b", q1: "5.0" } },
    ]);
  });
});

describe("waves", () => {
  it("are those of the data in order of time, and rows that name none have one of their own", async () => {
    const test = await testStudyGround();
    const columns = [
      { name: "id", type: "text" },
      { name: "q1", type: "rating", scale: "five" },
      { name: "w", type: "choice" },
    ];
    const data = "id,q1,w\na,5,2025Q10\nb,4,2025Q2\nc,3,\nd,2,2025Q2\n";
    await imported(test, small(data, { columns, waves: { column: "w" } }));
    const waves = await test.ground.database.selectFrom("wave").select(["id", "code"]).orderBy("position").execute();
    expect(waves.map(({ code }) => code)).toEqual(["2025Q2", "2025Q10", ""]);
    const rows = await test.ground.database.selectFrom("response").select(["wave_id"]).orderBy("line").execute();
    const codeOf = new Map(waves.map(({ id, code }) => [id, code]));
    expect(rows.map(({ wave_id }) => codeOf.get(wave_id))).toEqual(["2025Q10", "2025Q2", "", "2025Q2"]);
  });
});

describe("faulty lines", () => {
  const data = "id,q1\na,5\nb,9\na,4\nb,3\nc\nd,2\n";

  it("that are refused keep everything out, and the files go", async () => {
    const test = await testStudyGround();
    const { state, findings, files } = await imported(test, small(data));
    expect(state).toBe("failed");
    expect(findings.issues.map(({ code }) => code)).toEqual(["row-length", "answer-unknown", "key-twice"]);
    expect(files).toEqual([]);
    for await (const key of test.ground.files.list("imports")) expect.fail(`${key} was left`);
    expect(await test.ground.database.selectFrom("programme").selectAll().execute()).toEqual([]);
  });

  it("that are left out take nobody with them: a key that repeats in a faulty line repeats no more", async () => {
    const test = await testStudyGround();
    const done = await imported(test, small(data), { faultyLines: "leave-out" });
    expect(done.outcome).toMatchObject({ imported: 3, rejected: 3 });
    const rows = await test.ground.database.selectFrom("response").select("line").orderBy("line").execute();
    expect(rows.map(({ line }) => line)).toEqual([2, 5, 7]);
    expect(await analyseSnapshot(test.ground.database, done.outcome?.programmeId ?? "", null, "")).not.toBeNull();
  });

  it("with answers outside the code book are let in where these are set aside, and analysed so", async () => {
    const test = await testStudyGround();
    const done = await imported(test, small("id,q1\na,5\nb,9\nc,3\n"), { faultyLines: "set-aside" });
    expect(done.outcome).toMatchObject({ imported: 3, rejected: 0 });
    const analysed = await analyseSnapshot(test.ground.database, done.outcome?.programmeId ?? "", null, "");
    expect(analysed?.results.data).toMatchObject({ respondents: 3, setAside: 1 });
  });

  it("with what the database cannot keep are faulty too", async () => {
    const test = await testStudyGround();
    const utf16 = Buffer.from("\u{FEFF}id,q1\na\0x,5\nb,4\n", "utf16le");
    const files = new Map<string, string | Uint8Array>([...small("id,q1\n"), ["data.csv", utf16]]);
    expect((await imported(test, files)).findings.issues).toMatchObject([
      { code: "text-not-kept", place: { line: 2 }, details: { column: "id", rows: 1 } },
    ]);
    const left = await imported(test, files, { faultyLines: "leave-out" });
    expect(left.outcome).toMatchObject({ imported: 1, rejected: 1 });
  });
});

describe("a second run of the same import", () => {
  /** Both have found it waiting; one is through before the other has read its files. */
  async function overtaken(test: TestStudyGround, id: string, read: (key: string) => Promise<Readable>): Promise<void> {
    const { ground } = test;
    const first = Promise.withResolvers<void>();
    const files = {
      ...ground.files,
      read: async (key: string) => {
        await first.promise;
        return read(key);
      },
    };
    const late = runImport({ ...ground, files }, id);
    await runImport(ground, id);
    first.resolve();
    await late;
  }

  it("imports nothing again, however late it finds the first one done (68)", async () => {
    const test = await testStudyGround();
    const { database, files } = test.ground;
    const id = await queuedImport(test, small("id,q1\na,5\nb,4\n"));
    await overtaken(test, id, (key) => files.read(key));
    expect(await database.selectFrom("response").select("line").execute()).toHaveLength(2);
    expect(await database.selectFrom("programme").select("id").execute()).toHaveLength(1);
    expect(await importOfJob(database, id)).toMatchObject({ state: "done", progress: null });
  });

  it("gives up nothing that is done: state and files stay", async () => {
    const test = await testStudyGround();
    const { database, files } = test.ground;
    const id = await queuedImport(test, small("id,q1\na,5\n"));
    await overtaken(test, id, async () => Readable.from([Buffer.from("neither study nor data")]));
    const after = await importOfJob(database, id);
    expect(after).toMatchObject({ state: "done", outcome: { imported: 1 } });
    expect(after?.files).toHaveLength(2);
    for (const { key } of after?.files ?? []) (await files.read(key)).destroy();
  });
});

describe("further data of a programme", () => {
  it("is added; who is there already is refused and told", async () => {
    const test = await testStudyGround();
    const first = await imported(test, small("id,q1\na,5\nb,4\n"));
    const programmeId = first.outcome?.programmeId ?? "";
    const second = await imported(test, small("id,q1\nb,1\nc,3\n"), into(programmeId));
    expect(second.outcome).toMatchObject({ programmeId, imported: 1, rejected: 1 });
    const analysed = await analyseSnapshot(test.ground.database, programmeId, null, "");
    expect(analysed?.results.data).toMatchObject({ respondents: 3, file: "data.csv" });
  });

  it("needs no study.json: the programme's own is used, whatever the order of the columns", async () => {
    const test = await testStudyGround();
    const first = await imported(test, small("id,q1\na,5\n"));
    const programmeId = first.outcome?.programmeId ?? "";
    const further = await imported(test, new Map([["第二批.csv", "q1,id\n3,z\n"]]), into(programmeId));
    expect(further.outcome).toMatchObject({ programmeId, imported: 1 });
    const rows = await test.ground.database.selectFrom("response").select("answers").orderBy("received_at").execute();
    expect(rows.map(({ answers }) => answers)).toEqual([
      { id: "a", q1: "5" },
      { id: "z", q1: "3" },
    ]);
  });

  it("of another study is refused with what differs, and changes nothing", async () => {
    const test = await testStudyGround();
    const first = await imported(test, small("id,q1\na,5\n"));
    const programmeId = first.outcome?.programmeId ?? "";
    const columns = [
      { name: "id", type: "text" },
      { name: "q2", type: "rating", scale: "five" },
    ];
    const other = await imported(
      test,
      small("id,q2\nb,5\n", { columns, measures: { overall: "q2" } }),
      into(programmeId),
    );
    expect(other.findings.issues).toMatchObject([
      { code: "definition-differs", details: { missing: ["q1"], further: ["q2"], changed: ["measures"] } },
    ]);
    const header = await imported(test, new Map([["x.csv", "id,q1,new\nb,5,1\n"]]), into(programmeId));
    expect(header.findings.issues).toMatchObject([{ code: "definition-differs", details: { further: ["new"] } }]);
    expect(await test.ground.database.selectFrom("response").select("line").execute()).toHaveLength(1);
  });
});

describe("a large file", () => {
  it("of 100,000 rows is imported and analysed", async () => {
    const test = await testStudyGround();
    const done = await imported(test, manyRows(100_000));
    expect(done.outcome).toMatchObject({ imported: 100_000, waves: 4 });
    const analysed = await analyseSnapshot(test.ground.database, done.outcome?.programmeId ?? "", null, "");
    expect(analysed?.results.data).toMatchObject({ respondents: 100_000, ...done.outcome?.data });
  }, 120_000);
});

describe("the examples", () => {
  it("become programmes once, also after a stop in the middle", async () => {
    const test = await testStudyGround();
    const { ground, organisationId, unitId } = test;
    await queuedImport(test, small("id,q1\na,5\n"));
    expect(await importExamples(ground, organisationId, unitId)).toHaveLength(2);
    expect(await importExamples(ground, organisationId, unitId)).toEqual([]);
    const states = await ground.database.selectFrom("study_import").select("state").execute();
    expect(states).toEqual([{ state: "done" }, { state: "done" }]);
  });
});
