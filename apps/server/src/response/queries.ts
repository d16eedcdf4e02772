/** Responses and what happened to them: all SQL of this noun. */
import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";

type Db = Kysely<Tables>;

export interface ResponsesOfImport {
  readonly organisationId: string;
  readonly programmeId: string;
  readonly definitionId: string;
  readonly importId: string;
  readonly at: Date;
  readonly actor: { readonly kind: "staff" | "key" | "system"; readonly id: string | null };
}

/** Rows side by side: every list has one entry a response. */
export interface ResponseBatch {
  readonly lines: readonly number[];
  readonly waveIds: readonly string[];
  /** JSON without a line break. */
  readonly answers: readonly string[];
}

/** Inserts the batch with the event that says where each came from. */
export async function insertResponses(
  db: Db,
  { lines, waveIds, answers }: ResponseBatch,
  of: ResponsesOfImport,
): Promise<void> {
  // One text parameter: JSON has no bare line break, and a list of JSON would escape every quotation mark in it.
  await sql`
    with given as (
      select * from unnest(
        string_to_array(${answers.join("\n")}, E'\n'), ${[...lines]}::integer[], ${[...waveIds]}::uuid[]
      ) as given (answers, line, wave_id)
    ), inserted as (
      insert into response
        (id, organisation_id, programme_id, wave_id, definition_id, import_id, line, answers, received_at)
      select gen_random_uuid(), ${of.organisationId}::uuid, ${of.programmeId}::uuid, wave_id, ${of.definitionId}::uuid,
        ${of.importId}::uuid, line, answers::jsonb, ${of.at}::timestamptz
      from given
      returning id
    )
    insert into response_event (at, organisation_id, programme_id, response_id, kind, actor_kind, actor_id)
    select ${of.at}::timestamptz, ${of.organisationId}::uuid, ${of.programmeId}::uuid, id, 'submitted',
      ${of.actor.kind}, ${of.actor.id}
    from inserted`.execute(db);
}

const blockRows = 2_000;

export interface StoredRow {
  readonly line: number | null;
  readonly answers: Readonly<Record<string, string>>;
}

/** The responses that count, in the order in which they came and, within a file, of its lines; through a cursor, so that only
 *  a block of them is in memory.
 *  @param db a transaction
 *  @param waveId null: of every wave */
export async function* validRows(
  db: Db,
  programmeId: string,
  waveId: string | null,
): AsyncGenerator<readonly StoredRow[]> {
  const cursor = sql.id("manyi_rows");
  await sql`
    declare ${cursor} no scroll cursor for
    select line, answers from response
    where programme_id = ${sql.lit(programmeId)}::uuid
      and ${waveId === null ? sql`true` : sql`wave_id = ${sql.lit(waveId)}::uuid`}
      and state = 'valid'
    order by received_at, coalesce(line, 0), id`.execute(db);
  for (;;) {
    const { rows } = await sql<StoredRow>`fetch ${sql.lit(blockRows)} from ${cursor}`.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < blockRows) break;
  }
  await sql`close ${cursor}`.execute(db);
}

/** Cells of one column over the whole programme, also of excluded responses. */
export async function* keysInProgramme(db: Db, programmeId: string, column: string): AsyncGenerator<readonly string[]> {
  const cursor = sql.id("manyi_keys");
  await sql`
    declare ${cursor} no scroll cursor for
    select answers ->> ${sql.lit(column)} as key from response
    where programme_id = ${sql.lit(programmeId)}::uuid and answers ? ${sql.lit(column)}`.execute(db);
  for (;;) {
    const { rows } = await sql<{ key: string }>`fetch ${sql.lit(blockRows)} from ${cursor}`.execute(db);
    if (rows.length > 0) yield rows.map(({ key }) => key);
    if (rows.length < blockRows) break;
  }
  await sql`close ${cursor}`.execute(db);
}

export interface ResponseCounts {
  readonly waveId: string;
  readonly valid: number;
  readonly excluded: number;
}

