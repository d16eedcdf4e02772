/** Waves that ask a questionnaire: opening, closing, what they ask. All SQL of them. */
import { type Kysely, sql } from "kysely";
import type { LocalText, Tables } from "../database/tables.ts";
import { jsonText } from "./json-text.ts";
import type { WaveRow } from "./queries.ts";

type Db = Kysely<Tables>;

export interface FoundWave {
  readonly id: string;
  readonly programmeId: string;
  readonly unitId: string;
  readonly unitPath: readonly string[];
  /** Its programme has been put away. */
  readonly isArchived: boolean;
  readonly name: LocalText;
  readonly state: WaveRow["state"];
  readonly responses: number;
  readonly lastReceivedAt: Date | null;
  /** Null: its answers come by import. */
  readonly versionId: string | null;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly graceUntil: Date | null;
}

/** @returns null where the organisation has no such wave */
export async function findWave(db: Db, organisationId: string, waveId: string): Promise<FoundWave | null> {
  const row = await db
    .selectFrom("wave")
    .innerJoin("programme", "programme.id", "wave.programme_id")
    .innerJoin("unit", "unit.id", "programme.unit_id")
    .leftJoin("wave_count", "wave_count.wave_id", "wave.id")
    .select(["wave.id", "wave.programme_id as programmeId", "programme.unit_id as unitId", "unit.path as unitPath"])
    .select((eb) => eb("programme.archived_at", "is not", null).$castTo<boolean>().as("isArchived"))
    .select(["wave.name", "wave.state", "wave_count.last_received_at as lastReceivedAt"])
    .select((eb) => eb.fn.coalesce("wave_count.responses", eb.lit(0)).as("responses"))
    .select(["wave.version_id as versionId", "wave.opened_at as openedAt"])
    .select(["wave.closed_at as closedAt", "wave.grace_until as graceUntil"])
    .where("wave.id", "=", waveId)
    .where("wave.organisation_id", "=", organisationId)
    .executeTakeFirst();
  return row ?? null;
}

/** Waits for answers that are just being stored in the wave, and for others that change it. */
export async function lockWave(db: Db, waveId: string): Promise<void> {
  await db.selectFrom("wave").select("id").where("id", "=", waveId).forNoKeyUpdate().execute();
}

/** The wave of a programme that anybody may begin to answer; there is at most one. */
export async function openWaveOf(
  db: Db,
  programmeId: string,
): Promise<{ readonly id: string; readonly name: LocalText } | null> {
  const row = await db
    .selectFrom("wave")
    .select(["id", "name"])
    .where("programme_id", "=", programmeId)
    .where("state", "=", "open")
    .executeTakeFirst();
  return row ?? null;
}

/** What a wave asks from now on, and as which data its answers are kept. */
export interface Asked {
  readonly organisationId: string;
  readonly versionId: string;
  readonly definitionId: string;
  readonly at: Date;
}

/** Adds a wave that is open at once, behind those that are there.
 *  @param code none of the programme's has it */
export async function insertOpenWave(
  db: Db,
  programmeId: string,
  { code, name }: { readonly code: string; readonly name: LocalText },
  asked: Asked,
): Promise<string> {
  const { id } = await db
    .insertInto("wave")
    .values({
      organisation_id: asked.organisationId,
      programme_id: programmeId,
      code,
      name: jsonText(name),
      position: sql<number>`(select coalesce(max(position) + 1, 0) from wave where programme_id = ${programmeId}::uuid)`,
      state: "open",
      created_at: asked.at,
      version_id: asked.versionId,
      definition_id: asked.definitionId,
      opened_at: asked.at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await noteAsked(db, id, asked);
  return id;
}

/** The wave asks another version from now on; answers to those that it asked before are still taken. */
export async function askInWave(db: Db, waveId: string, asked: Asked): Promise<void> {
  await db
    .updateTable("wave")
    .set({ version_id: asked.versionId, definition_id: asked.definitionId })
    .where("id", "=", waveId)
    .execute();
  await noteAsked(db, waveId, asked);
}

/** @returns code of a wave → numbers of the versions that it asks and has asked, in their order */
export async function versionsAskedIn(db: Db, programmeId: string): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await db
    .selectFrom("wave_version")
    .innerJoin("wave", "wave.id", "wave_version.wave_id")
    .innerJoin("questionnaire_version as version", "version.id", "wave_version.version_id")
    .select(["wave.code", "version.number"])
    .where("wave.programme_id", "=", programmeId)
    .orderBy("version.number")
    .execute();
  const asked = new Map<string, number[]>();
  for (const { code, number } of rows) asked.set(code, [...(asked.get(code) ?? []), number]);
  return asked;
}

async function noteAsked(db: Db, waveId: string, { organisationId, versionId, at }: Asked): Promise<void> {
  await db
    .insertInto("wave_version")
    .values({ organisation_id: organisationId, wave_id: waveId, version_id: versionId, asked_from: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What is kept of a wave's end. */
export interface WaveEnd {
  readonly state: "open" | "closing" | "closed";
  readonly closedAt: Date | null;
  readonly graceUntil: Date | null;
}

export async function setWaveEnd(db: Db, waveId: string, { state, closedAt, graceUntil }: WaveEnd): Promise<void> {
  await db
    .updateTable("wave")
    .set({ state, closed_at: closedAt, grace_until: graceUntil })
    .where("id", "=", waveId)
    .execute();
}

/** Writes down that the grace time of a wave is over, where it is.
 *  @returns when it will be, for a wave that is still closing; null for all others */
export async function finishClosing(db: Db, waveId: string, now: Date): Promise<Date | null> {
  await db
    .updateTable("wave")
    .set({ state: "closed" })
    .where("id", "=", waveId)
    .where("state", "=", "closing")
    .where("grace_until", "<=", now)
    .execute();
  const wave = await db
    .selectFrom("wave")
    .select("grace_until as graceUntil")
    .where("id", "=", waveId)
    .where("state", "=", "closing")
    .executeTakeFirst();
  return wave?.graceUntil ?? null;
}
