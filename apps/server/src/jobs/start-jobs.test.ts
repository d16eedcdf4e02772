import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { capturingLog } from "../../test-support/capturing-log.ts";
import { testDatabase } from "../../test-support/database.ts";
import { jobGround, quickPace } from "../../test-support/job-ground.ts";
import { untilTrue } from "../../test-support/until-true.ts";
import { enqueue } from "./enqueue.ts";
import { type JobContext, type JobHandler, jobHandler } from "./job-handler.ts";
import type { JobRole } from "./job-runner.ts";
import { deadJobs, queueState, reviveDeadJob } from "./queue-state.ts";
import { type JobGround, startJobs } from "./start-jobs.ts";

const mailId = "0b8f3f4e-5a55-4c1c-8a55-6b2f4e0a1c11";

async function started(ground: JobGround, role: JobRole, handlers: readonly JobHandler[]) {
  const part = await startJobs(ground, role, handlers, { pace: quickPace });
  let stopped = false;
  const stop = async () => {
    if (!stopped) await part.stop();
    stopped = true;
  };
  onTestFinished(stop);
  return { stop };
}

/** A handler that says when it ran. */
function recording(run: (context: JobContext) => Promise<void> = async () => {}) {
  const seen: JobContext[] = [];
  const first = Promise.withResolvers<JobContext>();
  const handler = jobHandler("send-mail", async (_payload, context) => {
    seen.push(context);
    first.resolve(context);
    await run(context);
  });
  return { handler, seen, first: first.promise };
}

describe("enqueue", () => {
  it("runs a job only once its transaction is committed, and never if it is rolled back", async () => {
    const { db, url } = await testDatabase();
    const { handler, seen, first } = recording();
    await started(jobGround(url), "worker", [handler]);
    await expect(
      db.transaction().execute(async (tx) => {
        await enqueue(tx, "send-mail", { mailId });
        throw new Error("rolled back");
      }),
    ).rejects.toThrow("rolled back");
    await db.transaction().execute((tx) => enqueue(tx, "send-mail", { mailId }));
    await first;
    await untilTrue(async () => (await countJobs(db)) === 0);
    expect(seen).toHaveLength(1);
  });

  it("replaces a job of the same key that has not begun", async () => {
    const { db } = await testDatabase();
    const later = new Date("2099-01-01T00:00:00Z");
    const other = "11111111-5a55-4c1c-8a55-6b2f4e0a1c11";
    await enqueue(db, "send-mail", { mailId }, { key: "one", runAt: later });
    await enqueue(db, "send-mail", { mailId: other }, { key: "one", runAt: later });
    const { rows } = await sql<{ payload: unknown; run_at: Date }>`
      select payload, run_at from graphile_worker._private_jobs`.execute(db);
    expect(rows).toEqual([{ payload: { mailId: other }, run_at: later }]);
  });
});

describe("startJobs", () => {
  it("runs only the jobs of its role", async () => {
    const { db, url } = await testDatabase();
    const { handler, first } = recording();
    const ran: string[] = [];
    const analysis = jobHandler("compute-results", async () => {
      ran.push("compute-results");
    });
    await started(jobGround(url), "worker", [handler, analysis]);
    const programmeId = mailId;
    await enqueue(db, "compute-results", { programmeId, waveId: null, weight: "" });
    await enqueue(db, "send-mail", { mailId });
    await first;
    expect(ran).toEqual([]);
    expect(await countJobs(db)).toBeGreaterThan(0);
    await started(jobGround(url), "analysis", [handler, analysis]);
    await untilTrue(() => ran.length === 1);
  });

  it("gives each of many jobs to exactly one of two workers", async () => {
    const { db, url } = await testDatabase();
    const ran: string[] = [];
    const handler = jobHandler("send-mail", async (payload) => {
      ran.push(payload.mailId);
    });
    await started(jobGround(url), "worker", [handler]);
    await started(jobGround(url), "worker", [handler]);
    const ids = Array.from({ length: 60 }, (_, index) => mailId.slice(0, -3) + String(100 + index));
    await Promise.all(ids.map((id) => enqueue(db, "send-mail", { mailId: id })));
    await untilTrue(async () => (await countJobs(db)) === 0);
    expect(ran.sort()).toEqual(ids);
  });

  it("finishes the jobs under way before it has stopped, and takes none that waits", async () => {
    const { db, url } = await testDatabase();
    const gate = Promise.withResolvers<void>();
    const { handler, seen } = recording(() => gate.promise);
    const part = await started(jobGround(url), "worker", [handler]);
    // One more than a worker runs at a time.
    for (let n = 0; n < 4; n += 1) await enqueue(db, "send-mail", { mailId });
    await untilTrue(() => seen.length === 3);
    const stopped = part.stop();
    gate.resolve();
    await stopped;
    expect(seen).toHaveLength(3);
    expect(await queueState(db)).toMatchObject({ waiting: 1, dead: 0 });
    expect(await countJobs(db)).toBe(1);
  });

  it("goes on after the database has cut all its connections", async () => {
    const { db, url } = await testDatabase();
    const { handler, seen } = recording();
    const { log, of } = capturingLog();
    await started(jobGround(url, { log }), "worker", [handler]);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(db);
    await untilTrue(() => of("jobs-resumed").length === 1);
    await enqueue(db, "send-mail", { mailId });
    await untilTrue(() => seen.length === 1);
  });

  it("refuses a payload of another form", async () => {
    const { db, url } = await testDatabase();
    const { handler, seen } = recording();
    await started(jobGround(url), "worker", [handler]);
    await sql`select graphile_worker.add_job('send-mail', '{"mailId":"../../etc"}', max_attempts => 1)`.execute(db);
    await untilTrue(async () => (await deadJobs(db)).length === 1);
    expect(seen).toEqual([]);
    expect((await deadJobs(db))[0]).toMatchObject({ job: "send-mail", attempts: 1, failure: "PayloadRefusedError" });
  });
});

