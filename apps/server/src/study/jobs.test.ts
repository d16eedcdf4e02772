import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { testServer } from "../../test-support/build-server.ts";
import type { ImportState } from "./import-record.ts";
import { studyJobs } from "./jobs.ts";
import { importOfJob, insertImport } from "./queries.ts";

it.each([
  ["running", "failed"],
  ["done", "done"],
] as const)("whose last attempt fails, an import that is %s is %s afterwards", async (state, after) => {
  const { ground, db, log, ours } = await testServer();
  const id = await anImport(db, ours, state);
  // No database answers there: the child cannot do its work.
  const { handlers, work } = studyJobs({ ...ground, databaseUrl: "postgres://nobody@127.0.0.1:1/none" });
  const context = { jobId: "1", attempt: 8, isLastAttempt: true, signal: new AbortController().signal, log: log.log };
  const [handler] = handlers;
  await expect(handler?.run({ importId: id }, context)).rejects.toThrow();
  await work.stop();
  expect((await importOfJob(db, id))?.state).toBe(after);
});

async function anImport(
  db: Parameters<typeof insertImport>[0],
  ours: { readonly organisationId: string; readonly department: string },
  state: ImportState,
): Promise<string> {
  const id = randomUUID();
  const findings = { title: null, hasStudyJson: true, preview: null, issues: [], warnings: [], faultyLines: 0 };
  const { organisationId, department: unitId } = ours;
  const createdAt = new Date("2026-11-22T08:00:00Z");
  const none = { createdBy: null, files: [], mapping: null };
  await insertImport(db, { id, organisationId, unitId, createdAt, state, findings, ...none });
  return id;
}
