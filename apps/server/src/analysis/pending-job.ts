import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";

/** A job that failed for good is tried again when somebody asks, but not all the time. */
const restMinutes = 10;

export type PendingJob = "none" | "waiting" | "dead";

/** Whether a job with this key waits or runs, or failed for good a short while ago. To add it anew would begin its attempts
 *  from the first. */
export async function pendingJob(db: Kysely<Tables>, key: string): Promise<PendingJob> {
  const { rows } = await sql<{ dead: boolean; rested: boolean }>`
    select attempts >= max_attempts and locked_at is null as dead,
      updated_at < now() - make_interval(mins => ${restMinutes}) as rested
    from graphile_worker.jobs where key = ${key}`.execute(db);
  const [job] = rows;
  if (job === undefined || (job.dead && job.rested)) return "none";
  return job.dead ? "dead" : "waiting";
}
