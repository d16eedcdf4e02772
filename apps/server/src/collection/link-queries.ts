/** Links to a wave's questionnaire: all SQL of them. */
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";

type Db = Kysely<Tables>;

export interface LinkRecord {
  readonly id: string;
  readonly waveId: string;
  readonly kind: "anonymous";
  readonly token: string;
  readonly createdAt: Date;
  /** Null: it is in force. */
  readonly withdrawnAt: Date | null;
}

export interface NewLink {
  readonly organisationId: string;
  readonly programmeId: string;
  readonly waveId: string;
  readonly token: string;
  readonly createdAt: Date;
  readonly createdBy: string | null;
}

/** @returns the link's id */
export async function insertLink(db: Db, made: NewLink): Promise<string> {
  const { id } = await db
    .insertInto("collection_link")
    .values({
      organisation_id: made.organisationId,
      programme_id: made.programmeId,
      wave_id: made.waveId,
      kind: "anonymous",
      token: made.token,
      created_at: made.createdAt,
      created_by: made.createdBy,
      withdrawn_at: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The newest first; also those that were withdrawn. */
export async function linksOfWave(db: Db, waveId: string): Promise<readonly LinkRecord[]> {
  return db
    .selectFrom("collection_link")
    .select(["id", "wave_id as waveId", "kind", "token"])
    .select(["created_at as createdAt", "withdrawn_at as withdrawnAt"])
    .where("wave_id", "=", waveId)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
}

/** Nobody can answer by the wave's links any more. They are kept: responses name the one that they came by.
 *  @returns ids of those that were in force */
export async function withdrawLinks(db: Db, waveId: string, withdrawnAt: Date): Promise<readonly string[]> {
  const rows = await db
    .updateTable("collection_link")
    .set({ withdrawn_at: withdrawnAt })
    .where("wave_id", "=", waveId)
    .where("withdrawn_at", "is", null)
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Where a link leads, with the state of the wave at this moment. */
export interface FoundLink {
  readonly linkId: string;
  readonly organisationId: string;
  readonly programmeId: string;
  readonly waveId: string;
  readonly waveCode: string;
  readonly waveState: "planned" | "open" | "closing" | "closed";
  /** The version that the wave asks now; all that it has asked are told by `versionsAskedBy`. */
  readonly versionId: string;
  readonly version: number;
  readonly definitionId: string;
  readonly closedAt: Date | null;
  /** While the wave is closing: until then who has begun may finish. */
  readonly graceUntil: Date | null;
  /** Nobody answers by it any more; whoever has, and was not told, still gets the receipt. */
  readonly isWithdrawn: boolean;
}

/** @returns null where there never was such a link */
export async function findLinkOrWithdrawn(db: Db, token: string): Promise<FoundLink | null> {
  const row = await db
    .selectFrom("collection_link as link")
    .innerJoin("wave", "wave.id", "link.wave_id")
    .innerJoin("questionnaire_version as version", "version.id", "wave.version_id")
    .select(["link.id as linkId", "link.organisation_id as organisationId", "link.programme_id as programmeId"])
    .select(["wave.id as waveId", "wave.code as waveCode", "wave.state as waveState"])
    .select(["version.id as versionId", "version.number as version"])
    .select((eb) => eb.ref("wave.definition_id").$notNull().as("definitionId"))
    .select(["wave.closed_at as closedAt", "wave.grace_until as graceUntil"])
    .select((eb) => eb("link.withdrawn_at", "is not", null).$castTo<boolean>().as("isWithdrawn"))
    .where("link.token", "=", token)
    .executeTakeFirst();
  return row ?? null;
}

export interface AskedVersion {
  readonly versionId: string;
  readonly number: number;
}

/** The versions that a wave asks or has asked: answers to each of them are taken. */
export async function versionsAskedBy(db: Db, waveId: string): Promise<readonly AskedVersion[]> {
  return db
    .selectFrom("wave_version")
    .innerJoin("questionnaire_version as version", "version.id", "wave_version.version_id")
    .select(["version.id as versionId", "version.number"])
    .where("wave_version.wave_id", "=", waveId)
    .orderBy("version.number")
    .execute();
}
