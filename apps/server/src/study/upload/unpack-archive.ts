/** A zip from outside: its entries become files under names made here, and it is stopped before it fills the disk. */
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { issue, StudyError } from "@manyi/study/issue/issue";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import type { LocalFile } from "../local-study.ts";
import { baseName, isStudyFile } from "./file-names.ts";

export interface ArchiveLimits {
  readonly mostEntries: number;
  readonly largestBytes: number;
  /** Inflated to packed bytes; survey data packs to a twentieth at the utmost, a bomb to a thousandth. */
  readonly largestRatio: number;
}

export const usualArchiveLimits: Omit<ArchiveLimits, "largestBytes"> = { mostEntries: 200, largestRatio: 200 };

/** Below this nothing is a bomb, however well it packs. */
const harmlessBytes = 5_000_000;
const megabyte = 1_000_000;

/** @param name as it was uploaded, for messages
 *  @param folder takes the files
 *  @throws StudyError if the archive is broken, encrypted, or too large in any way */
export async function unpackArchive(
  path: string,
  name: string,
  folder: string,
  limits: ArchiveLimits,
): Promise<readonly LocalFile[]> {
  const archive = await opened(path, name);
  try {
    return await unpacked(archive, name, folder, limits);
  } catch (cause) {
    throw cause instanceof StudyError || isSystemError(cause) ? cause : broken(name, cause);
  } finally {
    archive.close();
  }
}

async function opened(path: string, name: string): Promise<ZipFile> {
  try {
    // Names as bytes: many a Chinese archive says GBK and means it. They become labels, never paths.
    return await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false });
  } catch (cause) {
    throw broken(name, cause);
  }
}

async function unpacked(
  archive: ZipFile,
  name: string,
  folder: string,
  limits: ArchiveLimits,
): Promise<readonly LocalFile[]> {
  const tooLarge = () => tooLargeFor(name, limits);
  if (archive.entryCount > limits.mostEntries) {
    throw new StudyError([issue("archive-too-many-files", { file: name }, { file: name, limit: limits.mostEntries })]);
  }
  const files: LocalFile[] = [];
  let total = 0;
  for await (const entry of archive.eachEntry()) {
    const entryName = nameOf(entry);
    if (!isStudyFile(entryName)) continue;
    if (entry.isEncrypted()) throw new StudyError([issue("archive-encrypted", { file: name }, { file: name })]);
    const path = join(folder, `entry-${files.length}`);
    const allowed = Math.min(
      limits.largestBytes - total,
      Math.max(harmlessBytes, entry.compressedSize * limits.largestRatio),
    );
    // What the archive says of itself is believed only where it says too much.
    if (entry.uncompressedSize > allowed) throw tooLarge();
    total += await written(await archive.openReadStreamPromise(entry), path, allowed, tooLarge);
    files.push({ name: baseName(entryName), path });
  }
  return files;
}

async function written(content: Readable, path: string, allowed: number, tooLarge: () => StudyError): Promise<number> {
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > allowed) done(tooLarge());
      else done(null, chunk);
    },
  });
  await pipeline(content, counted, createWriteStream(path, { mode: 0o600, flags: "wx" }));
  return bytes;
}

function nameOf({ fileNameRaw }: Entry): string {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(fileNameRaw);
    } catch {
      // Not this encoding: try the next.
    }
  }
  return fileNameRaw.toString("latin1");
}

function tooLargeFor(name: string, { largestBytes }: ArchiveLimits): StudyError {
  const limit = Math.round(largestBytes / megabyte);
  return new StudyError([issue("archive-too-large", { file: name }, { file: name, limit })]);
}

function broken(name: string, cause: unknown): StudyError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StudyError([issue("archive-broken", { file: name }, { file: name, reason })]);
}

/** Of the machine, not of the archive: a full disk. */
function isSystemError(cause: unknown): boolean {
  return cause instanceof Error && "syscall" in cause;
}
