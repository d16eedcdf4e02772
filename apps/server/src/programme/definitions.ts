/** What a programme asks: its definitions, which never change. All SQL of them. */
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";

type Db = Kysely<Tables>;

export interface DefinitionRecord {
  readonly id: string;
  readonly hash: string;
  readonly study: string;
  readonly header: readonly string[];
  readonly createdAt: Date;
}

export async function insertDefinition(
  db: Db,
  made: Omit<DefinitionRecord, "id"> & { readonly organisationId: string; readonly programmeId: string },
): Promise<string> {
  const { id } = await db
    .insertInto("definition")
    .values({
      organisation_id: made.organisationId,
      programme_id: made.programmeId,
      hash: made.hash,
      study: made.study,
      header: [...made.header],
      created_at: made.createdAt,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The programme's newest definition; null while nothing has been imported or asked. */
export async function newestDefinition(db: Db, programmeId: string): Promise<DefinitionRecord | null> {
  const row = await db
    .selectFrom("definition")
    .select(["id", "hash", "study", "header", "created_at as createdAt"])
    .where("programme_id", "=", programmeId)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Whether a study.json with this hash has become part of a programme of the organisation. */
export async function isStudyKnown(db: Db, organisationId: string, hash: string): Promise<boolean> {
  const found = await db
    .selectFrom("definition")
    .select("id")
    .where("organisation_id", "=", organisationId)
    .where("hash", "=", hash)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
