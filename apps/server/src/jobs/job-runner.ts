/** One life of the queue's runner: from a pool of connections to the moment when it works no more. */
import { EventEmitter } from "node:events";
import { type Runner, run, type TaskList, type WorkerEvents } from "graphile-worker";
import pg from "pg";
import type { Ground } from "../ground.ts";
import { jobLogger } from "./job-log.ts";
import { holdPresence, type Presence } from "./presence.ts";
import { timetable } from "./timetable.ts";

export type JobRole = "worker" | "analysis";

/** Analysis fills a core by itself; mails and imports mostly wait for others. */
const CONCURRENCY: Readonly<Record<JobRole, number>> = { worker: 3, analysis: 1 };

export interface JobPace {
  /** Between looks for jobs that have become due: of those just added it is told. */
  readonly pollMs: number;
  readonly rebuildDelayMs: number;
  /** Between looks for dead workers' jobs. */
  readonly presenceMs: number;
}

export const usualPace: JobPace = { pollMs: 2_000, rebuildDelayMs: 1_000, presenceMs: 5_000 };

export interface JobRunner {
  /** Settles when it works no more. */
  readonly broken: Promise<void>;
  /** Takes no more jobs and waits for those under way. */
  stop(): Promise<void>;
}

type RunnerGround = Pick<Ground, "config" | "databaseUrl" | "log" | "clock">;

/** @throws whatever keeps it from the database */
export async function buildRunner(
  ground: RunnerGround,
  role: JobRole,
  tasks: TaskList,
  pace: JobPace,
): Promise<JobRunner> {
  const pool = openPool(ground.databaseUrl, role);
  try {
    // The queue makes up the id by which jobs are locked; it is told by this event only.
    const events: WorkerEvents = new EventEmitter();
    const { promise: workerId, resolve } = Promise.withResolvers<string>();
    events.once("pool:create", ({ workerPool }) => resolve(workerPool.id));
    const runner = await run({
      pgPool: pool,
      events,
      taskList: tasks,
      preset: {
        worker: {
          concurrentJobs: CONCURRENCY[role],
          pollInterval: pace.pollMs,
          // Together, without delay: settled one by one nobody waits for the statement, and a database that is away just then
          // would end the process by a rejection that nobody handles. So it ends the runner, which is built anew.
          completeJobBatchDelay: 0,
          failJobBatchDelay: 0,
        },
      },
      noHandleSignals: true,
      logger: jobLogger(ground.log),
      parsedCronItems: "sweep" in tasks ? timetable(ground.config.timeZone, () => ground.clock.now()) : [],
    });
    return await watched(ground, runner, pool, await workerId, pace);
  } catch (cause) {
    await pool.end();
    throw cause;
  }
}

function openPool(databaseUrl: string, role: JobRole): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: `manyi jobs ${role}`,
    // One listens, one keeps the timetable, the others take and release jobs.
    max: CONCURRENCY[role] + 2,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  // Whatever breaks a connection is met by the statement that uses it next.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** With its presence held. Losing that ends the runner: another process may take its jobs from then on. */
async function watched(
  ground: RunnerGround,
  runner: Runner,
  pool: pg.Pool,
  workerId: string,
  pace: JobPace,
): Promise<JobRunner> {
  const { promise: lost, resolve: onLost } = Promise.withResolvers<void>();
  const stopRunner = () => runner.stop().catch(() => {});
  const presence = await holdPresence(ground.databaseUrl, workerId, ground.log, onLost).catch(
    async (cause: unknown) => {
      await stopRunner();
      throw cause;
    },
  );
  const looking = lookForDead(presence, pace.presenceMs, ground);
  return {
    broken: Promise.race([runner.promise.catch(() => {}), lost]),
    stop: async () => {
      clearInterval(looking);
      await stopRunner();
      // It says so when the jobs under way are done; that it failed before is known already.
      await runner.promise.catch(() => {});
      await presence.end().catch(() => {});
      await pool.end();
    },
  };
}

function lookForDead(presence: Presence, everyMs: number, { log }: Pick<Ground, "log">): NodeJS.Timeout {
  const look = () => presence.freeJobsOfDead().catch((error: unknown) => log.warn("presence-not-checked", { error }));
  void look();
  return setInterval(look, everyMs);
}
