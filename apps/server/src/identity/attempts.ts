/**
 * How often somebody may try. Each attempt counts before it is judged, in the database, so that neither many at once nor several
 * web processes give a guesser more; a success takes its own count back. After some attempts each further one has to wait,
 * twice as long every time, a quarter of an hour at most.
 *
 * An account can thus be held back by others. That costs its owner a quarter of an hour at worst, is the same for
 * addresses that have no account, and does not end sessions; letting guesses go on would cost them the account.
 */
import { createHmac } from "node:crypto";
import { ProblemError } from "@manyi/contract/problem/problem";
import { type Kysely, sql } from "kysely";
import type { Database } from "../database/connect.ts";
import type { Tables } from "../database/tables.ts";

/** Whose attempts are counted together. */
export interface Subject {
  readonly kind: "account" | "code" | "password" | "reset" | "block";
  readonly name: string;
}

const LONGEST_WAIT_SECONDS = 900;
/** A whole office may sign in from one address. */
const FREE_ATTEMPTS = { account: 5, code: 5, password: 5, reset: 3, block: 25 } as const;
/** Counts of attempts older than this begin anew. */
const FORGOTTEN_AFTER_SECONDS = 86_400;

export interface Attempts {
  /** Counts an attempt of each subject.
   *  @throws ProblemError sign-in-held-back if one of them has to wait; then nothing is counted */
  begin(subjects: readonly Subject[], now: Date): Promise<void>;
}

/** @param secret keys the hashes under which subjects are kept */
export function openAttempts(database: Database, secret: string): Attempts {
  return {
    begin: (subjects, now) =>
      database.transaction().execute(async (tx) => {
        const keyed = subjects.map((subject) => ({ key: keyOf(subject, secret), free: FREE_ATTEMPTS[subject.kind] }));
        // Always in the same order, so that two attempts wait for each other and never both.
        keyed.sort((a, b) => a.key.compare(b.key));
        for (const { key, free } of keyed) await count(tx, key, free, now);
      }),
  };
}

/** After a success: the account's attempts are forgotten, the block gets this one back. */
export async function forgive(tx: Kysely<Tables>, secret: string, subjects: readonly Subject[]): Promise<void> {
  for (const subject of subjects) {
    const key = keyOf(subject, secret);
    if (subject.kind === "block") {
      await tx
        .updateTable("sign_in_failure")
        .set({ failures: sql`greatest(failures - 1, 0)` })
        .where("subject", "=", key)
        .execute();
    } else {
      await tx.deleteFrom("sign_in_failure").where("subject", "=", key).execute();
    }
  }
}

async function count(tx: Kysely<Tables>, key: Buffer, free: number, now: Date): Promise<void> {
  const { rows } = await sql<{ failures: number }>`
    insert into sign_in_failure as known (subject, failures, last_at, held_until)
    values (${key}, 1, ${now}, ${now})
    on conflict (subject) do update set
      failures = ${grown(now)},
      last_at = ${now},
      held_until = ${now}::timestamptz + make_interval(secs => ${waitSeconds(now, free)})
    where known.held_until <= ${now}
    returning failures`.execute(tx);
  if (rows.length > 0) return;
  const held = await tx
    .selectFrom("sign_in_failure")
    .select("held_until")
    .where("subject", "=", key)
    .executeTakeFirstOrThrow();
  const retryAfterSeconds = Math.ceil((held.held_until.getTime() - now.getTime()) / 1_000);
  throw new ProblemError("sign-in-held-back", { retryAfterSeconds: Math.max(retryAfterSeconds, 1) });
}

function grown(now: Date) {
  return sql`case when known.last_at < ${now}::timestamptz - make_interval(secs => ${FORGOTTEN_AFTER_SECONDS})
    then 1 else known.failures + 1 end`;
}

/** 1, 2, 4 … seconds from the last free attempt on. */
function waitSeconds(now: Date, free: number) {
  return sql`case when ${grown(now)} < ${free} then 0
    else least(power(2, least(${grown(now)} - ${free}, 10)), ${LONGEST_WAIT_SECONDS}) end`;
}

function keyOf({ kind, name }: Subject, secret: string): Buffer {
  return createHmac("sha256", secret).update(`attempts:${kind}:${name}`).digest();
}
