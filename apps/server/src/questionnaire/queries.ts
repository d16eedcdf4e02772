/** Drafts and published versions: all SQL of this noun. */
import type { Questionnaire } from "@manyi/questionnaire/definition/questionnaire";
import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";
import { jsonText } from "../programme/json-text.ts";

type Db = Kysely<Tables>;

export interface DraftRecord {
  /** In the form of the schema when it was saved; the program may have learnt more since. */
  readonly draft: unknown;
  readonly hash: string;
  readonly revision: number;
  readonly changedAt: Date;
  /** Name of whoever saved it last, as it is today. */
  readonly changedBy: string | null;
}

export interface NewDraft {
  readonly draft: Questionnaire;
  readonly hash: string;
  readonly at: Date;
  readonly by: string | null;
}

export async function insertDraft(
  db: Db,
  place: { readonly organisationId: string; readonly programmeId: string },
  { draft, hash, at, by }: NewDraft,
): Promise<void> {
  await db
    .insertInto("questionnaire")
    .values({
      programme_id: place.programmeId,
      organisation_id: place.organisationId,
      draft: jsonText(draft),
      hash,
      changed_at: at,
      changed_by: by,
    })
    .execute();
}

/** @returns null where the programme lives on imported answers */
export async function findDraft(db: Db, programmeId: string): Promise<DraftRecord | null> {
  const row = await db
    .selectFrom("questionnaire")
    .leftJoin("auth_user", "auth_user.id", "questionnaire.changed_by")
    .leftJoin("api_key", (join) => join.on(sql<boolean>`questionnaire.changed_by = 'key:' || api_key.id::text`))
    .select(["draft", "hash", "revision", "changed_at as changedAt"])
    .select(sql<string | null>`coalesce(auth_user.name, api_key.name)`.as("changedBy"))
    .where("programme_id", "=", programmeId)
    .executeTakeFirst();
  return row ?? null;
}

/** @returns the new revision; null if the draft has another one by now than the caller saw */
export async function updateDraft(
  db: Db,
  programmeId: string,
  seen: number,
  { draft, hash, at, by }: NewDraft,
): Promise<number | null> {
  const row = await db
    .updateTable("questionnaire")
    .set((eb) => ({
      draft: jsonText(draft),
      hash,
      changed_at: at,
      changed_by: by,
      revision: eb("revision", "+", 1),
    }))
    .where("programme_id", "=", programmeId)
    .where("revision", "=", seen)
    .returning("revision")
    .executeTakeFirst();
  return row?.revision ?? null;
}

export interface VersionRecord {
  readonly id: string;
  readonly number: number;
  readonly hash: string;
  readonly publishedAt: Date;
  /** Name of whoever did it, as it is today. */
  readonly publishedBy: string | null;
  readonly content: Questionnaire;
}

/** The newest first. */
export async function versionsOf(db: Db, programmeId: string): Promise<readonly VersionRecord[]> {
  const rows = await versions(db).where("version.programme_id", "=", programmeId).execute();
  return rows.map(versionOf);
}

/** @returns null where the programme has no such version */
export async function findVersion(db: Db, programmeId: string, number: number): Promise<VersionRecord | null> {
  const row = await versions(db)
    .where("version.programme_id", "=", programmeId)
    .where("version.number", "=", number)
    .executeTakeFirst();
  return row === undefined ? null : versionOf(row);
}

function versions(db: Db) {
  return db
    .selectFrom("questionnaire_version as version")
    .leftJoin("auth_user", "auth_user.id", "version.published_by")
    .leftJoin("api_key", (join) => join.on(sql<boolean>`version.published_by = 'key:' || api_key.id::text`))
    .select(["version.id", "version.number", "version.hash", "version.content"])
    .select("version.published_at as publishedAt")
    .select(sql<string | null>`coalesce(auth_user.name, api_key.name)`.as("publishedBy"))
    .orderBy("version.number", "desc");
}

/** What was published had passed the schema and the check. */
function versionOf(row: Omit<VersionRecord, "content"> & { readonly content: object }): VersionRecord {
  return { ...row, content: row.content as Questionnaire };
}

export async function insertVersion(
  db: Db,
  made: {
    readonly organisationId: string;
    readonly programmeId: string;
    readonly number: number;
    readonly hash: string;
    readonly content: Questionnaire;
    readonly at: Date;
    readonly by: string | null;
  },
): Promise<string> {
  const { id } = await db
    .insertInto("questionnaire_version")
    .values({
      organisation_id: made.organisationId,
      programme_id: made.programmeId,
      number: made.number,
      hash: made.hash,
      content: jsonText(made.content),
      published_at: made.at,
      published_by: made.by,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** @param versionId of a version that is there */
export async function versionNumber(db: Db, versionId: string): Promise<number> {
  const { number } = await db
    .selectFrom("questionnaire_version")
    .select("number")
    .where("id", "=", versionId)
    .executeTakeFirstOrThrow();
  return number;
}
