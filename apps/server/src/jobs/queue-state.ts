/** How the queue stands: for metrics, the health page, and whoever has to look after what failed. */
import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";

export interface QueueState {
  readonly waiting: number;
  /** 0 where none waits. */
  readonly oldestWaitingSeconds: number;
  readonly dead: number;
}

export async function queueState(db: Kysely<Tables>): Promise<QueueState> {
  const { rows } = await sql<QueueState>`
    select
      (count(*) filter (where is_available and run_at <= now()))::integer as waiting,
      coalesce(extract(epoch from now() - min(run_at) filter (where is_available and run_at <= now())), 0)::float8
        as "oldestWaitingSeconds",
      (count(*) filter (where attempts >= max_attempts and locked_at is null))::integer as dead
    from graphile_worker._private_jobs`.execute(db);
  return rows[0] ?? { waiting: 0, oldestWaitingSeconds: 0, dead: 0 };
}

export interface DeadJob {
  readonly id: string;
  readonly job: string;
  readonly attempts: number;
  /** Name and code of the error, never its message. */
  readonly failure: string;
  readonly failedAt: Date;
}

/** Jobs that failed as often as they may, newest first. */
export async function deadJobs(db: Kysely<Tables>, most = 100): Promise<readonly DeadJob[]> {
  const { rows } = await sql<DeadJob>`
    select id::text, task_identifier as job, attempts::integer, coalesce(last_error, '') as failure, updated_at as "failedAt"
    from graphile_worker.jobs
    where attempts >= max_attempts and locked_at is null
    order by updated_at desc, id desc
    limit ${most}`.execute(db);
  return rows;
}

/** Gives a dead job all its attempts again, from now.
 *  @returns whether there was such a job */
export async function reviveDeadJob(db: Kysely<Tables>, id: string): Promise<boolean> {
  const { rows } = await sql`
    update graphile_worker._private_jobs
    set attempts = 0, run_at = now(), updated_at = now(), last_error = null
    where id = ${id}::bigint and attempts >= max_attempts and locked_at is null
    returning id`.execute(db);
  return rows.length > 0;
}
