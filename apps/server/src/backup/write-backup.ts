/**
 * A back-up is one zip file: each table as COPY writes it, the kept files, the installation's secret, and a manifest with counts and
 * hashes. Tables are read in one transaction, so it is of one moment however long it takes; everything streams, so it takes
 * the same memory however large it is. It holds all there is to protect: who has the file has the data.
 */
import { createWriteStream } from "node:fs";
import { link, open, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import yazl from "yazl";
import { openClient } from "../database/open-client.ts";
import { OperatorFailure } from "../failure/operator-failure.ts";
import { hasCode } from "../failure/system-error.ts";
import { FileMissingError } from "../files/file-errors.ts";
import type { FileStore } from "../files/file-store.ts";
import { keptAreas } from "./kept-tables.ts";
import {
  BACKUP_FORMAT,
  type FileContents,
  fileEntry,
  MANIFEST_ENTRY,
  type Manifest,
  SECRET_ENTRY,
  type TableContents,
  tableEntry,
} from "./manifest.ts";
import { type Measure, measure } from "./measure.ts";
import { copyOut, fixTextForms, keptTables, schemaNumber, sequenceStates } from "./tables.ts";

/** One date for all entries: the back-up's own time stands in the manifest. */
const EPOCH = new Date("2000-01-01T00:00:00Z");

export interface BackupSource {
  readonly databaseUrl: string;
  readonly files: Pick<FileStore, "list" | "read">;
  readonly secret: string;
  readonly product: string;
  readonly now: Date;
}

const MOST_TRIES = 3;

/** Writes beside the place and links there when it is whole; a file that is there already stays.
 *  @throws OperatorFailure if it cannot be written */
export async function writeBackup(source: BackupSource, file: string): Promise<Manifest> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await writeOnce(source, file);
    } catch (error) {
      // An upload was given up between the list of files and the reading of this one. Begun anew it is not of that moment.
      if (!(error instanceof FileMissingError)) throw error;
      if (tries === MOST_TRIES) throw new OperatorFailure("backup-file-gone", { file: error.key }, { cause: error });
    }
  }
}

async function writeOnce(source: BackupSource, file: string): Promise<Manifest> {
  const aside = `${file}.making-${process.pid}`;
  const client = await openClient(source.databaseUrl, "manyi backup");
  try {
    await fixTextForms(client);
    await client.query("begin isolation level repeatable read read only");
    const manifest = await writeZip(source, client, aside);
    await client.query("commit");
    await keep(aside, file);
    return manifest;
  } catch (error) {
    throw writeFailure(file, error);
  } finally {
    await rm(aside, { force: true });
    await client.end().catch(() => {});
  }
}

async function writeZip(source: BackupSource, client: pg.Client, file: string): Promise<Manifest> {
  const zip = new yazl.ZipFile();
  const tables = await keptTables(client);
  const tableContents: TableContents[] = [];
  const fileContents: FileContents[] = [];
  // Streams are opened one after the other, each when the one before has ended: a connection does one COPY at a time.
  for (const table of tables) {
    const { name } = table;
    addMeasured(
      zip,
      tableEntry(name),
      async () => copyOut(client, table),
      ({ bytes, lines, sha256 }) => {
        tableContents.push({ name, columns: table.columns, rows: lines, bytes, sha256 });
      },
    );
  }
  for (const key of await keptKeys(source.files)) {
    addMeasured(
      zip,
      fileEntry(key),
      () => source.files.read(key),
      ({ bytes, sha256 }) => {
        fileContents.push({ key, bytes, sha256 });
      },
    );
  }
  zip.addBuffer(Buffer.from(source.secret), SECRET_ENTRY);
  const known = { schema: await schemaNumber(client), sequences: await sequenceStates(client) };
  const manifest = (): Manifest => ({
    kind: "manyi-backup",
    format: BACKUP_FORMAT,
    product: source.product,
    madeAt: source.now.toISOString(),
    ...known,
    tables: tableContents,
    files: fileContents,
  });
  addMeasured(
    zip,
    MANIFEST_ENTRY,
    async () => Readable.from([Buffer.from(JSON.stringify(manifest(), null, 2))]),
    () => {},
  );
  zip.end();
  await writeOut(zip, file);
  return manifest();
}

function addMeasured(
  zip: yazl.ZipFile,
  entry: string,
  opened: () => Promise<Readable>,
  onEnd: (result: ReturnType<Measure["result"]>) => void,
): void {
  zip.addReadStreamLazy(entry, { mtime: EPOCH, mode: 0o100600 }, (give) => {
    const measured = measure();
    // The zip hears of it where it still reads.
    measured.stream.on("error", () => {});
    opened().then(
      (stream) => {
        stream.on("error", (error) => measured.stream.destroy(error));
        measured.stream.once("end", () => onEnd(measured.result()));
        give(null, stream.pipe(measured.stream));
      },
      (error: unknown) => give(error, measured.stream),
    );
  });
}

async function keptKeys(files: Pick<FileStore, "list">): Promise<readonly string[]> {
  const keys: string[] = [];
  for (const area of keptAreas) for await (const key of files.list(area)) keys.push(key);
  return keys.sort();
}

async function writeOut(zip: yazl.ZipFile, file: string): Promise<void> {
  const broken = Promise.withResolvers<never>();
  zip.on("error", broken.reject);
  // Opened anew by name: what a failed earlier attempt left is overwritten.
  const output = createWriteStream(file, { mode: 0o600, flush: true });
  const written = pipeline(zip.outputStream, output);
  written.catch(() => {});
  try {
    await Promise.race([written, broken.promise]);
  } catch (error) {
    output.destroy();
    throw error;
  }
}

/** A link fails where a rename would replace. */
async function keep(aside: string, file: string): Promise<void> {
  await link(aside, file);
  const folder = await open(dirname(resolve(file)), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function writeFailure(file: string, error: unknown): unknown {
  if (hasCode(error, "EEXIST")) return new OperatorFailure("backup-exists", { file }, { cause: error });
  if (
    error instanceof Error &&
    hasCode(error, "ENOSPC", "EDQUOT", "EACCES", "EPERM", "EROFS", "ENOENT", "ENOTDIR", "EISDIR")
  ) {
    const reason = "code" in error ? String(error.code) : error.message;
    return new OperatorFailure("backup-not-written", { file, reason }, { cause: error });
  }
  return error;
}
