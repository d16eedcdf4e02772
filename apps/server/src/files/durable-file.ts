/** Writing a file so that it is whole or absent, whatever stops the machine in between. */
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { hasCode } from "../failure/system-error.ts";
import { StorageFullError } from "./file-errors.ts";

/** Writes aside in the same folder, brings it to disk, renames it into place, brings the folder to disk.
 *  @param through counts and limits what passes
 *  @throws StorageFullError; whatever the content or `through` throws */
export async function writeDurably(path: string, aside: string, content: Readable, through: Transform): Promise<void> {
  try {
    await makeFolder(dirname(path));
    await writeAside(aside, content, through);
    await rename(aside, path);
    await syncFolder(dirname(path)).catch(async (cause: unknown) => {
      await rm(path, { force: true });
      throw cause;
    });
  } catch (cause) {
    // Also where the folder could not be made: nobody else will read the rest of it.
    content.destroy();
    await rm(aside, { force: true });
    throw isFull(cause) ? new StorageFullError(cause) : cause;
  }
}

async function writeAside(aside: string, content: Readable, through: Transform): Promise<void> {
  const file = await open(aside, "wx", 0o600);
  try {
    await pipeline(content, through, (measured: AsyncIterable<Buffer>) => file.writeFile(measured));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Every folder that is new is brought to disk with the entry that leads to it. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders; there the rename itself is durable.
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export function isFull(error: unknown): boolean {
  return hasCode(error, "ENOSPC", "EDQUOT");
}
