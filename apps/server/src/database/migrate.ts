/**
 * Brings a database to the schema of this program. Migrations are plain SQL, numbered, forward only. Each runs in one
 * transaction together with its row in `schema_migration`, so a database is always at a number, never between two: a process
 * that dies half-way leaves what the previous version of the program still works with.
 */
import { Logger, runMigrations } from "graphile-worker";
import type pg from "pg";
import { OperatorFailure } from "../failure/operator-failure.ts";
import { checkServer } from "./check-server.ts";
import { type MigrationFile, migrationsFolder, readMigrationFiles } from "./migration-files.ts";
import { openClient } from "./open-client.ts";

export interface MigrationReport {
  /** The schema's number now. */
  readonly number: number;
  /** Files applied by this call, in order. */
  readonly applied: readonly string[];
}

/** Any number will do as long as it is always the same: two processes of the product wait for each other on it. */
const LOCK = 0x6d616e7969;
/** A migration waits so long for a table that somebody else uses; then it gives up and can be tried again. */
const LOCK_TIMEOUT = "30s";

/** @throws OperatorFailure if the database cannot be reached, is too old, newer than the program, was migrated by other files,
 *  or a migration fails; nothing of that migration is kept then */
export async function migrate(url: string, folder: string = migrationsFolder): Promise<MigrationReport> {
  return migrateFiles(url, readMigrationFiles(folder));
}

/** As `migrate`, up to a number: what a restore needs to bring the schema to that of the back-up. */
export async function migrateTo(
  url: string,
  number: number,
  folder: string = migrationsFolder,
): Promise<MigrationReport> {
  return migrateFiles(
    url,
    readMigrationFiles(folder).filter((file) => file.number <= number),
  );
}

async function migrateFiles(url: string, files: readonly MigrationFile[]): Promise<MigrationReport> {
  const client = await openClient(url, "manyi migration");
  try {
    await checkServer(client);
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    const pending = await pendingFiles(client, files);
    for (const file of pending) await apply(client, file);
    // Ours come first: should one fail, the previous version's jobs still find their own schema.
    await runMigrations({ connectionString: url, logger: silent, noHandleSignals: true });
    return { number: files.length, applied: pending.map((file) => file.file) };
  } finally {
    // Ends the lock too.
    await client.end().catch(() => {});
  }
}

async function pendingFiles(client: pg.Client, files: readonly MigrationFile[]): Promise<readonly MigrationFile[]> {
  await client.query(`create table if not exists schema_migration (
    number integer primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default now()
  )`);
  const { rows } = await client.query<{ number: number; name: string; sha256: string }>(
    "select number, name, sha256 from schema_migration order by number",
  );
  const newest = rows.at(-1)?.number ?? 0;
  if (newest > files.length) throw new OperatorFailure("database-newer", { database: newest, program: files.length });
  for (const [index, row] of rows.entries()) {
    const file = files[index];
    if (file === undefined || row.number !== file.number) {
      throw new OperatorFailure("migration-out-of-order", {
        file: file?.file ?? String(row.number),
        applied: row.number,
      });
    }
    if (row.sha256 !== file.sha256) throw new OperatorFailure("migration-changed", { file: file.file });
  }
  return files.slice(rows.length);
}

async function apply(client: pg.Client, migration: MigrationFile): Promise<void> {
  try {
    await client.query("begin");
    await client.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
    await client.query(migration.sql);
    await client.query("insert into schema_migration (number, name, sha256) values ($1, $2, $3)", [
      migration.number,
      migration.name,
      migration.sha256,
    ]);
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback").catch(() => {});
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new OperatorFailure("migration-failed", { file: migration.file, reason }, { cause });
  }
}

const silent = new Logger(() => () => {});
