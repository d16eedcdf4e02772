import { randomUUID } from "node:crypto";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { manyRows } from "../../test-support/many-rows.ts";
import { queuedImport } from "../../test-support/queued-import.ts";
import { exampleFolder, type TestStudyGround, testStudyGround } from "../../test-support/study-ground.ts";
import { buildConfig } from "../../test-support/test-config.ts";
import { untilTrue } from "../../test-support/until-true.ts";
import { silentLog } from "../log/log.ts";
import { runImport } from "../study/import/run-import.ts";
import { importOfJob, lockImport } from "../study/queries.ts";
import { type HeavyLimits, type HeavyWork, HeavyWorkDied, heavyWork, usualLimits } from "./heavy-work.ts";

function workOf({ url, dataFolder }: TestStudyGround, limits: Partial<HeavyLimits> = {}): HeavyWork {
  const config = buildConfig({ dataFolder });
  const work = heavyWork({ config, databaseUrl: url, log: silentLog }, { ...usualLimits, ...limits });
  onTestFinished(() => work.stop());
  return work;
}

async function files(test: TestStudyGround) {
  const folder = exampleFolder("tenants");
  await cp(folder, join(test.dataFolder, "copied"), { recursive: true });
  return ["study.json", "data.csv"].map((name) => ({ name, path: join(test.dataFolder, "copied", name) }));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const counts = async ({ ground }: TestStudyGround) => {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*) from programme) as programmes, (select count(*) from definition) as definitions,
      (select count(*) from wave) as waves, (select count(*) from response) as responses,
      (select count(*) from response_event) as events`.execute(ground.database);
  return rows[0];
};
const nothing = { programmes: 0, definitions: 0, waves: 0, responses: 0, events: 0 };

describe("the child process", () => {
  it("does one piece after the other and ends when there has been none for a while", async () => {
    const test = await testStudyGround();
    const work = workOf(test, { idleMs: 50 });
    const asked = { files: await files(test), mapping: null };
    const [first, second] = await Promise.all([work.run("check-upload", asked), work.run("check-upload", asked)]);
    expect([first.state, second.state]).toEqual(["ready", "ready"]);
    const pid = work.pid();
    await untilTrue(() => pid === null || !isAlive(pid));
    expect((await work.run("check-upload", asked)).state).toBe("ready");
  });

  it("is exchanged after so many pieces of the kind that leaks, and only of that", async () => {
    const test = await testStudyGround();
    const work = workOf(test, { mostLeaks: 1 });
    const asked = { files: await files(test), mapping: null };
    await work.run("check-upload", asked);
    const pid = work.pid();
    await work.run("check-upload", asked);
    expect(work.pid()).toBe(pid);
    const report = { programmeId: randomUUID(), waveId: null, weight: "", language: "zh", kind: "page" } as const;
    await work.run("render-report", report);
    await work.run("check-upload", asked);
    expect(work.pid()).not.toBe(pid);
    await untilTrue(() => pid !== null && !isAlive(pid));
  });

  it("is exchanged when it has grown", async () => {
    const test = await testStudyGround();
    const work = workOf(test, { largestBytes: 1 });
    const asked = { files: await files(test), mapping: null };
    const first = work.run("check-upload", asked);
    await untilTrue(() => work.pid() !== null);
    const pid = work.pid();
    await first;
    await work.run("check-upload", asked);
    expect(work.pid()).not.toBe(pid);
  });

  it("that is killed fails its work and no more: the next piece gets another child", async () => {
    const test = await testStudyGround();
    const work = workOf(test);
    const asked = { files: await files(test), mapping: null };
    const doomed = work.run("check-upload", asked);
    await untilTrue(() => work.pid() !== null);
    process.kill(work.pid() ?? 0, "SIGKILL");
    await expect(doomed).rejects.toBeInstanceOf(HeavyWorkDied);
    expect((await work.run("check-upload", asked)).state).toBe("ready");
  });

  it("killed in the middle of an import leaves nothing; the job runs again and everything is there once", async () => {
    const test = await testStudyGround();
    const importId = await queuedImport(test, manyRows(30_000));
    const work = workOf(test);
    const doomed = work.run("run-import", { importId });
    // In the middle of the transaction: the child says how far it is through another connection.
    await untilTrue(async () => ((await importOfJob(test.ground.database, importId))?.progress?.done ?? 0) > 0);
    process.kill(work.pid() ?? 0, "SIGKILL");
    await expect(doomed).rejects.toBeInstanceOf(HeavyWorkDied);
    await untilTrue(async () => {
      const { rows } = await sql`select 1 from pg_stat_activity where application_name = 'manyi analysis'
        and datname = current_database()`.execute(test.ground.database);
      return rows.length === 0;
    });
    expect(await counts(test)).toEqual(nothing);
    await work.run("run-import", { importId });
    expect(await counts(test)).toMatchObject({ programmes: 1, responses: 30_000, events: 30_000 });
    await work.run("run-import", { importId });
    expect(await counts(test)).toMatchObject({ programmes: 1, responses: 30_000 });
  });
});

describe("an import that two processes carry out at once", () => {
  it("is there once", async () => {
    const test = await testStudyGround();
    const importId = await queuedImport(test, manyRows(3_000));
    const { database } = test.ground;
    const held = await database.startTransaction().execute();
    await lockImport(held, importId);
    const both = Promise.all([workOf(test).run("run-import", { importId }), runImport(test.ground, importId)]);
    // Each has seen that the import waits, and stands before its lock.
    await untilTrue(async () => {
      const { rows } = await sql`select 1 from pg_locks join pg_stat_activity using (pid)
        where locktype = 'advisory' and not granted and datname = current_database()`.execute(database);
      return rows.length === 2;
    });
    await held.commit().execute();
    await both;
    expect(await counts(test)).toMatchObject({ programmes: 1, definitions: 1, responses: 3_000, events: 3_000 });
  });
});
