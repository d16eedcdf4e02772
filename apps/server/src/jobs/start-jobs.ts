/**
 * Runs the jobs of a role. The queue lies in the database, so a job is taken by one worker of however many there are; it is
 * told of new ones (NOTIFY) and looks by itself every two seconds. What breaks the queue's runner, a database that went away,
 * is waited out: it is built anew until it is stopped on purpose.
 */
import { setTimeout as delay } from "node:timers/promises";
import type { Ground, RunningPart } from "../ground.ts";
import { type JobFigures, uncounted } from "./job-figures.ts";
import type { JobHandler } from "./job-handler.ts";
import { jobRoles } from "./job-map.ts";
import { buildRunner, type JobPace, type JobRole, type JobRunner, usualPace } from "./job-runner.ts";
import { queueTask } from "./run-handler.ts";

export interface JobSettings {
  readonly figures?: JobFigures;
  readonly pace?: JobPace;
}

/** What the queue itself needs; handlers bring their own. */
export type JobGround = Pick<Ground, "config" | "databaseUrl" | "log" | "clock">;

/** Returns when the role takes jobs.
 *  @param handlers those of other roles are left out
 *  @throws whatever keeps the first start from the database */
export async function startJobs(
  ground: JobGround,
  role: JobRole,
  handlers: readonly JobHandler[],
  settings: JobSettings = {},
): Promise<RunningPart> {
  const log = ground.log.child({ role });
  const pace = settings.pace ?? usualPace;
  const figures = settings.figures ?? uncounted;
  const own = handlers.filter(({ name }) => jobRoles[name] === role);
  const tasks = Object.fromEntries(own.map((handler) => [handler.name, queueTask(handler, { log, figures })]));
  const build = () => buildRunner({ ...ground, log }, role, tasks, pace);
  const stopping = new AbortController();
  const first = await build();
  log.info("jobs-started", { jobs: own.map(({ name }) => name) });
  const supervised = supervise(first, build, stopping.signal, { log, pace });
  return {
    stop: async () => {
      stopping.abort();
      await supervised;
      log.info("jobs-stopped");
    },
  };
}

async function supervise(
  first: JobRunner,
  build: () => Promise<JobRunner>,
  stopping: AbortSignal,
  { log, pace }: { readonly log: Ground["log"]; readonly pace: JobPace },
): Promise<void> {
  let runner: JobRunner | undefined = first;
  while (runner !== undefined) {
    await Promise.race([runner.broken, aborted(stopping)]);
    await runner.stop();
    runner = undefined;
    while (runner === undefined && !stopping.aborted) {
      log.warn("jobs-interrupted", { delayMs: pace.rebuildDelayMs });
      await delay(pace.rebuildDelayMs, undefined, { signal: stopping }).catch(() => {});
      if (stopping.aborted) return;
      runner = await build().catch((error: unknown) => {
        log.warn("jobs-not-resumed", { error });
        return undefined;
      });
      if (runner !== undefined) log.info("jobs-resumed");
    }
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
