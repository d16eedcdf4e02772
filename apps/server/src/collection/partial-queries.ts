/** Answers that are not finished: all SQL of them. */
import type { Kysely } from "kysely";
import type { PreparedStatement, StatementPool } from "../database/statement-pool.ts";
import type { Tables } from "../database/tables.ts";

/** What is saved of answers that are not finished. */
export interface PartialRow {
  readonly id: string;
  readonly linkId: string;
  readonly versionId: string;
  readonly sequence: number;
  /** JSON: question → answer as it travels. */
  readonly answers: string;
  readonly page: string;
  readonly language: string;
  readonly startedAt: Date;
  readonly savedAt: Date;
}

/** What the statement says of a row, in the order of the rows. */
export interface SavedRow {
  readonly saved: boolean;
  /** It stands there already, exactly so. */
  readonly same: boolean;
  /** Sequence that was there before; null: nothing was. */
  readonly sequence: number | null;
  readonly closedAt: Date | null;
  readonly isWithdrawn: boolean;
  /** When the answers under this id were received complete. */
  readonly receivedAt: Date | null;
}

/** The wave is not locked: that something is saved a moment after the close does no harm, it is not counted. */
const savePartials: PreparedStatement = {
  name: "manyi-save-partials-1",
  text: `
with given as materialized (
  select * from unnest(
    string_to_array($1, E'\\n')::uuid[], string_to_array($2, E'\\n')::uuid[], string_to_array($3, E'\\n')::uuid[],
    string_to_array($4, E'\\n')::integer[], string_to_array($5, E'\\n')::jsonb[], string_to_array($6, E'\\n'),
    string_to_array($7, E'\\n'), string_to_array($8, E'\\n')::timestamptz[], string_to_array($9, E'\\n')::timestamptz[]
  ) with ordinality
    as given (id, link_id, version_id, sequence, answers, page, language, started_at, saved_at, position)
), decided as materialized (
  select given.*, link.organisation_id, link.programme_id, link.wave_id, link.withdrawn_at is not null as withdrawn,
    wave.closed_at, before.sequence as sequence_before, response.received_at as complete_at,
    before.sequence is null or before.wave_id = link.wave_id as own,
    before.sequence = given.sequence and before.answers = given.answers and before.page = given.page
      and before.version_id = given.version_id and before.language = given.language as same,
    wave.state = 'open' or (
      wave.state = 'closing' and given.saved_at < wave.grace_until
      and least(given.started_at, before.started_at) < wave.closed_at
    ) as takes
  from given
  join collection_link link on link.id = given.link_id
  join wave on wave.id = link.wave_id
  left join partial_response before on before.id = given.id
  left join response on response.id = given.id
), saved as (
  insert into partial_response as partial (id, organisation_id, programme_id, wave_id, link_id, version_id, sequence,
    answers, page, language, started_at, saved_at)
  select id, organisation_id, programme_id, wave_id, link_id, version_id, sequence, answers, page, language, started_at,
    saved_at
  from decided where takes and own and not withdrawn and complete_at is null
  order by id
  on conflict (id) do update set version_id = excluded.version_id, sequence = excluded.sequence,
    answers = excluded.answers, page = excluded.page, language = excluded.language, saved_at = excluded.saved_at
  where partial.sequence < excluded.sequence and partial.wave_id = excluded.wave_id
  returning id
)
select saved.id is not null as saved, coalesce(decided.same, false) as same, decided.sequence_before as sequence,
  case when decided.takes then null else decided.closed_at end as "closedAt",
  decided.withdrawn or not decided.own as "isWithdrawn", decided.complete_at as "receivedAt"
from decided left join saved on saved.id = decided.id
order by decided.position`,
};

/** @param rows each with another id */
export async function saveRows(pool: StatementPool, rows: readonly PartialRow[]): Promise<readonly SavedRow[]> {
  const lines = (of: (row: PartialRow) => string) => rows.map(of).join("\n");
  return pool.run<SavedRow>(savePartials, [
    lines(({ id }) => id),
    lines(({ linkId }) => linkId),
    lines(({ versionId }) => versionId),
    lines(({ sequence }) => String(sequence)),
    lines(({ answers }) => answers),
    lines(({ page }) => page),
    lines(({ language }) => language),
    lines(({ startedAt }) => startedAt.toISOString()),
    lines(({ savedAt }) => savedAt.toISOString()),
  ]);
}

export interface StartedResponse {
  readonly id: string;
  readonly sequence: number;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly page: string;
  readonly language: string;
  readonly version: number;
  readonly startedAt: Date;
}

/** @returns null where nothing was saved under the id in this wave */
export async function findStarted(db: Kysely<Tables>, waveId: string, id: string): Promise<StartedResponse | null> {
  const row = await db
    .selectFrom("partial_response as partial")
    .innerJoin("questionnaire_version as version", "version.id", "partial.version_id")
    .select(["partial.id", "partial.sequence", "partial.answers", "partial.page", "partial.language"])
    .select(["partial.started_at as startedAt", "version.number as version"])
    .where("partial.id", "=", id)
    .where("partial.wave_id", "=", waveId)
    .executeTakeFirst();
  return row ?? null;
}
