import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { analyseStudy } from "@manyi/analysis/analyse-study";
import { loadStudy } from "@manyi/dataset/load/load-study";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { exampleFolder, type TestStudyGround, testStudyGround } from "../../test-support/study-ground.ts";
import { folderOf, unzipped } from "../../test-support/unpacked.ts";
import { productVersion } from "../product/product-version.ts";
import { wavesOf } from "../programme/queries.ts";
import { changeResponseState, eventHorizon, hasUnseenEvents } from "../response/queries.ts";
import { exportStudy } from "../study/export/export-study.ts";
import { importFolder } from "../study/import-folder.ts";
import { analyseSnapshot } from "./analyse-snapshot.ts";

async function imported(name: "bookkeeping" | "tenants", test: TestStudyGround): Promise<string> {
  const { ground, organisationId, unitId } = test;
  return importFolder(ground, { organisationId, unitId, folder: exampleFolder(name), name: null });
}

async function exclude({ ground }: TestStudyGround, programmeId: string, line: number, state: "valid" | "excluded") {
  const { id } = await ground.database
    .selectFrom("response")
    .select("id")
    .where("programme_id", "=", programmeId)
    .where("line", "=", line)
    .executeTakeFirstOrThrow();
  const actor = { kind: "staff" as const, id: "somebody" };
  const reason = state === "excluded" ? "测试答卷" : null;
  await changeResponseState(ground.database, id, { state, reason, at: new Date(), actor });
}

describe("a programme that was edited", () => {
  it("is exported as it is analysed: its own fingerprint, the same numbers", async () => {
    const test = await testStudyGround();
    const programmeId = await imported("tenants", test);
    await exclude(test, programmeId, 2, "excluded");
    const analysed = await analyseSnapshot(test.ground.database, programmeId, null, "");
    const files = await unzipped((await exportStudy(test.ground, programmeId)) ?? expect.fail("no zip"));
    const folder = await folderOf(files);
    const byFile = analyseStudy(await loadStudy(folder, { unknownAnswers: "stop" }), { productVersion });
    const original = await readFile(join(exampleFolder("tenants"), "data.csv"));
    expect(files.get("data.csv")?.equals(original)).toBe(false);
    const { rowsRead, excluded, ...data } = analysed?.results.data ?? expect.fail("no results");
    expect({ rowsRead, excluded }).toEqual({ rowsRead: 72, excluded: [{ reason: "by-hand", rows: 1 }] });
    expect(byFile.data).toEqual({ ...data, rowsRead: 71, excluded: [] });
    expect({ ...analysed?.results, data: null }).toEqual({ ...byFile, data: null });
  });

  it("has the fingerprint of its file again once everything is restored", async () => {
    const test = await testStudyGround();
    const programmeId = await imported("tenants", test);
    const before = await analyseSnapshot(test.ground.database, programmeId, null, "");
    await exclude(test, programmeId, 2, "excluded");
    await exclude(test, programmeId, 2, "valid");
    expect((await analyseSnapshot(test.ground.database, programmeId, null, ""))?.results).toEqual(before?.results);
  });
});

describe("one wave", () => {
  it("is analysed of its own rows alone", async () => {
    const test = await testStudyGround();
    const programmeId = await imported("bookkeeping", test);
    const waves = await wavesOf(test.ground.database, [programmeId]);
    expect(waves.map(({ code, name }) => [code, name.zh])).toEqual(
      ["1", "2", "3", "4", "5", "6"].map((code) => [code, `第 ${code} 期`]),
    );
    const text = await readFile(join(exampleFolder("bookkeeping"), "data.csv"), "utf8");
    const [header, ...rows] = text.trimEnd().split("\n");
    const third = rows.filter((row) => row.split(",")[1] === "3");
    const study = await readFile(join(exampleFolder("bookkeeping"), "study.json"));
    const folder = await folderOf(
      new Map<string, string | Uint8Array>([
        ["study.json", study],
        ["data.csv", `${[header, ...third].join("\n")}\n`],
      ]),
    );
    const byFile = analyseStudy(await loadStudy(folder, { unknownAnswers: "stop" }), { productVersion });
    const wave = await analyseSnapshot(test.ground.database, programmeId, waves[2].id, "");
    expect(wave?.results.data.rowsRead).toBe(third.length);
    expect({ ...wave?.results, data: null }).toEqual({ ...byFile, data: null });
  });
});

describe("what a result rests on", () => {
  it("never claims an answer that was committed late, and never loses one", async () => {
    const test = await testStudyGround();
    const { database } = test.ground;
    const programmeId = await imported("tenants", test);
    const early = await database.startTransaction().execute();
    onTestFinished(async () => {
      if (!early.isCommitted) await early.rollback().execute();
    });
    // The earlier transaction takes its number first and commits last.
    const lines = await sql<{
      id: string;
    }>`select id from response where programme_id = ${programmeId} order by line limit 2`.execute(database);
    const change = {
      state: "excluded" as const,
      reason: "迟到",
      at: new Date(),
      actor: { kind: "staff" as const, id: "a" },
    };
    await changeResponseState(early, lines.rows[0].id, change);
    await changeResponseState(database, lines.rows[1].id, change);
    const horizon = await eventHorizon(database, programmeId);
    const xids = await sql<{ xid: string }>`
      select commit_xid::text as xid from response_event where programme_id = ${programmeId}
      and kind = 'excluded'`.execute(database);
    const late = BigInt(xids.rows[0].xid);
    expect(BigInt(horizon.revision)).toBeLessThan(late);
    expect(await hasUnseenEvents(database, programmeId, horizon.snapshot)).toBe(false);
    await early.commit().execute();
    expect(await hasUnseenEvents(database, programmeId, horizon.snapshot)).toBe(true);
    const after = await eventHorizon(database, programmeId);
    expect(BigInt(after.revision)).toBeGreaterThanOrEqual(late);
    expect(await hasUnseenEvents(database, programmeId, after.snapshot)).toBe(false);
  });
});
