/** Complete answers: all SQL of them. */
import type { Kysely } from "kysely";
import type { PreparedStatement, StatementPool } from "../database/statement-pool.ts";
import type { Tables } from "../database/tables.ts";
import { countInLane } from "../programme/wave-counts.ts";

/** A response on its way into the database. */
export interface SubmissionRow {
  readonly id: string;
  readonly linkId: string;
  readonly waveId: string;
  readonly versionId: string;
  readonly hash: Buffer;
  readonly startedAt: Date;
  readonly receivedAt: Date;
  /** JSON of the cells up to the value of `_late`, which the statement knows and writes: `{"q1":"5","_late":` */
  readonly answersToLate: string;
  /** JSON, or empty. */
  readonly claim: string;
}

/** What the statement says of a row, in the order of the rows. */
export interface InsertedRow {
  readonly inserted: boolean;
  readonly late: boolean;
  /** Null: the wave takes answers. */
  readonly closedAt: Date | null;
  readonly isWithdrawn: boolean;
}

/**
 * One statement, one round trip, one transaction. The waves are locked, in the order of their ids, against being changed, and read as
 * they are after whoever held them: a wave that was closed takes nothing more, whatever anybody remembers of it. Batches of one wave
 * go beside each other. Rows go in by their ids, so that two processes with the same rows meet in one order.
 */
const insertSubmissions: PreparedStatement = {
  name: "manyi-insert-submissions-2",
  text: `
with given as materialized (
  select * from unnest(
    string_to_array($1, E'\\n')::uuid[], string_to_array($2, E'\\n')::uuid[], string_to_array($3, E'\\n')::uuid[],
    string_to_array($4, E'\\n'), string_to_array($5, E'\\n')::timestamptz[], string_to_array($6, E'\\n')::timestamptz[],
    string_to_array($7, E'\\n'), string_to_array($8, E'\\n')
  ) with ordinality as given (id, link_id, version_id, hash, started_at, received_at, answers, claim, position)
), target as materialized (
  select link.id as link_id, link.organisation_id, link.programme_id, link.withdrawn_at is not null as withdrawn,
    wave.id as wave_id, wave.definition_id, wave.state, wave.closed_at, wave.grace_until
  from collection_link link join wave on wave.id = link.wave_id
  where link.id = any(string_to_array($2, E'\\n')::uuid[])
  order by wave.id, link.id
  for share of wave
), decided as materialized (
  select given.*, target.organisation_id, target.programme_id, target.wave_id, target.definition_id, target.closed_at,
    target.withdrawn, target.state = 'closing' as late,
    target.state = 'open' or (
      target.state = 'closing' and given.received_at < target.grace_until
      -- What was saved under the id says when it was begun, should its page have been loaded again since.
      and least(given.started_at, partial.started_at) < target.closed_at
    ) as takes
  from given
  join target on target.link_id = given.link_id
  left join partial_response partial on partial.id = given.id and partial.wave_id = target.wave_id
), inserted as (
  insert into response (id, organisation_id, programme_id, wave_id, definition_id, version_id, link_id, content_hash,
    received_at, late, claim, answers)
  select id, organisation_id, programme_id, wave_id, definition_id, version_id, link_id, decode(hash, 'hex'),
    received_at, late, nullif(claim, '')::jsonb, (answers || case when late then '"1"}' else '"0"}' end)::jsonb
  from decided where takes and not withdrawn
  order by id
  on conflict (id) do nothing
  returning id, organisation_id, programme_id, wave_id, received_at
), told as (
  insert into response_event (at, organisation_id, programme_id, response_id, kind, actor_kind)
  select received_at, organisation_id, programme_id, id, 'submitted', 'respondent' from inserted
), counted as (
  ${countInLane("select organisation_id, wave_id, count(*), max(received_at) from inserted group by organisation_id, wave_id")}
), finished as (
  delete from partial_response using inserted
  where partial_response.id = inserted.id and partial_response.wave_id = inserted.wave_id
)
select inserted.id is not null as inserted, decided.late, decided.withdrawn as "isWithdrawn",
  case when decided.takes then null else decided.closed_at end as "closedAt"
from decided left join inserted on inserted.id = decided.id
order by decided.position`,
};

/** @param rows each with another id */
export async function insertRows(pool: StatementPool, rows: readonly SubmissionRow[]): Promise<readonly InsertedRow[]> {
  const lines = (of: (row: SubmissionRow) => string) => rows.map(of).join("\n");
  return pool.run<InsertedRow>(insertSubmissions, [
    lines(({ id }) => id),
    lines(({ linkId }) => linkId),
    lines(({ versionId }) => versionId),
    lines(({ hash }) => hash.toString("hex")),
    lines(({ startedAt }) => startedAt.toISOString()),
    lines(({ receivedAt }) => receivedAt.toISOString()),
    lines(({ answersToLate }) => answersToLate),
    lines(({ claim }) => claim),
  ]);
}

export interface KeptResponse {
  readonly id: string;
  readonly waveId: string;
  /** Null: it was imported. */
  readonly hash: Buffer | null;
  readonly receivedAt: Date;
  readonly late: boolean;
}

export async function findKept(pool: StatementPool, ids: readonly string[]): Promise<readonly KeptResponse[]> {
  return pool.run<KeptResponse>(findKeptResponses, [ids.join("\n")]);
}

const findKeptResponses: PreparedStatement = {
  name: "manyi-find-kept-1",
  text: `
select id, wave_id as "waveId", content_hash as hash, received_at as "receivedAt", late
from response where id = any(string_to_array($1, E'\\n')::uuid[])`,
};

/** What an end screen shows, and what a form that is sent again is compared with. */
export interface FinishedResponse extends KeptResponse {
  readonly hash: Buffer;
  readonly version: number;
  readonly answers: Readonly<Record<string, string>>;
}

/** @returns null where the wave has no such response, or it was imported */
export async function findFinished(db: Kysely<Tables>, waveId: string, id: string): Promise<FinishedResponse | null> {
  const row = await db
    .selectFrom("response")
    .innerJoin("questionnaire_version as version", "version.id", "response.version_id")
    .select(["response.id", "response.wave_id as waveId", "response.answers", "response.late"])
    .select(["response.received_at as receivedAt", "version.number as version"])
    .select((eb) => eb.ref("response.content_hash").$notNull().as("hash"))
    .where("response.id", "=", id)
    .where("response.wave_id", "=", waveId)
    .where("response.content_hash", "is not", null)
    .executeTakeFirst();
  return row ?? null;
}
