import { sql } from "kysely";
import { Registry } from "prom-client";
import { expect, it } from "vitest";
import { testDatabase } from "../../test-support/database.ts";
import { enqueue } from "./enqueue.ts";
import { jobFigures } from "./job-figures.ts";

const mailId = "0b8f3f4e-5a55-4c1c-8a55-6b2f4e0a1c11";

it("counts runs by outcome, and asks the queue what waits and what is dead", async () => {
  const { db } = await testDatabase();
  const registry = new Registry();
  const figures = jobFigures(registry, db);
  figures.ran("send-mail", "done", 12);
  figures.ran("send-mail", "dead", 4_000);
  await enqueue(db, "send-mail", { mailId });
  await enqueue(db, "send-mail", { mailId }, { runAt: new Date("2099-01-01T00:00:00Z") });
  await sql`select graphile_worker.add_job('sweep', max_attempts => 1)`.execute(db);
  await sql`update graphile_worker._private_jobs set attempts = 1 where max_attempts = 1`.execute(db);
  const text = await registry.metrics();
  expect(text).toContain('manyi_job_runs_total{job="send-mail",outcome="done"} 1');
  expect(text).toContain('manyi_job_runs_total{job="send-mail",outcome="dead"} 1');
  expect(text).toContain('manyi_job_seconds_sum{job="send-mail"} 4.012');
  expect(text).toMatch(/^manyi_jobs_waiting 1$/m);
  expect(text).toMatch(/^manyi_jobs_dead 1$/m);
});
