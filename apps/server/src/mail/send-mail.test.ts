import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { capturingLog } from "../../test-support/capturing-log.ts";
import { testDatabase } from "../../test-support/database.ts";
import { jobGround, quickPace, testInstant } from "../../test-support/job-ground.ts";
import { type MailServerManners, reply, testMailServer } from "../../test-support/mail-server.ts";
import { untilTrue } from "../../test-support/until-true.ts";
import type { SmtpConfig } from "../config/config.ts";
import type { Database } from "../database/connect.ts";
import type { JobContext } from "../jobs/job-handler.ts";
import { startJobs } from "../jobs/start-jobs.ts";
import { silentLog } from "../log/log.ts";
import { queueMail } from "./queue-mail.ts";
import { sendMailJob } from "./send-mail.ts";

const recipient = "wang.xiaoming@example.cn";
const path = "/reset-password?token=3f9Qm0Zq7vJk1c5TtQ2uX8wN4yB6aL0e";

function queueReset(db: Database) {
  const details = { path, validMinutes: "60" };
  return queueMail(db, {
    organisationId: null,
    template: "password-reset",
    language: "zh",
    recipient,
    details,
    now: testInstant,
  });
}

/** One try of the job, as the queue would make it. */
async function attempt(db: Database, smtp: SmtpConfig | null, mailId: string, context: Partial<JobContext> = {}) {
  const config = jobGround("", { config: { smtp } }).config;
  const job = sendMailJob(
    { config, database: db, clock: { now: () => testInstant } },
    { patience: { connectMs: 1_000, idleMs: 300 } },
  );
  const usual = { jobId: "1", attempt: 1, isLastAttempt: false, signal: new AbortController().signal, log: silentLog };
  await job.run({ mailId }, { ...usual, ...context });
}

async function rowOf(db: Database, id: string) {
  const {
    state,
    recipient: to,
    details,
    attempts,
  } = await db.selectFrom("mail_message").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  return { state, to, details, attempts };
}

const emptied = { to: null, details: null };

async function setUp(manners: MailServerManners = {}) {
  const { db, url } = await testDatabase();
  const server = await testMailServer(manners);
  const mailId = await queueReset(db);
  return { db, url, server, mailId };
}

describe("send-mail", () => {
  it("sends within seconds of the commit and forgets recipient and link", async () => {
    const { db, url, server, mailId } = await setUp();
    const ground = jobGround(url, { config: { smtp: server.smtp } });
    const jobs = await startJobs(ground, "worker", [sendMailJob({ ...ground, database: db })], { pace: quickPace });
    onTestFinished(() => jobs.stop());
    await untilTrue(async () => (await rowOf(db, mailId)).state !== "waiting");
    await untilTrue(async () => (await rowOf(db, mailId)).state === "sent");
    expect(await rowOf(db, mailId)).toMatchObject({ state: "sent", ...emptied, attempts: 1 });
    expect(server.mails).toHaveLength(1);
    expect(server.mails[0]).toMatchObject({ to: recipient });
    expect(server.mails[0]?.content).toMatch(new RegExp(`^Message-ID: <${mailId}@survey.example.cn>`, "m"));
  });

  it("tries again what the server put off", async () => {
    const { db, server, mailId } = await setUp({
      afterData: (connection) => {
        if (connection === 1) throw reply(451, "try again later");
      },
    });
    await expect(attempt(db, server.smtp, mailId)).rejects.toMatchObject({ responseCode: 451 });
    expect(await rowOf(db, mailId)).toMatchObject({ state: "waiting", to: recipient });
    await attempt(db, server.smtp, mailId, { attempt: 2 });
    expect(await rowOf(db, mailId)).toMatchObject({ state: "sent", ...emptied, attempts: 2 });
    expect(server.mails).toHaveLength(1);
  });

  it("tries again where no server answers, and gives up at the last attempt", async () => {
    const { db, mailId } = await setUp();
    const nobody = { url: "smtp://127.0.0.1:1", from: "no-reply@example.cn" };
    await expect(attempt(db, nobody, mailId)).rejects.toThrow();
    expect(await rowOf(db, mailId)).toMatchObject({ state: "waiting" });
    await attempt(db, nobody, mailId, { isLastAttempt: true });
    expect(await rowOf(db, mailId)).toMatchObject({ state: "failed", ...emptied });
  });

  it("tries again after a server that greets nobody", async () => {
    const { db, server, mailId } = await setUp({ silent: true });
    await expect(attempt(db, server.smtp, mailId)).rejects.toMatchObject({ code: "ETIMEDOUT" });
    expect(await rowOf(db, mailId)).toMatchObject({ state: "waiting" });
  });

  it("fails at once where the server knows no such recipient", async () => {
    const { db, server, mailId } = await setUp({
      atRecipient: () => {
        throw reply(550, "no such user");
      },
    });
    await attempt(db, server.smtp, mailId);
    expect(await rowOf(db, mailId)).toMatchObject({ state: "failed", ...emptied, attempts: 1 });
  });

  it("keeps the mail where the server refuses us, not the mail", async () => {
    const { db, server, mailId } = await setUp({
      options: { authOptional: false, onAuth: (_auth, _session, done) => done(reply(535, "wrong password")) },
    });
    const smtp = { ...server.smtp, url: server.smtp.url.replace("//", "//us:wrong@") };
    await expect(attempt(db, smtp, mailId)).rejects.toMatchObject({ responseCode: 535 });
    expect(await rowOf(db, mailId)).toMatchObject({ state: "waiting", to: recipient });
  });

  it("fails where no mail server is configured", async () => {
    const { db, mailId } = await setUp();
    await attempt(db, null, mailId);
    expect(await rowOf(db, mailId)).toMatchObject({ state: "failed", ...emptied });
  });
});

