/**
 * Which workers are alive. A worker that is killed leaves its jobs locked, and the queue would wait four hours before it gave
 * them to another. So each worker holds an advisory lock that ends with its connection: a lock on a job whose worker holds
 * none is a dead worker's, and is taken away.
 */
import pg from "pg";
import type { Log } from "../log/log.ts";

/** First half of the lock's number, the same in every process; the second is the hash of the worker's id. */
const LOCK_CLASS = 0x6d616e79;

export interface Presence {
  /** Frees the jobs of workers that are gone. One that was missing only once may be reconnecting: it must be missing twice. */
  freeJobsOfDead(): Promise<void>;
  end(): Promise<void>;
}

/** @param workerId the queue's id of this worker, as it stands on the jobs it takes
 *  @param onLost called once when the connection is gone, and the lock with it */
export async function holdPresence(
  databaseUrl: string,
  workerId: string,
  log: Log,
  onLost: () => void,
): Promise<Presence> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: "manyi presence", keepAlive: true });
  const ended = { byUs: false };
  client.on("error", () => {});
  client.on("end", () => {
    if (!ended.byUs) onLost();
  });
  await client.connect();
  await client.query("select pg_advisory_lock($1, hashtext($2))", [LOCK_CLASS, workerId]);
  let suspects: readonly string[] = [];
  return {
    freeJobsOfDead: async () => {
      const missing = await workersWithoutLock(client);
      const dead = missing.filter((worker) => suspects.includes(worker));
      suspects = missing;
      if (dead.length === 0) return;
      await client.query("select graphile_worker.force_unlock_workers($1)", [dead]);
      log.warn("jobs-of-dead-workers-freed", { count: dead.length });
    },
    end: async () => {
      ended.byUs = true;
      await client.end();
    },
  };
}

async function workersWithoutLock(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ worker: string }>(
    `select distinct job.locked_by as worker
       from graphile_worker._private_jobs job
      where job.locked_at is not null
        and not exists (
          select from pg_locks held
           where held.locktype = 'advisory' and held.granted
             and held.database = (select oid from pg_database where datname = current_database())
             and held.classid = $1::bigint::oid
             and held.objid = (hashtext(job.locked_by)::bigint & 4294967295)::oid)`,
    [LOCK_CLASS],
  );
  return rows.map(({ worker }) => worker);
}
