/** Imports and definitions: all SQL of this noun. */
import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";
import { jsonText } from "../programme/json-text.ts";
import type { Findings, ImportFile, ImportOutcome, ImportRecord, ImportRequest, ImportState } from "./import-record.ts";

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
  await changed(db, importId, change).execute();
}

/** As `changeImport`, unless the import has been carried out or given up: for runs that may not be the only one.
 *  @returns whether it was changed */
export async function changeWaitingImport(db: Db, importId: string, change: ImportChange): Promise<boolean> {
  const { numUpdatedRows } = await changed(db, importId, change)
    .where("state", "in", ["queued", "running"])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function changed(db: Db, importId: string, change: ImportChange) {
  const { state, files, findings, mapping, request, progress, outcome, programmeId, definitionId, settledAt } = change;
  return db
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
    .where("id", "=", importId);
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
