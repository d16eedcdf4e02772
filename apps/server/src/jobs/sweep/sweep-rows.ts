/** Rows that have had their time. Each statement takes a bounded batch and says how many it took. */
import { type Kysely, sql } from "kysely";
import type { Tables } from "../../database/tables.ts";

const BATCH = 1_000;

/** Small enough that nobody waits for its locks, again and again until nothing is left. */
async function inBatches(take: () => Promise<bigint>, signal: AbortSignal): Promise<number> {
  let total = 0;
  for (;;) {
    signal.throwIfAborted();
    const taken = Number(await take());
    total += taken;
    if (taken < BATCH) return total;
  }
}

type Batch = (db: Kysely<Tables>, before: Date) => Promise<bigint>;

export interface RowSweep {
  readonly kind: string;
  /** Rows older than this have had their time. */
  readonly days: number;
  readonly batch: Batch;
}

/** Runs one of them to its end.
 *  @returns rows taken */
export function sweepRows(db: Kysely<Tables>, sweep: RowSweep, now: Date, signal: AbortSignal): Promise<number> {
  const before = new Date(now.getTime() - sweep.days * 86_400_000);
  return inBatches(() => sweep.batch(db, before), signal);
}

function deletedFrom(table: string, timeColumn: string): Batch {
  return async (db, before) => {
    const result = await sql`delete from ${sql.table(table)} where ctid = any(array(
      select ctid from ${sql.table(table)} where ${sql.ref(timeColumn)} < ${before} limit ${BATCH}
      for update skip locked))`.execute(db);
    return result.numAffectedRows ?? 0n;
  };
}

/** A mail that was left: nobody will send it any more, and nobody may keep to whom it was to go. */
function mailsLeft(state: "waiting" | "sending", becomes: "failed" | "unknown"): Batch {
  return async (db, before) => {
    const result = await sql`update mail_message
      set state = ${becomes}, recipient = null, details = null, settled_at = now()
      where id = any(array(
        select id from mail_message where state = ${state} and created_at < ${before} limit ${BATCH}
        for update skip locked))`.execute(db);
    return result.numAffectedRows ?? 0n;
  };
}

/** Waves whose grace time is over and whose job was lost: a restored back-up has no jobs. */
const wavesClosing: Batch = async (db, before) => {
  const result = await sql`update wave set state = 'closed'
    where id = any(array(
      select id from wave where state = 'closing' and grace_until <= ${before} limit ${BATCH}
      for update skip locked))`.execute(db);
  return result.numAffectedRows ?? 0n;
};

/** Answers nobody has finished, and nobody can any more. */
const partialsOfClosedWaves: Batch = async (db, before) => {
  const result = await sql`delete from partial_response where id = any(array(
    select partial.id from partial_response partial join wave on wave.id = partial.wave_id
    where wave.state = 'closed' and coalesce(wave.grace_until, wave.closed_at) < ${before} limit ${BATCH}
    for update of partial skip locked))`.execute(db);
  return result.numAffectedRows ?? 0n;
};

/** Saved by a browser in the moment in which its complete answers were received by another process. */
const partialsOfResponses: Batch = async (db) => {
  const result = await sql`delete from partial_response where id = any(array(
    select partial.id from partial_response partial join response on response.id = partial.id limit ${BATCH}
    for update of partial skip locked))`.execute(db);
  return result.numAffectedRows ?? 0n;
};

export const rowSweeps: readonly RowSweep[] = [
  { kind: "sessions", days: 0, batch: deletedFrom("auth_session", "expiresAt") },
  { kind: "verifications", days: 0, batch: deletedFrom("auth_verification", "expiresAt") },
  // Kept for a day, so that whoever opens an old link is told that it is old.
  { kind: "password-links", days: 1, batch: deletedFrom("password_link", "expires_at") },
  { kind: "sign-in-failures", days: 7, batch: deletedFrom("sign_in_failure", "last_at") },
  { kind: "used-codes", days: 1, batch: deletedFrom("used_code", "used_at") },
  // Its job ends within hours; these were cut off from it.
  { kind: "mails-waiting", days: 3, batch: mailsLeft("waiting", "failed") },
  { kind: "mails-sending", days: 1, batch: mailsLeft("sending", "unknown") },
  { kind: "waves-closing", days: 0, batch: wavesClosing },
  // Should the wave be opened again within that time, they go on where they were.
  { kind: "partials-unfinished", days: 30, batch: partialsOfClosedWaves },
  { kind: "partials-received", days: 0, batch: partialsOfResponses },
  { kind: "mails-settled", days: 30, batch: deletedFrom("mail_message", "settled_at") },
];

/** What they found in their files may be large. */
const IMPORTS_AT_ONCE = 20;

/** Uploads that nobody went on with: their rows go, their files are returned.
 *  @returns keys of the files, and none once nothing is left */
export async function takeAbandonedImports(db: Kysely<Tables>, before: Date): Promise<readonly string[] | null> {
  const { rows } = await sql<{ keys: string[] }>`delete from study_import where id = any(array(
      select id from study_import
      where state in ('mapping', 'ready', 'faulty') and created_at < ${before} limit ${IMPORTS_AT_ONCE}
      for update skip locked))
    returning array(select file->>'key' from jsonb_array_elements(files) file) as keys`.execute(db);
  return rows.length === 0 ? null : rows.flatMap(({ keys }) => keys);
}

/** Which of these keys a row speaks of. Each is looked up in an index: there may be many times as many imports as keys. */
export async function knownKeys(db: Kysely<Tables>, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`
    select key from derived_file where key = any(${keys})
    union
    select key from unnest(${keys}::text[]) key
    where exists (select from study_import where files @> jsonb_build_array(jsonb_build_object('key', key)))
      or exists (select from study_import where outcome ->> 'rejectedKey' = key)`.execute(db);
  return new Set(rows.map(({ key }) => key));
}
