import { randomUUID } from "node:crypto";
import { mkdtemp, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { sql } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import { capturingLog } from "../../../test-support/capturing-log.ts";
import { testDatabase } from "../../../test-support/database.ts";
import { testInstant } from "../../../test-support/job-ground.ts";
import type { Database } from "../../database/connect.ts";
import { localFiles } from "../../files/local-files.ts";
import { sweepJob } from "./sweep.ts";

const clock = { now: () => testInstant };

function daysAgo(days: number): Date {
  return new Date(testInstant.getTime() - days * 86_400_000);
}

async function setUp() {
  const { db } = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), "manyi-sweep-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const files = localFiles(folder, clock);
  const captured = capturingLog();
  const job = sweepJob({ database: db, files, clock });
  const signal = new AbortController().signal;
  const sweep = () => job.run({}, { jobId: "1", attempt: 1, isLastAttempt: false, signal, log: captured.log });
  /** Stores a file as if some days ago. */
  const store = async (area: string, days: number) => {
    const stored = await files.put(area, Readable.from(["x"]), { largestBytes: 10 });
    await utimes(join(folder, stored.key), daysAgo(days), daysAgo(days));
    return stored;
  };
  const stored = async () => {
    const keys: string[] = [];
    for (const area of ["imports", "derived"]) for await (const key of files.list(area)) keys.push(key);
    return keys.sort();
  };
  return { db, sweep, store, stored, captured };
}

async function organisation(db: Database) {
  const organisationId = randomUUID();
  const unitId = randomUUID();
  await sql`insert into organisation (id, name, time_zone) values (${organisationId}, '{"zh":"青禾"}', 'Asia/Shanghai')`.execute(
    db,
  );
  await sql`insert into unit (id, organisation_id, kind, name, path)
    values (${unitId}, ${organisationId}, 'group', '{"zh":"青禾"}', array[${unitId}]::uuid[])`.execute(db);
  return { organisationId, unitId };
}

type Place = Awaited<ReturnType<typeof organisation>>;

async function addImport(db: Database, place: Place, state: string, days: number, key: string, outcome: object = {}) {
  await sql`insert into study_import (organisation_id, unit_id, created_at, state, files, outcome)
    values (${place.organisationId}, ${place.unitId}, ${daysAgo(days)}, ${state},
      ${JSON.stringify([{ name: "a.csv", key, bytes: 1, sha256: "" }])}, ${JSON.stringify(outcome)})`.execute(db);
}

async function addMail(db: Database, state: string, times: { created: number; settled?: number }) {
  await sql`insert into mail_message (template, language, recipient, details, state, created_at, settled_at)
    values ('invitation', 'zh', 'li@example.cn', '{}', ${state}, ${daysAgo(times.created)},
      ${times.settled === undefined ? null : daysAgo(times.settled)})`.execute(db);
}

it("ends sessions and verifications that have expired, and no others, also thousands of them", async () => {
  const { db, sweep } = await setUp();
  await sql`insert into auth_user (id, name, email) values ('u', 'Li', 'li@example.cn')`.execute(db);
  await sql`insert into auth_session (id, "userId", token, "expiresAt")
    select 's' || n, 'u', 't' || n, ${daysAgo(0)}::timestamptz - interval '1 second' from generate_series(1, 2500) n`.execute(
    db,
  );
  await sql`insert into auth_session (id, "userId", token, "expiresAt") values ('live', 'u', 'live', ${daysAgo(-1)})`.execute(
    db,
  );
  await sql`insert into auth_verification (id, identifier, value, "expiresAt")
    values ('old', 'a', 'b', ${daysAgo(1)}), ('live', 'a', 'b', ${daysAgo(-1)})`.execute(db);
  await sweep();
  expect(await db.selectFrom("auth_session").select("id").execute()).toEqual([{ id: "live" }]);
  const { rows } = await sql`select id from auth_verification`.execute(db);
  expect(rows).toEqual([{ id: "live" }]);
});

it("forgets settled mails after 30 days, and to whom a mail that was left was to go", async () => {
  const { db, sweep } = await setUp();
  await addMail(db, "sent", { created: 31, settled: 31 });
  await addMail(db, "failed", { created: 29, settled: 29 });
  await addMail(db, "waiting", { created: 4 });
  await addMail(db, "waiting", { created: 2 });
  await addMail(db, "sending", { created: 2 });
  await sweep();
  const rows = await db.selectFrom("mail_message").select(["state", "recipient"]).orderBy("created_at").execute();
  expect(rows.slice(0, 2)).toEqual([
    { state: "failed", recipient: "li@example.cn" },
    { state: "failed", recipient: null },
  ]);
  expect(rows.slice(2)).toContainEqual({ state: "waiting", recipient: "li@example.cn" });
  expect(rows.slice(2)).toContainEqual({ state: "unknown", recipient: null });
});

it("closes waves whose grace time is over and whose job was lost, and no others", async () => {
  const { db, sweep } = await setUp();
  const { organisationId, unitId } = await organisation(db);
  const programmeId = randomUUID();
  await sql`insert into programme (id, organisation_id, unit_id, name, created_at)
    values (${programmeId}, ${organisationId}, ${unitId}, '{}', ${daysAgo(9)})`.execute(db);
  await sql`insert into wave (organisation_id, programme_id, code, name, position, state, created_at, grace_until)
    values (${organisationId}, ${programmeId}, 'over', '{}', 0, 'closing', ${daysAgo(9)}, ${daysAgo(1)}),
      (${organisationId}, ${programmeId}, 'under way', '{}', 1, 'closing', ${daysAgo(9)}, ${daysAgo(-1)}),
      (${organisationId}, ${programmeId}, 'open', '{}', 2, 'open', ${daysAgo(9)}, null)`.execute(db);
  await sweep();
  const { rows } = await sql`select code, state from wave order by position`.execute(db);
  expect(rows).toEqual([
    { code: "over", state: "closed" },
    { code: "under way", state: "closing" },
    { code: "open", state: "open" },
  ]);
});

it("removes uploads that nobody went on with for a week, row and files", async () => {
  const { db, sweep, store, stored } = await setUp();
  const place = await organisation(db);
  const gone = await Promise.all(
    ["mapping", "ready", "faulty"].map(async (state) => ({ state, ...(await store("imports", 8)) })),
  );
  for (const { state, key } of gone) await addImport(db, place, state, 8, key);
  const young = await store("imports", 6);
  await addImport(db, place, "ready", 6, young.key);
  const done = await store("imports", 400);
  const rejected = await store("imports", 400);
  await addImport(db, place, "done", 400, done.key, { rejectedKey: rejected.key });
  const running = await store("imports", 8);
  await addImport(db, place, "running", 8, running.key);
  await sweep();
  expect(await stored()).toEqual([young.key, done.key, rejected.key, running.key].sort());
  const states = await db.selectFrom("study_import").select("state").orderBy("state").execute();
  expect(states.map(({ state }) => state)).toEqual(["done", "ready", "running"]);
});

it("removes files that no row knows, once they are older than a day", async () => {
  const { sweep, store, stored } = await setUp();
  await store("derived", 2);
  await store("imports", 2);
  const young = await store("derived", 0.5);
  await sweep();
  expect(await stored()).toEqual([young.key]);
});

it("leaves everything where not one of many files is known: that is another installation's store", async () => {
  const { sweep, store, stored, captured } = await setUp();
  for (let n = 0; n < 21; n += 1) await store("derived", 2);
  await sweep();
  expect(await stored()).toHaveLength(21);
  expect(captured.of("sweep-left-unknown-files")).toMatchObject([{ area: "derived", count: 21 }]);
});
