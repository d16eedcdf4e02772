import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { type TestServer, testServer } from "../../test-support/build-server.ts";
import { addUnitObjects } from "../../test-support/unit-objects.ts";
import { untilTrue } from "../../test-support/until-true.ts";
import { computeResults } from "../analysis/compute-results.ts";
import { insertResponses } from "../response/queries.ts";
import { watchResults } from "./results-watch.ts";

const pace = { lookEveryMs: 10, watchedForMs: 60_000, warmEveryMs: 60_000, most: 20 };

async function collecting() {
  const s = await testServer();
  const { survey, importId } = await addUnitObjects(s.db, s.ours, s.ours.department);
  const key = { programmeId: survey.programmeId, waveId: null, weight: "" };
  const answer = (n = 1) =>
    s.db.transaction().execute(async (tx) => {
      const rows = Array.from({ length: n }, (_, i) => i);
      const batch = {
        lines: rows,
        waveIds: rows.map(() => survey.waveId),
        answers: rows.map((i) => JSON.stringify({ overall: String(1 + (i % 5)), nps: "9", _wave: "1" })),
      };
      const of = {
        organisationId: s.ours.organisationId,
        programmeId: survey.programmeId,
        definitionId: survey.definitionId,
        importId,
        at: s.clock.now(),
        actor: { kind: "system" as const, id: null },
      };
      await insertResponses(tx, batch, of);
    });
  await answer(20);
  await computeResults(s.ground, key);
  return { s, key, answer };
}

async function jobs({ db }: TestServer): Promise<readonly string[]> {
  const { rows } = await sql<{ key: string }>`select key from graphile_worker.jobs`.execute(db);
  return rows.map(({ key }) => key);
}

const forgetJobs = ({ db }: TestServer) => sql`delete from graphile_worker._private_jobs`.execute(db);

describe("watched results", () => {
  it("are asked for as soon as there are answers that are not in them, once, however many come", async () => {
    const { s, key, answer } = await collecting();
    watchResults(s.ground, pace).looked(key);
    // What warms the computing process up.
    await untilTrue(async () => (await jobs(s)).length === 1);
    await forgetJobs(s);
    await answer(3);
    await untilTrue(async () => (await jobs(s)).length === 1);
    await answer(3);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await jobs(s)).toEqual([`results:${key.programmeId}:all:`]);
  });

  it("that are current and warm are left alone", async () => {
    const { s, key } = await collecting();
    watchResults(s.ground, pace).looked(key);
    await untilTrue(async () => (await jobs(s)).length === 1);
    await forgetJobs(s);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await jobs(s)).toEqual([]);
  });

  it("are watched no more when nobody has looked for a while", async () => {
    const { s, key, answer } = await collecting();
    const watch = watchResults(s.ground, { ...pace, watchedForMs: 50 });
    watch.looked(key);
    await untilTrue(async () => (await jobs(s)).length === 1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await forgetJobs(s);
    await answer();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await jobs(s)).toEqual([]);
    watch.looked(key);
    await untilTrue(async () => (await jobs(s)).length === 1);
  });

  it("are so many at most: the oldest give way", async () => {
    const { s, key } = await collecting();
    const watch = watchResults(s.ground, { ...pace, most: 1 });
    watch.looked(key);
    watch.looked({ ...key, weight: "none" });
    await untilTrue(async () => (await jobs(s)).length === 1);
    expect(await jobs(s)).toEqual([`results:${key.programmeId}:all:none`]);
  });
});
