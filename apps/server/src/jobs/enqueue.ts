import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { JobMap, JobName } from "./job-map.ts";
import { checkedPayload } from "./job-payload.ts";
import { mostAttempts } from "./most-attempts.ts";

export interface EnqueueOptions {
  /** A job with the same key that has not begun yet is replaced. */
  readonly key?: string;
  /** Not before; now if left out. */
  readonly runAt?: Date;
}

/** Adds a job with everything else of the caller's transaction: it runs once that has been committed, or never.
 *  @throws PayloadRefusedError if the payload holds anything but what `JobMap` says */
export async function enqueue<Name extends JobName>(
  tx: Kysely<Tables>,
  name: Name,
  payload: JobMap[Name],
  options: EnqueueOptions = {},
): Promise<void> {
  await sql`select graphile_worker.add_job(
    ${name}::text,
    payload => ${JSON.stringify(checkedPayload(name, payload))}::json,
    run_at => ${options.runAt ?? null}::timestamptz,
    max_attempts => ${mostAttempts[name]}::integer,
    job_key => ${options.key ?? null}::text
  )`.execute(tx);
}
