/**
 * How many responses waves have. Whoever inserts responses counts them here, in the same transaction. Counters stand in lanes, and a
 * connection always counts in the same one: transactions that add to one wave at the same time seldom wait for each other.
 */
import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";

const LANES = 16;

const before = `insert into wave_tally as tally (organisation_id, wave_id, lane, responses, last_received_at)
  select organisation_id, wave_id, pg_backend_pid() % ${LANES}, responses, last_received_at from (`;
const after = `) as received (organisation_id, wave_id, responses, last_received_at)
  order by wave_id
  on conflict (wave_id, lane) do update set responses = tally.responses + excluded.responses,
    last_received_at = greatest(tally.last_received_at, excluded.last_received_at)`;

/** A statement that adds to the lane of the connection, the waves in their order.
 *  @param received SQL: a query of organisation, wave, how many and when the last one came */
export function countInLane(received: string): string {
  return `${before}${received}${after}`;
}

/** @param received wave → how many */
export async function countReceived(
  db: Kysely<Tables>,
  organisationId: string,
  received: ReadonlyMap<string, number>,
  at: Date,
): Promise<void> {
  await sql`${sql.raw(before)}
    select ${organisationId}::uuid, wave_id, responses, ${at}::timestamptz
    from unnest(${[...received.keys()]}::uuid[], ${[...received.values()]}::integer[]) as given (wave_id, responses)
  ${sql.raw(after)}`.execute(db);
}
