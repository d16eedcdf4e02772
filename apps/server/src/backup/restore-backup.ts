/**
 * Brings a back-up into an empty database: first the schema of its time, then all rows in one transaction, compared with the
 * back-up's counts and hashes before the commit, then the migrations since. If anything is wrong no row and no file is kept.
 */
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { migrate, migrateTo } from "../database/migrate.ts";
import { migrationsFolder, readMigrationFiles } from "../database/migration-files.ts";
import { openClient } from "../database/open-client.ts";
import { OperatorFailure } from "../failure/operator-failure.ts";
import type { FileStore } from "../files/file-store.ts";
import { keptAreas } from "./kept-tables.ts";
import { fileEntry, type Manifest, type TableContents, tableEntry } from "./manifest.ts";
import { measure } from "./measure.ts";
import { type Backup, broken, openBackup } from "./open-backup.ts";
import {
  copyIn,
  describeTable,
  firstFilledTable,
  fixTextForms,
  IMPORTS_TABLE,
  type KeptTable,
  keptTables,
  putImportsBack,
  setSequence,
} from "./tables.ts";

export interface RestoreTarget {
  readonly databaseUrl: string;
  readonly files: Pick<FileStore, "list" | "restore" | "remove">;
  /** Named in a failure where the files lie. */
  readonly filesPlace: string;
  readonly migrations?: string;
}

export interface Restored {
  readonly manifest: Manifest;
  readonly secret: string;
}

/** @throws OperatorFailure if the back-up is not whole or there is data already */
export async function restoreBackup(target: RestoreTarget, file: string): Promise<Restored> {
  const folder = target.migrations ?? migrationsFolder;
  const backup = await openBackup(file, readMigrationFiles(folder).length);
  try {
    await checkEmpty(target);
    await migrateTo(target.databaseUrl, backup.manifest.schema, folder);
    await restoreAll(target, backup);
    await migrate(target.databaseUrl, folder);
    return { manifest: backup.manifest, secret: backup.secret };
  } finally {
    backup.close();
  }
}

async function checkEmpty({ databaseUrl, files, filesPlace }: RestoreTarget): Promise<void> {
  const client = await openClient(databaseUrl, "manyi restore");
  try {
    const table = await firstFilledTable(client);
    if (table !== undefined) throw new OperatorFailure("restore-not-empty", { table });
  } finally {
    await client.end();
  }
  for (const area of keptAreas) {
    for await (const _ of files.list(area)) throw new OperatorFailure("restore-files-exist", { folder: filesPlace });
  }
}

async function restoreAll(target: RestoreTarget, backup: Backup): Promise<void> {
  const client = await openClient(target.databaseUrl, "manyi restore");
  const stored: string[] = [];
  try {
    await fixTextForms(client);
    await client.query("begin");
    await restoreTables(client, backup);
    for (const contents of backup.manifest.files) {
      stored.push(contents.key);
      await restoreFile(target, backup, contents);
    }
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    for (const key of stored) await target.files.remove(key).catch(() => {});
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

async function restoreTables(client: pg.Client, backup: Backup): Promise<void> {
  const contents = new Map(backup.manifest.tables.map((table) => [table.name, table]));
  const tables = await keptTables(client);
  if (tables.length !== contents.size) throw broken(backup.file, "manifest.json");
  for (const table of tables) await restoreTable(client, backup, table, contents.get(table.name));
  for (const sequence of backup.manifest.sequences) await setSequence(client, sequence);
  // What the database now holds, read back: not only what was sent to it.
  for (const table of tables) {
    const { rows, sha256 } = await describeTable(client, table);
    const expected = contents.get(table.name);
    if (rows !== expected?.rows || sha256 !== expected.sha256) throw broken(backup.file, tableEntry(table.name));
  }
  if (contents.has(IMPORTS_TABLE)) await putImportsBack(client);
}

async function restoreTable(
  client: pg.Client,
  backup: Backup,
  table: KeptTable,
  contents: TableContents | undefined,
): Promise<void> {
  const entry = tableEntry(table.name);
  if (contents === undefined || contents.columns.join() !== table.columns.join()) throw broken(backup.file, entry);
  const measured = measure();
  const source = await backup.read(entry);
  try {
    await pipeline(source, measured.stream, copyIn(client, table));
  } catch (cause) {
    throw broken(backup.file, entry, cause);
  }
  if (measured.result().sha256 !== contents.sha256) throw broken(backup.file, entry);
}

async function restoreFile(
  { files }: RestoreTarget,
  backup: Backup,
  { key, sha256 }: { readonly key: string; readonly sha256: string },
): Promise<void> {
  const entry = fileEntry(key);
  const source = await backup.read(entry);
  const content = new PassThrough();
  // A damaged entry is the back-up's fault; what the store cannot write is not.
  const reading = pipeline(source, content).catch((cause: unknown) => broken(backup.file, entry, cause));
  try {
    const stored = await files.restore(key, content);
    if (stored.sha256 !== sha256) throw broken(backup.file, entry);
  } catch (error) {
    throw (content.errored ? await reading : undefined) ?? error;
  }
}
