/** The file store as objects of a bucket, at any store that speaks S3. */
import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import type { Clock } from "../clock/clock.ts";
import { hasCode } from "../failure/system-error.ts";
import type { Log } from "../log/log.ts";
import { isFull } from "./durable-file.ts";
import { FileMissingError, StorageFullError } from "./file-errors.ts";
import { checkedArea, checkedFileKey, isFileKey, newFileKey } from "./file-key.ts";
import type { FileStore, StoredFile } from "./file-store.ts";
import { measured } from "./measured.ts";
import { readListing } from "./s3-listing.ts";
import { type S3Config, type S3Door, type S3Patience, S3RefusedError, sendToS3, usualPatience } from "./s3-request.ts";

export interface S3Ground {
  /** Where a file waits until its length and hash are known. */
  readonly spoolFolder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly patience?: S3Patience;
}

export function s3Files(config: S3Config, ground: S3Ground): FileStore {
  const door: S3Door = { config, patience: ground.patience ?? usualPatience, log: ground.log };
  const write = (key: string, content: Readable, largestBytes: number) =>
    spooled(ground.spoolFolder, content, largestBytes, async (body) => {
      (await sendToS3(door, { method: "PUT", key: checkedFileKey(key), body })).resume();
      return { key, bytes: body.bytes, sha256: body.sha256 };
    });
  return {
    put: (area, content, { largestBytes }) => write(newFileKey(area, ground.clock.now()), content, largestBytes),
    restore: (key, content) => write(checkedFileKey(key), content, Number.POSITIVE_INFINITY),
    read: (key) => readObject(door, checkedFileKey(key)),
    remove: (key) => removeObject(door, checkedFileKey(key)),
    list: (area, options) => listObjects(door, checkedArea(area), options?.storedBefore),
    removeLeftovers: (before) => removeSpooled(ground.spoolFolder, before),
  };
}

interface Spooled {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

async function spooled(
  folder: string,
  content: Readable,
  largestBytes: number,
  send: (file: Spooled) => Promise<StoredFile>,
): Promise<StoredFile> {
  const path = join(folder, randomUUID());
  const measure = measured(largestBytes);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await pipeline(content, measure.stream, createWriteStream(path, { flags: "wx", mode: 0o600 }));
    return await send({ path, ...measure.result() });
  } catch (cause) {
    content.destroy();
    throw isFull(cause) ? new StorageFullError(cause) : cause;
  } finally {
    await rm(path, { force: true });
  }
}

async function readObject(door: S3Door, key: string): Promise<Readable> {
  try {
    return await sendToS3(door, { method: "GET", key });
  } catch (cause) {
    if (isMissing(cause)) throw new FileMissingError(key, { cause });
    throw cause;
  }
}

async function removeObject(door: S3Door, key: string): Promise<void> {
  try {
    (await sendToS3(door, { method: "DELETE", key })).resume();
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
  }
}

/** A bucket that is missing is a wrong configuration, no missing file. */
function isMissing(cause: unknown): boolean {
  return cause instanceof S3RefusedError && cause.status === 404 && cause.code !== "NoSuchBucket";
}

async function* listObjects(door: S3Door, area: string, storedBefore: Date | undefined): AsyncGenerator<string> {
  let token: string | undefined;
  do {
    const query = {
      "list-type": "2",
      prefix: `${area}/`,
      ...(token !== undefined && { "continuation-token": token }),
    };
    const page = readListing(await text(await sendToS3(door, { method: "GET", key: "", query })));
    for (const { key, storedAt } of page.objects) {
      if (isFileKey(key) && (storedBefore === undefined || storedAt < storedBefore)) yield key;
    }
    token = page.next;
  } while (token !== undefined);
}

async function removeSpooled(folder: string, before: Date): Promise<number> {
  const names = await readdir(folder).catch((cause: unknown) => {
    if (hasCode(cause, "ENOENT")) return [];
    throw cause;
  });
  let removed = 0;
  for (const name of names) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (mtimeMs >= before.getTime()) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}