/** Reads every response of the programme: for those who read them anyway. Lists take what the waves keep. */
export async function countResponses(db: Db, programmeId: string): Promise<readonly ResponseCounts[]> {
  const { rows } = await sql<ResponseCounts>`
    select wave_id as "waveId", count(*) filter (where state = 'valid') as valid,
      count(*) filter (where state = 'excluded') as excluded
    from response where programme_id = ${programmeId}::uuid group by wave_id`.execute(db);
  return rows;
}

/** @returns wave → how many of its responses are excluded; waves without any are not in it */
export async function countExcluded(db: Db, programmeIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ waveId: string; excluded: number }>`
    select wave_id as "waveId", count(*) as excluded from response
    where programme_id = any(${[...programmeIds]}::uuid[]) and state = 'excluded' group by wave_id`.execute(db);
  return new Map(rows.map(({ waveId, excluded }) => [waveId, excluded]));
}

export interface ResponseRow {
  readonly id: string;
  readonly waveId: string;
  readonly line: number | null;
  readonly receivedAt: Date;
  readonly state: "valid" | "excluded";
  readonly reason: string | null;
  readonly answers: Readonly<Record<string, string>>;
}

export interface ResponseFilter {
  readonly waveId: string | null;
  readonly state: "valid" | "excluded" | null;
}

/** Where a page of responses ends; the next begins after it. */
export interface ResponseCursor {
  readonly receivedAt: string;
  readonly line: number;
  readonly id: string;
}

/** A page in the order of arrival, and within a file of its lines.
 *  @param after null: from the beginning */
export async function pageOfResponses(
  db: Db,
  programmeId: string,
  { waveId, state }: ResponseFilter,
  after: ResponseCursor | null,
  size: number,
): Promise<readonly (ResponseRow & { readonly sortAt: string })[]> {
  const { rows } = await sql<ResponseRow & { readonly sortAt: string }>`
    select id, wave_id as "waveId", line, received_at as "receivedAt", state, reason, answers,
      extract(epoch from received_at)::text as "sortAt"
    from response
    where programme_id = ${programmeId}::uuid
      and ${waveId === null ? sql`true` : sql`wave_id = ${waveId}::uuid`}
      and ${state === null ? sql`true` : sql`state = ${state}`}
      and ${
        after === null
          ? sql`true`
          : sql`(received_at, coalesce(line, 0), id) > (to_timestamp(${after.receivedAt}::double precision), ${after.line}::integer, ${after.id}::uuid)`
      }
    order by received_at, coalesce(line, 0), id
    limit ${size}`.execute(db);
  return rows;
}

export async function totalOfResponses(
  db: Db,
  programmeId: string,
  { waveId, state }: ResponseFilter,
): Promise<number> {
  let query = db
    .selectFrom("response")
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .where("programme_id", "=", programmeId);
  if (waveId !== null) query = query.where("wave_id", "=", waveId);
  if (state !== null) query = query.where("state", "=", state);
  return (await query.executeTakeFirstOrThrow()).total;
}

