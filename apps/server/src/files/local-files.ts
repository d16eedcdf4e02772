/** The file store as files in a folder of one machine. */
import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open, opendir, rm, stat } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import type { Readable } from "node:stream";
import type { Clock } from "../clock/clock.ts";
import { hasCode } from "../failure/system-error.ts";
import { writeDurably } from "./durable-file.ts";
import { FileMissingError } from "./file-errors.ts";
import { checkedArea, checkedFileKey, isFileKey, newFileKey } from "./file-key.ts";
import type { FileStore, StoredFile } from "./file-store.ts";
import { measured } from "./measured.ts";

/** Ending of a file that is being written. */
const PART = ".part";

/** @param folder made when the first file comes */
export function localFiles(folder: string, clock: Clock): FileStore {
  const pathOf = (key: string) => join(folder, ...checkedFileKey(key).split("/"));
  const write = async (key: string, content: Readable, largestBytes: number): Promise<StoredFile> => {
    const path = pathOf(key);
    const measure = measured(largestBytes);
    // A name of its own each time: two that restore the same key do not write into each other.
    const aside = join(dirname(path), `.${basename(path)}.${randomUUID()}${PART}`);
    await writeDurably(path, aside, content, measure.stream);
    return { key, ...measure.result() };
  };
  return {
    put: (area, content, { largestBytes }) => write(newFileKey(area, clock.now()), content, largestBytes),
    restore: (key, content) => write(key, content, Number.POSITIVE_INFINITY),
    read: (key) => openForReading(key, pathOf(key)),
    remove: (key) => rm(pathOf(key), { force: true }),
    list: (area, options) => keysOf(folder, checkedArea(area), options?.storedBefore),
    removeLeftovers: (before) => removeParts(folder, before),
  };
}

async function openForReading(key: string, path: string): Promise<Readable> {
  try {
    // A link in place of a file would lead out of the folder.
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    return await streamOf(file);
  } catch (cause) {
    if (hasCode(cause, "ENOENT", "ENOTDIR", "ELOOP", "EISDIR")) throw new FileMissingError(key, { cause });
    throw cause;
  }
}

async function streamOf(file: FileHandle): Promise<Readable> {
  if ((await file.stat()).isFile()) return file.createReadStream();
  await file.close();
  throw Object.assign(new Error("a folder where a file should be"), { code: "EISDIR" });
}

async function* keysOf(folder: string, area: string, storedBefore: Date | undefined): AsyncGenerator<string> {
  for await (const path of filesBelow(join(folder, area))) {
    const key = path
      .slice(folder.length + 1)
      .split(sep)
      .join("/");
    if (!isFileKey(key)) continue;
    if (storedBefore === undefined || (await writtenBefore(path, storedBefore))) yield key;
  }
}

async function removeParts(folder: string, before: Date): Promise<number> {
  let removed = 0;
  for await (const path of filesBelow(folder)) {
    if (!path.endsWith(PART) || !(await writtenBefore(path, before))) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

async function writtenBefore(path: string, instant: Date): Promise<boolean> {
  try {
    return (await stat(path)).mtimeMs < instant.getTime();
  } catch (cause) {
    // Removed while we listed.
    if (hasCode(cause, "ENOENT")) return false;
    throw cause;
  }
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  for await (const entry of await entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

async function entriesOf(folder: string) {
  try {
    return await opendir(folder);
  } catch (cause) {
    if (hasCode(cause, "ENOENT")) return [];
    throw cause;
  }
}