describe("a job that fails", () => {
  it("is tried again later, tells its last attempt, then lies with the dead until it is revived", async () => {
    const { db, url } = await testDatabase();
    const broken = { is: true };
    const { handler, seen } = recording(async () => {
      if (broken.is) throw Object.assign(new Error("no"), { code: "EXAMPLE" });
    });
    await started(jobGround(url), "worker", [handler]);
    await sql`select graphile_worker.add_job('send-mail', ${JSON.stringify({ mailId })}::json, max_attempts => 2)`.execute(
      db,
    );
    await untilTrue(async () => (await runAtDelay(db)) > 2);
    // Its time has come.
    await sql`update graphile_worker._private_jobs set run_at = now()`.execute(db);
    await untilTrue(async () => (await queueState(db)).dead === 1);
    expect(seen.map(({ attempt, isLastAttempt }) => [attempt, isLastAttempt])).toEqual([
      [1, false],
      [2, true],
    ]);
    const [dead] = await deadJobs(db);
    expect(dead).toMatchObject({ job: "send-mail", failure: "Error EXAMPLE" });
    broken.is = false;
    expect(await reviveDeadJob(db, dead?.id ?? "")).toBe(true);
    await untilTrue(async () => (await countJobs(db)) === 0);
    expect(await reviveDeadJob(db, dead?.id ?? "")).toBe(false);
  });
});

describe("a worker that is killed", () => {
  it("leaves its job to another, soon, while a living worker keeps its own", async () => {
    const { db, url } = await testDatabase();
    const gate = Promise.withResolvers<void>();
    const living = recording(() => gate.promise);
    const part = await started(jobGround(url), "worker", [living.handler]);
    await enqueue(db, "send-mail", { mailId });
    await living.first;

    const worker = spawn(
      process.execPath,
      [fileURLToPath(new URL("../../test-support/hanging-worker.ts", import.meta.url)), url],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    onTestFinished(() => void worker.kill("SIGKILL"));
    await enqueue(db, "run-import", { importId: mailId });
    await once(worker.stdout, "data");
    worker.kill("SIGKILL");
    await once(worker, "exit");

    const taken = Promise.withResolvers<number>();
    const successor = jobHandler("run-import", async (_payload, { attempt }) => taken.resolve(attempt));
    await started(jobGround(url), "worker", [successor]);
    expect(await taken.promise).toBe(2);
    expect(living.seen).toHaveLength(1);
    gate.resolve();
    await part.stop();
    // The successor has begun; it may still be saying that it is done.
    await untilTrue(async () => (await countJobs(db)) === 0);
  });
});

type TestDb = Awaited<ReturnType<typeof testDatabase>>["db"];

async function countJobs(db: TestDb): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from graphile_worker._private_jobs`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

async function runAtDelay(db: TestDb): Promise<number> {
  const { rows } = await sql<{ delay: number }>`
    select extract(epoch from run_at - created_at)::float8 as delay from graphile_worker._private_jobs where attempts = 1`.execute(
    db,
  );
  return rows[0]?.delay ?? 0;
}
