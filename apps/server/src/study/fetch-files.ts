import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { FileStore } from "../files/file-store.ts";
import type { ImportFile } from "./import-record.ts";
import type { LocalFile } from "./local-study.ts";

/** Brings stored files into a folder, under names made here.
 *  @throws FileMissingError */
export async function fetchFiles(
  store: FileStore,
  files: readonly ImportFile[],
  folder: string,
): Promise<readonly LocalFile[]> {
  const local: LocalFile[] = [];
  for (const [i, { name, key }] of files.entries()) {
    const path = join(folder, `stored-${i}`);
    await pipeline(await store.read(key), createWriteStream(path, { mode: 0o600 }));
    local.push({ name, path });
  }
  return local;
}
