/** Threat 56: what a person is or said stands in no log line and in nothing that the queue keeps, whatever fails. */
import { sql } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import { capturingLog } from "../../test-support/capturing-log.ts";
import { testDatabase } from "../../test-support/database.ts";
import { jobGround, quickPace, testInstant } from "../../test-support/job-ground.ts";
import { reply, testMailServer } from "../../test-support/mail-server.ts";
import { untilTrue } from "../../test-support/until-true.ts";
import type { Database } from "../database/connect.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { jobHandler } from "../jobs/job-handler.ts";
import { deadJobs } from "../jobs/queue-state.ts";
import { startJobs } from "../jobs/start-jobs.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { sendMailJob } from "../mail/send-mail.ts";

const planted = {
  mail: "ouyang.xiufang@example.cn",
  name: "欧阳秀芳",
  latinName: "Ouyang Xiufang",
  phone: "13911112222",
  token: "Zq7vJk1c5TtQ2uX8wN4yB6aL0e3f9Qm0",
  answer: "the accountant was rude to me",
  cookie: "manyi.session=9b1d",
} as const;
const everything = Object.values(planted).join(" ");

async function plantedIn(db: Database, text: string): Promise<readonly string[]> {
  const { rows } = await sql<{ table: string }>`select table_name as table from information_schema.tables
    where table_schema = 'graphile_worker' and table_type = 'BASE TABLE'`.execute(db);
  expect(rows.length).toBeGreaterThan(3);
  const dumps = await Promise.all(
    rows.map(async ({ table }) => {
      const dump = await sql<{ row: string }>`select t::text as row from graphile_worker.${sql.table(table)} t`.execute(
        db,
      );
      return dump.rows.map(({ row }) => row).join("\n");
    }),
  );
  const haystack = [text, ...dumps].join("\n");
  return Object.entries(planted).flatMap(([kind, value]) => (haystack.includes(value) ? [kind] : []));
}

/** Errors as the layers below make them, with a person's words in their messages. */
async function failureOf(kind: number, db: Database): Promise<unknown> {
  if (kind === 0) return JSON.parse(everything);
  if (kind === 1) return sql`select ${everything}::uuid`.execute(db);
  if (kind === 2) {
    await sql`insert into auth_user (id, name, email) values ('a', ${planted.name}, ${planted.mail})`.execute(db);
    return sql`insert into auth_user (id, name, email) values ('b', ${planted.name}, ${planted.mail})`.execute(db);
  }
  if (kind === 3) return fetch(`http://127.0.0.1:1/${planted.token}?mail=${planted.mail}`);
  if (kind === 4) throw new Error(everything, { cause: Object.assign(new Error(everything), { code: everything }) });
  throw everything;
}

it("finds nothing planted in logs and queue after jobs have failed in every way", async () => {
  const { db, url } = await testDatabase();
  const { log, text, of } = capturingLog();
  let runs = 0;
  const failing = jobHandler("run-import", async () => {
    runs += 1;
    await failureOf(runs - 1, db);
  });
  const jobs = await startJobs(jobGround(url, { log }), "worker", [failing], { pace: quickPace });
  onTestFinished(() => jobs.stop());
  for (let n = 0; n < 6; n += 1) {
    const importId = `0b8f3f4e-5a55-4c1c-8a55-6b2f4e0a1c1${n}`;
    await sql`select graphile_worker.add_job('run-import', ${JSON.stringify({ importId })}::json, max_attempts => 1)`.execute(
      db,
    );
  }
  await untilTrue(async () => (await deadJobs(db)).length === 6);
  expect(of("job-dead")).toHaveLength(6);
  expect(await plantedIn(db, text())).toEqual([]);
  // It would be no use if nothing could be told from them any more.
  const failures = (await deadJobs(db)).map(({ failure }) => failure);
  expect(failures).toEqual(
    expect.arrayContaining(["SyntaxError", "error 22P02", "error 23505", "TypeError", "Error", "thrown string"]),
  );
});

it("finds nothing planted in logs and queue after mails have failed in every way", async () => {
  const { db, url } = await testDatabase();
  const { log, text, of } = capturingLog();
  const replies = [
    reply(550, `5.1.1 <${planted.mail}>: ${planted.name} unknown`),
    reply(451, `4.7.1 greylisted ${planted.mail} ${planted.latinName}`),
  ];
  const server = await testMailServer({
    afterData: (_connection, drop) => {
      const next = replies.shift();
      if (next !== undefined) throw next;
      drop();
    },
  });
  const ground = jobGround(url, { log, config: { smtp: server.smtp } });
  const jobs = await startJobs(ground, "worker", [sendMailJob({ ...ground, database: db })], { pace: quickPace });
  onTestFinished(() => jobs.stop());
  for (let n = 0; n < 3; n += 1) {
    await queueMail(db, {
      organisationId: null,
      template: "invitation",
      language: "zh",
      recipient: planted.mail,
      details: {
        path: `/invitation?token=${planted.token}`,
        organisation: "青禾",
        inviter: planted.name,
        validDays: "7",
      },
      now: testInstant,
    });
    await untilTrue(() => of("mail-not-sent").length + of("job-failed").length === n + 1);
  }
  expect(of("mail-not-sent").map(({ state }) => state)).toEqual(["failed", "unknown"]);
  expect(of("job-failed")).toMatchObject([{ error: { responseCode: "451", command: "DATA" } }]);
  expect(await plantedIn(db, text())).toEqual([]);
});

it("finds nothing planted in what is logged of requests", () => {
  const { log, text } = capturingLog();
  const error = new Error(everything);
  log.info("request", { requestId: planted.mail, method: planted.name, route: `/s/${planted.mail}`, status: 200 });
  log.error("request-failed", {
    problem: planted.answer,
    note: `${planted.mail} ${planted.phone} ${planted.token}`,
    error,
  });
  const found = Object.entries(planted).filter(([, value]) => text().includes(value));
  expect(found.map(([kind]) => kind)).toEqual([]);
});

it("keeps a job without anything planted even where a payload was given one by mistake", async () => {
  const { db } = await testDatabase();
  // Past the types, as a careless change might.
  const payload: { mailId: string } = JSON.parse(
    `{"mailId":"0b8f3f4e-5a55-4c1c-8a55-6b2f4e0a1c11","email":"${planted.mail}"}`,
  );
  await expect(enqueue(db, "send-mail", payload)).rejects.toMatchObject({ name: "PayloadRefusedError" });
  expect(await plantedIn(db, "")).toEqual([]);
});
