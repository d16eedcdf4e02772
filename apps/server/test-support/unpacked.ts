import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import yauzl from "yauzl";

/** The files of a zip. */
export async function unzipped(zip: Readable): Promise<ReadonlyMap<string, Buffer>> {
  const archive = await yauzl.fromBufferPromise(await buffer(zip));
  const files = new Map<string, Buffer>();
  for await (const entry of archive.eachEntry()) {
    files.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)));
  }
  return files;
}

/** Writes files to a folder that goes when the test is over. */
export async function folderOf(files: ReadonlyMap<string, string | Uint8Array>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "manyi-folder-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of files) await writeFile(join(folder, name), content);
  return folder;
}
