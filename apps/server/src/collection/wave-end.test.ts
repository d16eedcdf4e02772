/** The edges of a wave: its last moment, another wave beside it, a close that is just being written down. */
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { addSurvey } from "../../test-support/add-survey.ts";
import { addVersion } from "../../test-support/add-version.ts";
import { askedQuestionnaire } from "../../test-support/asked-questionnaire.ts";
import { type CollectionServer, collectionServer } from "../../test-support/collection-server.ts";
import { untilTrue } from "../../test-support/until-true.ts";
import { insertOpenWave } from "../programme/collecting-waves.ts";
import { insertLink } from "./link-queries.ts";
import { newLinkToken } from "./link-token.ts";

const GRACE_MS = 600_000;

const codeOf = (answer: { statusCode: number; json: () => { code?: string } }) => [
  answer.statusCode,
  answer.json().code,
];

/** @returns a stamp from before the close */
async function closeWithGrace(server: CollectionServer): Promise<string> {
  const before = server.collection.stamps.make(server.wave.linkId, server.clock.now());
  server.clock.advance(60_000);
  const closedAt = server.clock.now();
  await server.db
    .updateTable("wave")
    .set({ state: "closing", closed_at: closedAt, grace_until: new Date(closedAt.getTime() + GRACE_MS) })
    .where("id", "=", server.wave.waveId)
    .execute();
  return before;
}

describe("a wave that is being closed", () => {
  it("takes answers until the grace time ends, to the millisecond (6)", async () => {
    const server = await collectionServer();
    const stamp = await closeWithGrace(server);
    server.clock.advance(GRACE_MS - 1);
    expect((await server.submit(server.submission({ stamp }))).statusCode).toBe(201);
    server.clock.advance(1);
    expect(codeOf(await server.submit(server.submission({ stamp })))).toEqual([409, "wave-closed"]);
  });

  it("is told nothing by what another wave has saved under the id, and leaves it there (6)", async () => {
    const server = await collectionServer();
    const other = await addSurvey(server.db, { ...server.wave, unitId: server.ours.department }, askedQuestionnaire);
    const begun = server.collection.stamps.make(other.linkId, server.clock.now());
    const stamp = await closeWithGrace(server);
    const [foreign, late] = [server.submission(), server.submission({ stamp })];
    const partial = { sequence: 1, answers: { overall: 4 }, page: "second", version: 1, language: "zh", stamp: begun };
    for (const { id } of [foreign, late]) {
      const saved = await server.ask(null, `PUT /api/collect/${other.token}/partials/${id}`, partial);
      expect(saved.statusCode).toBe(204);
    }
    expect(codeOf(await server.submit(foreign))).toEqual([409, "wave-closed"]);
    expect((await server.submit(late)).statusCode).toBe(201);
    const rows = await server.db.selectFrom("partial_response").select("id").orderBy("id").execute();
    expect(rows.map(({ id }) => id)).toEqual([foreign.id, late.id].toSorted());
  });

  it("takes nothing of what waited for the close to be written down", async () => {
    const server = await collectionServer();
    const { sent } = await server.db.transaction().execute(async (tx) => {
      await tx.updateTable("wave").set({ state: "closed", closed_at: server.clock.now() }).execute();
      const sent = server.submit(server.submission());
      await untilTrue(() => isWaitingForLock(server));
      return { sent };
    });
    expect(codeOf(await sent)).toEqual([409, "wave-closed"]);
    expect(await server.responses()).toEqual([]);
  });
});

async function isWaitingForLock({ db }: CollectionServer): Promise<boolean> {
  const { rows } = await sql`select from pg_stat_activity
    where application_name = 'manyi collect' and wait_event_type = 'Lock' and datname = current_database()`.execute(db);
  return rows.length > 0;
}

describe("a wave beside another of its programme", () => {
  it("takes no version that only the other has asked, also where that is remembered", async () => {
    const server = await collectionServer();
    const { db, wave } = server;
    const at = server.clock.now();
    expect((await server.submit(server.submission())).statusCode).toBe(201);
    const versionId = await addVersion(db, wave, 2, askedQuestionnaire);
    const waveId = await insertOpenWave(db, wave.programmeId, { code: "2", name: {} }, { ...wave, versionId, at });
    const token = newLinkToken();
    await insertLink(db, { ...wave, waveId, token, createdAt: at, createdBy: null });
    expect(codeOf(await server.submit(server.submission(), token))).toEqual([422, "version-unknown"]);
    expect((await server.submit(server.submission({ version: 2 }), token)).statusCode).toBe(201);
    expect((await server.responses()).map(({ answers }) => answers._wave).toSorted()).toEqual(["1", "2"]);
  });
});

describe("the last answer that a wave has received", () => {
  it("is the newest, also where a clock was turned back", async () => {
    const server = await collectionServer();
    const newest = server.clock.now();
    await server.submit(server.submission());
    server.clock.advance(-60_000);
    await server.submit(server.submission());
    const wave = await server.db.selectFrom("wave_count").selectAll().executeTakeFirstOrThrow();
    expect(wave).toMatchObject({ responses: 2, last_received_at: newest });
  });
});
