/** Programmes and their waves: all SQL of this noun. */
import { type Kysely, sql } from "kysely";
import type { LocalText, Tables } from "../database/tables.ts";
import { jsonText } from "./json-text.ts";

type Db = Kysely<Tables>;

export interface ProgrammeRow {
  readonly id: string;
  readonly organisationId: string;
  readonly unitId: string;
  readonly unitName: LocalText;
  readonly unitPath: readonly string[];
  readonly name: LocalText;
  readonly version: number;
  readonly headline: Readonly<Record<string, unknown>> | null;
  readonly createdAt: Date;
  readonly archivedAt: Date | null;
  /** Null: it lives on imported answers. */
  readonly questionnaire: QuestionnaireSummary | null;
}

interface QuestionnaireSummary {
  readonly revision: number;
  /** How many have been published. */
  readonly versions: number;
  /** The draft says what the newest version says. */
  readonly published: boolean;
}

function programmes(db: Db) {
  return db
    .selectFrom("programme")
    .innerJoin("unit", "unit.id", "programme.unit_id")
    .select([
      "programme.id",
      "programme.organisation_id as organisationId",
      "programme.unit_id as unitId",
      "unit.name as unitName",
      "unit.path as unitPath",
      "programme.name",
      "programme.version",
      "programme.headline",
      "programme.created_at as createdAt",
      "programme.archived_at as archivedAt",
      questionnaireSummary.as("questionnaire"),
    ]);
}

const questionnaireSummary = sql<QuestionnaireSummary | null>`(
  select jsonb_build_object('revision', draft.revision, 'versions', coalesce(newest.number, 0),
    'published', coalesce(newest.hash = draft.hash, false))
  from questionnaire draft
  left join lateral (
    select number, hash from questionnaire_version version
    where version.programme_id = draft.programme_id order by number desc limit 1
  ) newest on true
  where draft.programme_id = programme.id)`;

/** @param units for which, and below which, the caller may see programmes */
export async function listProgrammeRows(
  db: Db,
  organisationId: string,
  units: readonly string[],
  archived: "without" | "only",
): Promise<readonly ProgrammeRow[]> {
  return programmes(db)
    .where("programme.organisation_id", "=", organisationId)
    .where(sql<boolean>`unit.path && ${[...units]}::uuid[]`)
    .where("programme.archived_at", archived === "only" ? "is not" : "is", null)
    .orderBy("programme.created_at", "desc")
    .orderBy("programme.id")
    .execute();
}

/** @returns null where the organisation has no such programme */
export async function findProgramme(db: Db, organisationId: string, programmeId: string): Promise<ProgrammeRow | null> {
  const row = await programmes(db)
    .where("programme.id", "=", programmeId)
    .where("programme.organisation_id", "=", organisationId)
    .executeTakeFirst();
  return row ?? null;
}

/** By its id alone: for jobs. */
export async function programmeOfJob(db: Db, programmeId: string): Promise<ProgrammeRow | null> {
  return (await programmes(db).where("programme.id", "=", programmeId).executeTakeFirst()) ?? null;
}

/** Waits for others that add to the programme or change it. */
export async function lockProgramme(db: Db, programmeId: string): Promise<void> {
  await db.selectFrom("programme").select("id").where("id", "=", programmeId).forNoKeyUpdate().execute();
}

export async function insertProgramme(
  db: Db,
  made: {
    readonly organisationId: string;
    readonly unitId: string;
    readonly name: LocalText;
    readonly createdAt: Date;
    readonly createdBy: string | null;
  },
): Promise<string> {
  const { id } = await db
    .insertInto("programme")
    .values({
      organisation_id: made.organisationId,
      unit_id: made.unitId,
      name: jsonText(made.name),
      created_at: made.createdAt,
      created_by: made.createdBy,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** @returns the new version; null if the programme has another version by now than the caller saw */
export async function updateProgramme(
  db: Db,
  programmeId: string,
  seen: number,
  change: { readonly name?: LocalText; readonly unitId?: string },
): Promise<number | null> {
  const row = await db
    .updateTable("programme")
    .set((eb) => ({
      version: eb("version", "+", 1),
      ...(change.name === undefined ? {} : { name: jsonText(change.name) }),
      ...(change.unitId === undefined ? {} : { unit_id: change.unitId }),
    }))
    .where("id", "=", programmeId)
    .where("version", "=", seen)
    .returning("version")
    .executeTakeFirst();
  return row?.version ?? null;
}

export async function setArchived(db: Db, programmeId: string, archivedAt: Date | null): Promise<void> {
  await db
    .updateTable("programme")
    .set((eb) => ({ archived_at: archivedAt, version: eb("version", "+", 1) }))
    .where("id", "=", programmeId)
    .execute();
}

/** Disposable: it is no change of the programme and takes no version. */
export async function setHeadline(db: Db, programmeId: string, headline: object | null): Promise<void> {
  await db
    .updateTable("programme")
    .set({ headline: headline === null ? null : jsonText(headline) })
    .where("id", "=", programmeId)
    .execute();
}

export interface WaveRow {
  readonly id: string;
  readonly programmeId: string;
  readonly code: string;
  readonly name: LocalText;
  readonly state: "planned" | "open" | "closing" | "closed";
  /** Also those that are excluded. */
  readonly responses: number;
  /** Null: none has come. */
  readonly lastReceivedAt: Date | null;
  /** The version of the questionnaire that it asks; null: its answers come by import. */
  readonly versionId: string | null;
  /** While it is closing: until then who has begun may finish. */
  readonly graceUntil: Date | null;
}

export async function wavesOf(db: Db, programmeIds: readonly string[]): Promise<readonly WaveRow[]> {
  if (programmeIds.length === 0) return [];
  return db
    .selectFrom("wave")
    .leftJoin("wave_count", "wave_count.wave_id", "wave.id")
    .select(["id", "programme_id as programmeId", "code", "name", "state", "version_id as versionId"])
    .select((eb) => eb.fn.coalesce("wave_count.responses", eb.lit(0)).as("responses"))
    .select(["wave_count.last_received_at as lastReceivedAt", "grace_until as graceUntil"])
    .where(sql<boolean>`programme_id = any(${[...programmeIds]}::uuid[])`)
    .orderBy("position")
    .orderBy("code")
    .execute();
}

export interface NewWave {
  readonly code: string;
  readonly name: LocalText;
}

/** Adds the waves that are not there yet; all of them stand in the given order afterwards, others behind them.
 *  @returns code → id, of all that were given */
export async function ensureWaves(
  db: Db,
  place: { readonly organisationId: string; readonly programmeId: string; readonly createdAt: Date },
  waves: readonly NewWave[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .insertInto("wave")
    .values(
      waves.map(({ code, name }, position) => ({
        organisation_id: place.organisationId,
        programme_id: place.programmeId,
        code,
        name: jsonText(name),
        position,
        state: "closed" as const,
        created_at: place.createdAt,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["programme_id", "code"]).doUpdateSet((eb) => ({ position: eb.ref("excluded.position") })),
    )
    .returning(["code", "id"])
    .execute();
  return new Map(rows.map(({ code, id }) => [code, id]));
}