describe("a mail that the server may have taken (threat 67)", () => {
  it("is unknown when the connection dies after the message and before the reply, and never sent again", async () => {
    const { db, server, mailId } = await setUp({ afterData: (_connection, drop) => drop() });
    await attempt(db, server.smtp, mailId);
    expect(await rowOf(db, mailId)).toMatchObject({ state: "unknown", ...emptied });
    await attempt(db, server.smtp, mailId, { attempt: 2 });
    expect(server.connections()).toBe(1);
  });

  it("is unknown when the server never replies to the message", async () => {
    const { db, server, mailId } = await setUp({ afterData: () => new Promise<void>(() => {}) });
    await attempt(db, server.smtp, mailId);
    expect(await rowOf(db, mailId)).toMatchObject({ state: "unknown", ...emptied });
    expect(server.connections()).toBe(1);
  });

  it("is unknown when its worker was killed in the dialogue, and the next worker does not send it", async () => {
    const taken = Promise.withResolvers<void>();
    const { db, url, server, mailId } = await setUp({
      afterData: () => {
        taken.resolve();
        return new Promise<void>(() => {});
      },
    });
    const script = fileURLToPath(new URL("../../test-support/mailing-worker.ts", import.meta.url));
    const worker = spawn(process.execPath, [script, url, server.smtp.url], { stdio: ["ignore", "ignore", "inherit"] });
    onTestFinished(() => void worker.kill("SIGKILL"));
    await taken.promise;
    worker.kill("SIGKILL");
    await once(worker, "exit");
    expect(await rowOf(db, mailId)).toMatchObject({ state: "sending", to: recipient });

    const { log, of } = capturingLog();
    const ground = jobGround(url, { config: { smtp: server.smtp }, log });
    const jobs = await startJobs(ground, "worker", [sendMailJob({ ...ground, database: db })], { pace: quickPace });
    onTestFinished(() => jobs.stop());
    await untilTrue(() => of("job-done").length === 1);
    expect(await rowOf(db, mailId)).toMatchObject({ state: "unknown", ...emptied, attempts: 1 });
    expect(server.connections()).toBe(1);
  });

  it("is taken by one of two runs of the same job", async () => {
    const { db, server, mailId } = await setUp();
    await Promise.all([attempt(db, server.smtp, mailId), attempt(db, server.smtp, mailId)]);
    expect(server.mails).toHaveLength(1);
    expect(["sent", "unknown"]).toContain((await rowOf(db, mailId)).state);
  });
});
