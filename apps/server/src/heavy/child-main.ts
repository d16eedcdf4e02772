/** The child process: makes its own ground, does one piece of work after the other, ends with its parent. */
import { flushCompileCache } from "node:module";
import { systemClock } from "../clock/clock.ts";
import { connect } from "../database/connect.ts";
import { openFileStore } from "../files/open-file-store.ts";
import { openLog } from "../log/log.ts";
import type { StudyGround } from "../programme/study-ground.ts";
import type { ChildSettings, FromChild, ToChild } from "./messages.ts";
import { type TaskName, tasks } from "./tasks.ts";

let ground: StudyGround | null = null;

process.on("disconnect", () => process.exit(0));
process.on("message", (message: ToChild) => {
  if (message.kind === "settings") ground = groundOf(message.settings);
  else void answer(message.id, message.task, message.work);
});

function groundOf({ config, databaseUrl }: ChildSettings): StudyGround {
  const log = openLog(config.logLevel);
  const database = connect(databaseUrl, {
    applicationName: "manyi analysis",
    maxConnections: 4,
    statementTimeoutMs: null,
    onConnectionLost: (error) => log.warn("database-connection-lost", { error }),
  });
  return { config, database, files: openFileStore(config, log, systemClock), clock: systemClock };
}

async function answer(id: number, task: TaskName, work: unknown): Promise<void> {
  try {
    if (ground === null) throw new Error("work came before the settings");
    // The parent's types bind work and task.
    const run = tasks[task] as (ground: StudyGround, work: unknown) => Promise<unknown>;
    const result = await run(ground, work);
    tell({ kind: "done", id, result, memoryBytes: process.memoryUsage.rss() });
    // The next child finds compiled what this piece needed, however this one ends.
    flushCompileCache();
  } catch (cause) {
    tell({ kind: "failed", id, error: cause instanceof Error ? cause : new Error(String(cause)) });
  }
}

function tell(message: FromChild): void {
  process.send?.(message);
}
