/** Derived files: what was computed and can be computed again. All SQL of this noun. */
import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";
import { jsonText } from "../programme/json-text.ts";
import type { ResultsKey } from "../programme/results-key.ts";

type Db = Kysely<Tables>;

export interface DerivedKey extends ResultsKey {
  readonly kind: "results" | "document" | "page" | "pdf";
  /** Empty for results. */
  readonly language: "" | "zh" | "en";
}

/** What is known of a derived file beside its place. */
export interface DerivedFacts {
  /** Of the content before it was compressed; lower-case hex. */
  readonly sha256?: string;
  /** Results: the snapshot of transactions they saw. */
  readonly snapshot?: string;
  readonly through?: string | null;
  readonly respondents?: number;
  /** Page and PDF: fingerprint of the document they were made of. */
  readonly of?: string;
}

export interface DerivedRow {
  readonly key: string | null;
  readonly state: "ready" | "failed";
  /** JSON: issues of the study, or a reason in a word. */
  readonly problem: string | null;
  readonly definitionId: string;
  readonly productVersion: string;
  readonly revision: string;
  readonly facts: DerivedFacts;
  readonly computedAt: Date;
}

export async function findDerived(db: Db, of: DerivedKey): Promise<DerivedRow | null> {
  const row = await db
    .selectFrom("derived_file")
    .select([
      "key",
      "state",
      "problem",
      "definition_id as definitionId",
      "product_version as productVersion",
      sql<string>`revision::text`.as("revision"),
      "facts",
      "computed_at as computedAt",
    ])
    .where("programme_id", "=", of.programmeId)
    .where("wave_id", of.waveId === null ? "is" : "=", of.waveId)
    .where("kind", "=", of.kind)
    .where("language", "=", of.language)
    .where("weight", "=", of.weight)
    .executeTakeFirst();
  // This file wrote the facts.
  return row === undefined ? null : { ...row, facts: row.facts as DerivedFacts };
}

export interface NewDerived extends Omit<DerivedRow, "computedAt"> {
  readonly organisationId: string;
  readonly computedAt: Date;
  readonly bytes: number | null;
}

/** Puts the newest in the place of what was there.
 *  @returns key of the file that nobody needs any more; null where there was none */
export async function replaceDerived(db: Db, of: DerivedKey, made: NewDerived): Promise<string | null> {
  const before = await findDerived(db, of);
  await sql`
    insert into derived_file (organisation_id, programme_id, wave_id, kind, language, weight, revision, definition_id,
      product_version, state, problem, key, bytes, facts, computed_at)
    values (${made.organisationId}, ${of.programmeId}, ${of.waveId}, ${of.kind}, ${of.language}, ${of.weight},
      ${made.revision}::xid8, ${made.definitionId}, ${made.productVersion}, ${made.state}, ${made.problem}, ${made.key},
      ${made.bytes}, ${jsonText(made.facts)}::jsonb, ${made.computedAt})
    on conflict (programme_id, coalesce(wave_id, '00000000-0000-0000-0000-000000000000'), kind, language, weight)
    do update set revision = excluded.revision, definition_id = excluded.definition_id,
      product_version = excluded.product_version, state = excluded.state, problem = excluded.problem,
      key = excluded.key, bytes = excluded.bytes, facts = excluded.facts, computed_at = excluded.computed_at`.execute(
    db,
  );
  return before?.key ?? null;
}

/** Runs alone among all processes for a name; who comes second waits. The lock goes with the connection that holds it. */
export async function aloneFor<Result>(db: Db, name: string, work: () => Promise<Result>): Promise<Result> {
  return db.connection().execute(async (held) => {
    await sql`select pg_advisory_lock(hashtextextended(${name}, 0))`.execute(held);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(hashtextextended(${name}, 0))`.execute(held);
    }
  });
}
