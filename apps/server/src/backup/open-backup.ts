/** Reading a back-up that may come from anywhere: nothing in it is believed before it was checked. */
import { closeSync, openSync, readSync } from "node:fs";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import yauzl from "yauzl";
import { OperatorFailure } from "../failure/operator-failure.ts";
import { hasCode } from "../failure/system-error.ts";
import { isFileKey } from "../files/file-key.ts";
import {
  BACKUP_FORMAT,
  type Contents,
  fileEntry,
  MANIFEST_ENTRY,
  type Manifest,
  parseManifest,
  SECRET_ENTRY,
  tableEntry,
} from "./manifest.ts";

export interface Backup {
  readonly file: string;
  readonly manifest: Manifest;
  readonly secret: string;
  /** @throws OperatorFailure if the entry cannot be read; its stream fails if it is not what its header says */
  read(entry: string): Promise<Readable>;
  close(): void;
}

const LARGEST_MANIFEST_BYTES = 100_000_000;
const LARGEST_SECRET_BYTES = 1_000;

/** @throws OperatorFailure if it is missing, no back-up, damaged, or made by a newer program */
export async function openBackup(file: string, newestSchema: number): Promise<Backup> {
  const zip = await openZip(file);
  try {
    const entries = await readEntries(zip, file);
    const read = (name: string) => openEntry(zip, entries.get(name), { file, name });
    const small = async (name: string, largestBytes: number) => {
      if ((entries.get(name)?.uncompressedSize ?? 0) > largestBytes) throw broken(file, name);
      return (
        await buffer(await read(name)).catch((cause: unknown) => Promise.reject(broken(file, name, cause)))
      ).toString("utf8");
    };
    if (!entries.has(MANIFEST_ENTRY)) throw new OperatorFailure("backup-not-a-backup", { file });
    const manifest = parseManifest(await small(MANIFEST_ENTRY, LARGEST_MANIFEST_BYTES));
    if (manifest === undefined) throw broken(file, MANIFEST_ENTRY);
    checkVersions(manifest, file, newestSchema);
    checkEntries(manifest, entries, file);
    return { file, manifest, read, secret: await small(SECRET_ENTRY, LARGEST_SECRET_BYTES), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

export function broken(file: string, part: string, cause?: unknown): OperatorFailure {
  return new OperatorFailure("backup-broken", { file, part }, { cause });
}

function openZip(file: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) => {
      if (error === null || error === undefined) resolve(zip);
      else reject(openFailure(file, error));
    });
  });
}

function openFailure(file: string, error: Error): unknown {
  if (hasCode(error, "ENOENT")) return new OperatorFailure("backup-missing", { file }, { cause: error });
  if ("code" in error) return new OperatorFailure("backup-not-a-backup", { file }, { cause: error });
  // A zip that was cut off still begins like one; its list of contents, at the end, is missing.
  return beginsLikeZip(file)
    ? broken(file, "zip", error)
    : new OperatorFailure("backup-not-a-backup", { file }, { cause: error });
}

function beginsLikeZip(file: string): boolean {
  const start = Buffer.alloc(4);
  const descriptor = openSync(file, "r");
  try {
    readSync(descriptor, start, 0, start.length, 0);
  } finally {
    closeSync(descriptor);
  }
  return start.toString("latin1") === "PK\x03\x04";
}

/** Names with `..` or a leading slash the library refuses by itself. */
function readEntries(zip: yauzl.ZipFile, file: string): Promise<ReadonlyMap<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  return new Promise((resolve, reject) => {
    zip.on("entry", (entry: yauzl.Entry) => {
      if (entries.has(entry.fileName)) return reject(broken(file, entry.fileName));
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.once("end", () => resolve(entries));
    zip.on("error", (error: unknown) => reject(broken(file, "zip", error)));
    zip.readEntry();
  });
}

function openEntry(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry | undefined,
  place: { readonly file: string; readonly name: string },
): Promise<Readable> {
  return new Promise((resolve, reject) => {
    const fail = (cause?: unknown) => reject(broken(place.file, place.name, cause));
    if (entry === undefined) return fail();
    zip.openReadStream(entry, (error, stream) => (error ? fail(error) : resolve(stream)));
  });
}

function checkVersions({ format, schema }: Manifest, file: string, newestSchema: number): void {
  if (format > BACKUP_FORMAT) {
    throw new OperatorFailure("backup-format-unknown", { file, format, known: BACKUP_FORMAT });
  }
  if (schema > newestSchema) throw new OperatorFailure("backup-newer", { file, backup: schema, program: newestSchema });
}

/** Exactly the entries that the manifest names, each as large as it says: a small file that unpacks to terabytes is refused
 *  before its first byte. */
function checkEntries(manifest: Manifest, entries: ReadonlyMap<string, yauzl.Entry>, file: string): void {
  const sizes = new Map<string, Contents | undefined>([
    [MANIFEST_ENTRY, undefined],
    [SECRET_ENTRY, undefined],
    ...manifest.tables.map((table) => [tableEntry(table.name), table] as const),
    ...manifest.files.map((stored) => [fileEntry(stored.key), stored] as const),
  ]);
  for (const { key } of manifest.files) if (!isFileKey(key)) throw broken(file, MANIFEST_ENTRY);
  for (const name of entries.keys()) if (!sizes.has(name)) throw broken(file, name);
  for (const [name, contents] of sizes) {
    const entry = entries.get(name);
    if (entry === undefined || (contents !== undefined && entry.uncompressedSize !== contents.bytes))
      throw broken(file, name);
  }
}