/** @param waveId null: in any wave */
export async function hasValidResponse(db: Db, programmeId: string, waveId: string | null): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from response where programme_id = ${programmeId}::uuid
        and ${waveId === null ? sql`true` : sql`wave_id = ${waveId}::uuid`} and state = 'valid'
    ) as found`.execute(db);
  return rows[0].found;
}

export interface FoundResponse {
  readonly id: string;
  readonly programmeId: string;
  readonly unitId: string;
  readonly unitPath: readonly string[];
  readonly state: "valid" | "excluded";
}

/** @returns null where the organisation has no such response */
export async function findResponse(db: Db, organisationId: string, responseId: string): Promise<FoundResponse | null> {
  const row = await db
    .selectFrom("response")
    .innerJoin("programme", "programme.id", "response.programme_id")
    .innerJoin("unit", "unit.id", "programme.unit_id")
    .select([
      "response.id",
      "response.programme_id as programmeId",
      "programme.unit_id as unitId",
      "unit.path as unitPath",
      "response.state",
    ])
    .where("response.id", "=", responseId)
    .where("response.organisation_id", "=", organisationId)
    .executeTakeFirst();
  return row ?? null;
}

/** Changes the state and says so in the history.
 *  @returns false if it had that state already: nothing was written */
export async function changeResponseState(
  db: Db,
  responseId: string,
  change: {
    readonly state: "valid" | "excluded";
    readonly reason: string | null;
    readonly at: Date;
    readonly actor: { readonly kind: "staff" | "key"; readonly id: string };
  },
): Promise<boolean> {
  const changed = await db
    .updateTable("response")
    .set({ state: change.state, reason: change.reason })
    .where("id", "=", responseId)
    .where("state", "!=", change.state)
    .returning(["organisation_id", "programme_id"])
    .executeTakeFirst();
  if (changed === undefined) return false;
  await db
    .insertInto("response_event")
    .values({
      ...changed,
      at: change.at,
      response_id: responseId,
      kind: change.state === "excluded" ? "excluded" : "restored",
      actor_kind: change.actor.kind,
      actor_id: change.actor.id,
      reason: change.reason,
    })
    .execute();
  return true;
}

export interface HistoryRow {
  readonly at: Date;
  readonly kind: "submitted" | "excluded" | "restored" | "erased";
  readonly actor: string | null;
  readonly reason: string | null;
}

/** The oldest first; staff by the name they have today, keys by their own. */
export async function historyOf(db: Db, responseId: string): Promise<readonly HistoryRow[]> {
  return db
    .selectFrom("response_event")
    .leftJoin("auth_user", (join) =>
      join.onRef("auth_user.id", "=", "response_event.actor_id").on("response_event.actor_kind", "=", "staff"),
    )
    .leftJoin("api_key", (join) =>
      join.on("response_event.actor_kind", "=", "key").on(sql<boolean>`api_key.id::text = response_event.actor_id`),
    )
    .select([
      "response_event.at",
      "response_event.kind",
      sql<string | null>`coalesce(auth_user.name, api_key.name)`.as("actor"),
      "response_event.reason",
    ])
    .where("response_event.response_id", "=", responseId)
    .orderBy("response_event.id")
    .execute();
}

/** What a result rests on, read in the snapshot that its rows are read in. */
export interface EventHorizon {
  /** The newest event that is surely in it: events of older transactions can no longer appear. Empty programme: 0. */
  readonly revision: string;
  /** Tells of every event whether it was seen. */
  readonly snapshot: string;
  /** When the newest event that was seen happened; null where there is none. */
  readonly through: Date | null;
}

export async function eventHorizon(db: Db, programmeId: string): Promise<EventHorizon> {
  const { rows } = await sql<EventHorizon>`
    select coalesce((
        select commit_xid from response_event
        where programme_id = ${programmeId}::uuid and commit_xid < pg_snapshot_xmin(pg_current_snapshot())
        order by commit_xid desc limit 1
      )::text, '0') as revision,
      pg_current_snapshot()::text as snapshot,
      (select at from response_event where programme_id = ${programmeId}::uuid order by commit_xid desc limit 1) as through`.execute(
    db,
  );
  return rows[0];
}

/** The transactions that are finished by now. */
export async function currentSnapshot(db: Db): Promise<string> {
  const { rows } = await sql<{ snapshot: string }>`select pg_current_snapshot()::text as snapshot`.execute(db);
  return rows[0].snapshot;
}

/** Whether anything has happened since that was not seen in a snapshot. */
export async function hasUnseenEvents(db: Db, programmeId: string, snapshot: string): Promise<boolean> {
  const { rows } = await sql<{ unseen: boolean }>`
    select exists (
      select 1 from response_event
      where programme_id = ${programmeId}::uuid
        and commit_xid >= pg_snapshot_xmin(${snapshot}::pg_snapshot)
        and not pg_visible_in_snapshot(commit_xid, ${snapshot}::pg_snapshot)
    ) as unseen`.execute(db);
  return rows[0].unseen;
}
