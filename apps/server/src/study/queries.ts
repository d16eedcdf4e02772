/** Imports and definitions: all SQL of this noun. */
import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { Findings, ImportFile, ImportOutcome, ImportRecord, ImportRequest, ImportState } from "./import-record.ts";
import { jsonText } from "./json-text.ts";

type Db = Kysely<Tables>;

export interface NewImport {
  readonly id: string;
  readonly organisationId: string;
  readonly unitId: string;
  readonly createdBy: string | null;
  readonly createdAt: Date;
  readonly state: ImportState;
  readonly files: readonly ImportFile[];
  readonly findings: Findings;
  readonly mapping: ImportRecord["mapping"];
}

export async function insertImport(db: Db, made: NewImport): Promise<void> {
  await db
    .insertInto("study_import")
    .values({
      id: made.id,
      organisation_id: made.organisationId,
      unit_id: made.unitId,
      created_by: made.createdBy,
      created_at: made.createdAt,
      state: made.state,
      files: jsonText(made.files),
      findings: jsonText(made.findings),
      mapping: made.mapping === null ? null : jsonText(made.mapping),
    })
    .execute();
}

/** @returns null where there is none in the organisation */
export async function findImport(db: Db, organisationId: string, importId: string): Promise<ImportRecord | null> {
  const row = await db
    .selectFrom("study_import")
    .selectAll()
    .where("id", "=", importId)
    .where("organisation_id", "=", organisationId)
    .executeTakeFirst();
  return row === undefined ? null : recordOf(row);
}

/** By its id alone: for jobs, which carry nothing else. */
export async function importOfJob(db: Db, importId: string): Promise<ImportRecord | null> {
  const row = await db.selectFrom("study_import").selectAll().where("id", "=", importId).executeTakeFirst();
  return row === undefined ? null : recordOf(row);
}

/** Waits until no other transaction carries out or changes this import. */
export async function lockImport(db: Db, importId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${importId}`}, 0))`.execute(db);
}

interface ImportRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly unit_id: string;
  readonly created_by: string | null;
  readonly created_at: Date;
  readonly state: ImportState;
  readonly files: readonly ImportFile[];
  readonly findings: unknown;
  readonly mapping: unknown;
  readonly request: unknown;
  readonly progress: ImportRecord["progress"];
  readonly outcome: unknown;
}

/** The columns hold what this file wrote. */
function recordOf(row: ImportRow): ImportRecord {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    unitId: row.unit_id,
    createdBy: row.created_by,
    createdAt: row.created_at,
    state: row.state,
    files: row.files,
    findings: row.findings as Findings,
    mapping: row.mapping as ImportRecord["mapping"],
    request: row.request as ImportRequest | null,
    progress: row.progress,
    outcome: row.outcome as ImportOutcome | null,
  };
}

export interface ImportChange {
  readonly state?: ImportState;
  readonly files?: readonly ImportFile[];
  readonly findings?: Findings;
  readonly mapping?: ImportRecord["mapping"];
  readonly request?: ImportRequest;
  readonly progress?: ImportRecord["progress"];
  readonly outcome?: ImportOutcome;
  readonly programmeId?: string;
  readonly definitionId?: string;
  readonly settledAt?: Date;
}

export async function changeImport(db: Db, importId: string, change: ImportChange): Promise<void> {
  const { state, files, findings, mapping, request, progress, outcome, programmeId, definitionId, settledAt } = change;
  await db
    .updateTable("study_import")
    .set({
      ...(state === undefined ? {} : { state }),
      ...(files === undefined ? {} : { files: jsonText(files) }),
      ...(findings === undefined ? {} : { findings: jsonText(findings) }),
      ...(mapping === undefined ? {} : { mapping: mapping === null ? null : jsonText(mapping) }),
      ...(request === undefined ? {} : { request: jsonText(request) }),
      ...(progress === undefined ? {} : { progress: progress === null ? null : jsonText(progress) }),
      ...(outcome === undefined ? {} : { outcome: jsonText(outcome) }),
      ...(programmeId === undefined ? {} : { programme_id: programmeId }),
      ...(definitionId === undefined ? {} : { definition_id: definitionId }),
      ...(settledAt === undefined ? {} : { settled_at: settledAt }),
    })
    .where("id", "=", importId)
    .execute();
}

export async function deleteImport(db: Db, importId: string): Promise<void> {
  await db.deleteFrom("study_import").where("id", "=", importId).execute();
}

/** Imports that are part of a programme, in the order in which they came to it. */
export async function importsOf(db: Db, programmeId: string): Promise<readonly ImportRecord[]> {
  const rows = await db
    .selectFrom("study_import")
    .selectAll()
    .where("programme_id", "=", programmeId)
    .where("state", "=", "done")
    .orderBy("settled_at")
    .orderBy("id")
    .execute();
  return rows.map(recordOf);
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

/** Imports of the system itself that a stop of the server left unfinished: no job will carry them out. */
export async function unfinishedSystemImports(db: Db, organisationId: string): Promise<readonly ImportRecord[]> {
  const rows = await db
    .selectFrom("study_import")
    .selectAll()
    .where("organisation_id", "=", organisationId)
    .where("created_by", "is", null)
    .where("state", "!=", "done")
    .execute();
  return rows.map(recordOf);
}

/** Keys of the file store that imports hold. */
export async function keysOfImports(db: Db): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`
    select f ->> 'key' as key from study_import, jsonb_array_elements(files) as f
    union select outcome ->> 'rejectedKey' from study_import where outcome ->> 'rejectedKey' is not null`.execute(db);
  return new Set(rows.map(({ key }) => key));
}

/** Uploads that were never carried out and that nobody has touched for long. */
export async function forgottenImports(db: Db, before: Date): Promise<readonly ImportRecord[]> {
  const rows = await db
    .selectFrom("study_import")
    .selectAll()
    .where("state", "in", ["mapping", "ready", "faulty"])
    .where("created_at", "<", before)
    .execute();
  return rows.map(recordOf);
}

export interface DefinitionRecord {
  readonly id: string;
  readonly hash: string;
  readonly study: string;
  readonly header: readonly string[];
}

export async function insertDefinition(
  db: Db,
  made: Omit<DefinitionRecord, "id"> & {
    readonly organisationId: string;
    readonly programmeId: string;
    readonly createdAt: Date;
  },
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

/** The programme's newest definition; null while nothing has been imported. */
export async function newestDefinition(db: Db, programmeId: string): Promise<DefinitionRecord | null> {
  const row = await db
    .selectFrom("definition")
    .select(["id", "hash", "study", "header"])
    .where("programme_id", "=", programmeId)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
